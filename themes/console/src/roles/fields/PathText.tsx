import { useTranslation } from "react-i18next";

interface PathTextProps {
  path?: string | undefined;
  /** Whether it holds in every tenant. */
  isOfRealm?: boolean;
}

/** Where in the tenant something holds. */
export function PathText({ path = "", isOfRealm = false }: PathTextProps) {
  const { t } = useTranslation();
  if (path === "") {
    return <>{t(isOfRealm ? "keystewardEveryTenant" : "keystewardWholeTenant")}</>;
  }
  return <code>{path}</code>;
}
