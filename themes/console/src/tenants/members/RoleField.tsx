import { useTranslation } from "react-i18next";
import { ChoiceField } from "../../forms/ChoiceField";
import type { MemberRole } from "./members";
import { roleChoices, roleTexts } from "./memberTexts";

interface RoleFieldProps {
  testId: string;
  value: MemberRole;
  onChange: (role: MemberRole) => void;
  error: string | undefined;
}

/** A role, and below it what its holders may do. */
export function RoleField({ value, onChange, ...field }: RoleFieldProps) {
  const { t } = useTranslation();
  return (
    <ChoiceField
      {...field}
      label={t("role")}
      value={value}
      choices={roleChoices(t)}
      onChange={(role) => {
        onChange(role as MemberRole);
      }}
      help={t(roleTexts[value].help)}
    />
  );
}
