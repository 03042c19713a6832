import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { ChoiceField } from "../../forms/ChoiceField";
import { descriptionOf, roleChoices as ownRoleChoices } from "../../roles/definition/roleTexts";
import { useRoles } from "../../roles/fields/useRoles";
import { tenantPlace } from "../../roles/place";
import { memberRoles } from "../members/members";
import { roleChoices, roleTexts } from "../members/memberTexts";

interface InvitedRoleFieldProps {
  tenant: string;
  value: string;
  onChange: (role: string) => void;
  error: string | undefined;
}

/** What an invited person becomes: what every tenant has, or a role that this one composed. */
export function InvitedRoleField({ tenant, value, ...field }: InvitedRoleFieldProps) {
  const { t } = useTranslation();
  const { value: known = [] } = useRoles(useMemo(() => tenantPlace(tenant), [tenant]));
  const own = known.filter(({ origin }) => origin !== "built-in");
  const standard = memberRoles.find((role) => role === value);
  const chosen = own.find(({ key }) => key === value);
  return (
    <ChoiceField
      {...field}
      testId="invitation-role"
      label={t("role")}
      value={value}
      choices={[...roleChoices(t), ...ownRoleChoices(own, t)]}
      help={standard ? t(roleTexts[standard].help) : chosen && descriptionOf(chosen, t)}
    />
  );
}
