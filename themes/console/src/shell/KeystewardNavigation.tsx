import { useAccess, useRealm } from "@keycloak/keycloak-admin-ui";
import { NavGroup } from "@patternfly/react-core";
import { useEffect, useState } from "react";
import { createPortal } from "react-dom";
import { useTranslation } from "react-i18next";
import { Link, useMatches } from "react-router-dom";
import { asStockRole } from "../access/keystewardRoles";
import { pages } from "../pages";
import { addressIn, isShown } from "./ConsolePage";

/** Our group in the stock sidebar. The console has no place for additions, so the group is rendered into its list. */
export function KeystewardNavigation() {
  const { t } = useTranslation();
  const { realm, realmRepresentation } = useRealm();
  const { hasSomeAccess } = useAccess();
  const matches = useMatches();
  const sidebar = useSidebar();

  const visible = pages.filter((page) => hasSomeAccess(...page.roles.map(asStockRole)));
  if (!sidebar || !realmRepresentation.organizationsEnabled || visible.length === 0) {
    return null;
  }
  return createPortal(
    <NavGroup title={t("keysteward")} data-testid="nav-group-keysteward">
      {visible.map((page) => (
        <li key={page.name}>
          <Link
            to={addressIn(realm, page.name)}
            data-testid={`nav-item-keysteward-${page.name}`}
            className={`pf-v5-c-nav__link${isShown(page, matches) ? " pf-m-current" : ""}`}
            {...(isShown(page, matches) && { "aria-current": "page" as const })}
          >
            {t(page.title)}
          </Link>
        </li>
      ))}
    </NavGroup>,
    sidebar,
  );
}

/** The list of the sidebar, found again whenever the console has replaced it. */
function useSidebar(): Element | null {
  const [sidebar, setSidebar] = useState<Element | null>(null);
  useEffect(() => {
    const find = () => {
      setSidebar(document.querySelector(".keycloak__page_nav__nav nav"));
    };
    find();
    const observer = new MutationObserver(find);
    observer.observe(document.body, { childList: true, subtree: true });
    return () => {
      observer.disconnect();
    };
  }, []);
  return sidebar;
}
