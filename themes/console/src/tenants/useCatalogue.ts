import { useCallback } from "react";
import { useLoaded, type Loaded } from "../api/useLoaded";
import type { Catalogue } from "./planChoices";
import type { Tenants } from "./tenants";

export function useCatalogue(tenants: Tenants): Loaded<Catalogue> {
  const load = useCallback(async () => {
    const [plans, defaultPlan] = await Promise.all([tenants.plans(), tenants.defaultPlan()]);
    return { plans, defaultPlan };
  }, [tenants]);
  return useLoaded(load);
}
