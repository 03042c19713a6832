import { useTranslation } from "react-i18next";
import { ChoiceField } from "../../forms/ChoiceField";
import { isAssignable, type Role } from "../definition/roles";
import { descriptionOf, roleChoices } from "../definition/roleTexts";

interface RoleChoiceFieldProps {
  testId: string;
  known: readonly Role[];
  /** The role's key; empty until one is chosen. */
  value: string;
  onChange: (role: string) => void;
  error: string | undefined;
}

/** A role that the tenant knows, and below it what it is for. */
export function RoleChoiceField({ known, value, ...field }: RoleChoiceFieldProps) {
  const { t } = useTranslation();
  const chosen = known.find(({ key }) => key === value);
  return (
    <ChoiceField
      {...field}
      label={t("role")}
      isRequired
      value={value}
      choices={[{ value: "", label: t("keystewardChooseRole") }, ...roleChoices(known.filter(isAssignable), t)]}
      help={chosen && descriptionOf(chosen, t)}
    />
  );
}
