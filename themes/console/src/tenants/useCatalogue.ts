import { useAccess } from "@keycloak/keycloak-admin-ui";
import { useCallback } from "react";
import { asStockRole } from "../access/keystewardRoles";
import { useLoaded, type Loaded } from "../api/useLoaded";
import type { Catalogue } from "./planChoices";
import type { Tenants } from "./tenants";

/** Auditors see which tenants there are, but neither plans nor licenses. */
export function useMayReadPlans(): boolean {
  const { hasSomeAccess } = useAccess();
  return hasSomeAccess(asStockRole("keysteward-admin"), asStockRole("keysteward-viewer"));
}

/** The realm's plans; never a value for those who may not read them. */
export function useCatalogue(tenants: Tenants): Loaded<Catalogue> {
  const mayRead = useMayReadPlans();
  const load = useCallback(async () => {
    if (!mayRead) {
      return undefined;
    }
    const [plans, defaultPlan] = await Promise.all([tenants.plans(), tenants.defaultPlan()]);
    return { plans, defaultPlan };
  }, [tenants, mayRead]);
  return useLoaded(load);
}
