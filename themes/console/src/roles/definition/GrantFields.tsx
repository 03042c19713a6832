import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { useResources } from "../../api/Api";
import { ProblemAlert } from "../../api/ProblemAlert";
import { useLoaded } from "../../api/useLoaded";
import { ChoiceField } from "../../forms/ChoiceField";
import { TextAreaField } from "../../forms/TextAreaField";
import { permissionsOf } from "../permissions/permissions";
import type { Place } from "../place";
import { withGrant, type RoleDraft } from "./roleDraft";

interface GrantFieldsProps {
  draft: RoleDraft;
  place: Place;
  onChange: (draft: RoleDraft) => void;
  errorAt: (pointer: string) => string | undefined;
}

/** What a role gives: typed one a line, or chosen from the catalogue. */
export function GrantFields({ draft, place, onChange, errorAt }: GrantFieldsProps) {
  const { t } = useTranslation();
  const permissions = useResources(permissionsOf);
  const catalogue = useLoaded(useCallback(() => permissions.all(place), [permissions, place]));
  const grantable = (catalogue.value ?? []).filter(({ reach }) => reach === "tenant");
  return (
    <>
      <TextAreaField
        label={t("keystewardGrants")}
        testId="role-grants"
        isCode
        rows={5}
        value={draft.grants}
        onChange={(grants) => {
          onChange({ ...draft, grants });
        }}
        placeholder={"journeys.publish\nreports.*"}
        help={t("keystewardGrantsHelp")}
        error={errorAt("/grants")}
      />
      <ProblemAlert problem={catalogue.problem} onReload={catalogue.reload} />
      {grantable.length > 0 && (
        <ChoiceField
          label={t("keystewardAddGrant")}
          testId="role-add-grant"
          value=""
          choices={[
            { value: "", label: t("keystewardChoosePermission") },
            ...grantable.map(({ key, description }) => ({
              value: key,
              label: description ? `${key} – ${description}` : key,
            })),
          ]}
          onChange={(grant) => {
            onChange(withGrant(draft, grant));
          }}
        />
      )}
    </>
  );
}
