import { Button, ToolbarItem } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { countOf, rareNames } from "./filters";
import type { AuditView } from "./useAuditFilter";

interface FilterButtonsProps {
  view: AuditView;
  showsRare: boolean;
  onShowRare: (shows: boolean) => void;
}

/** In the toolbar of the list: more of the filters, or none of them. */
export function FilterButtons({ view: { filter, clear }, showsRare, onShowRare }: FilterButtonsProps) {
  const { t } = useTranslation();
  return (
    <>
      <ToolbarItem>
        <Button
          variant="link"
          data-testid="audit-more-filters"
          aria-expanded={showsRare}
          // What narrows the list is not hidden.
          isDisabled={countOf(filter, rareNames) > 0}
          onClick={() => {
            onShowRare(!showsRare);
          }}
        >
          {t(showsRare ? "keystewardAuditFewerFilters" : "keystewardAuditMoreFilters")}
        </Button>
      </ToolbarItem>
      <ToolbarItem>
        <Button variant="link" data-testid="audit-clear-filters" isDisabled={countOf(filter) === 0} onClick={clear}>
          {t("keystewardAuditClearFilters")}
        </Button>
      </ToolbarItem>
    </>
  );
}
