import { useTranslation } from "react-i18next";
import { TextField } from "../../forms/TextField";

interface PathFieldProps {
  testId: string;
  value: string;
  onChange: (path: string) => void;
  help: string;
  error: string | undefined;
}

/** Where in the tenant. */
export function PathField(field: PathFieldProps) {
  const { t } = useTranslation();
  return <TextField {...field} label={t("path")} placeholder="workspace/emea" />;
}
