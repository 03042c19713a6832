import { useTranslation } from "react-i18next";
import { FilterLink } from "./FilterLink";
import type { FilterChange } from "./filters";
import type { Actor, Target } from "./records";
import { partyTypeText } from "./texts";
import { shownOf } from "./values";

interface PartyProps {
  side: "actor" | "target";
  party: Actor | Target;
  onFilter: (filter: FilterChange) => void;
}

/** Those whose names can be searched for. */
const people: readonly (string | undefined)[] = ["user", "member", "administrator"];

/** Enough of an id to tell some apart; the whole of it stands in the record. */
const shortened = (id: string) => (id.length > 13 ? `${id.slice(0, 8)}…` : id);

/** Who did it, or to what it was done: by name, by id where there is none, and of what type. */
export function Party({ side, party, onFilter }: PartyProps) {
  const { t } = useTranslation();
  const { type, id } = party;
  const name = shownOf(party.name);
  const typeText = type === undefined ? undefined : partyTypeText(type);
  const testId = `audit-${side}`;

  const shown = () => {
    if (name.kind === "text" && (people.includes(type) || id === undefined)) {
      return (
        <FilterLink filter={{ name: name.text }} testId={testId} title={id} onFilter={onFilter}>
          {name.text}
        </FilterLink>
      );
    }
    if (id === undefined || id === type) {
      return null;
    }
    return (
      <FilterLink filter={{ [side]: id }} testId={testId} title={id} onFilter={onFilter}>
        {name.kind === "text" ? (
          name.text
        ) : (
          <>
            {name.kind === "erased" && <em>{t("keystewardAuditErased")} </em>}
            <span className="pf-v5-u-text-nowrap">{shortened(id)}</span>
          </>
        )}
      </FilterLink>
    );
  };
  return (
    <>
      <div>{shown()}</div>
      {type !== undefined && <small className="pf-v5-u-color-200">{typeText ? t(typeText) : type}</small>}
    </>
  );
}
