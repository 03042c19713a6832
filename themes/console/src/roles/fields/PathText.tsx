import { useTranslation } from "react-i18next";

/** Where in the tenant something holds. */
export function PathText({ path = "" }: { path?: string | undefined }) {
  const { t } = useTranslation();
  return path === "" ? <>{t("keystewardWholeTenant")}</> : <code>{path}</code>;
}
