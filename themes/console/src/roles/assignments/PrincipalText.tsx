import { useAccess, useRealm } from "@keycloak/keycloak-admin-ui";
import { useTranslation } from "react-i18next";
import { Link } from "react-router-dom";
import { userAddress } from "../../shell/stockAddresses";
import type { Place } from "../place";
import { nameOfPrincipal, type Principal } from "./assignments";
import { principalTextsIn } from "./assignmentTexts";

/** Who has a role, and below it what kind of principal that is. */
export function PrincipalText({ principal, place }: { principal: Principal; place: Place }) {
  const { t } = useTranslation();
  const { realm } = useRealm();
  const { hasAccess } = useAccess();
  const name = nameOfPrincipal(principal);
  return (
    <>
      {principal.type === "user" && hasAccess("view-users") ? (
        <Link to={userAddress(realm, principal.id)}>{name}</Link>
      ) : (
        name
      )}
      <div>
        <small className="pf-v5-u-color-200">{t(principalTextsIn(place, principal.type).label)}</small>
      </div>
    </>
  );
}
