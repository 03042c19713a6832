import { useCallback } from "react";
import { useMayReadAll } from "../../access/keystewardRoles";
import { useResources } from "../../api/Api";
import { useLoaded, type Loaded } from "../../api/useLoaded";
import { defaultPlanKey, settingsOf, signedLicensesOnlyKey, valueOf } from "../settings/settings";
import type { Catalogue } from "./planChoices";
import { plansOf } from "./plans";

/** The realm's plans; never a value for those who may not read them. */
export function useCatalogue(): Loaded<Catalogue> {
  const mayRead = useMayReadAll();
  const plans = useResources(plansOf);
  const settings = useResources(settingsOf);
  const load = useCallback(async (): Promise<Catalogue | undefined> => {
    if (!mayRead) {
      return undefined;
    }
    const [all, set] = await Promise.all([plans.all(), settings.all()]);
    return {
      plans: all,
      defaultPlan: valueOf(set, defaultPlanKey),
      signedOnly: valueOf(set, signedLicensesOnlyKey) === "true",
    };
  }, [plans, settings, mayRead]);
  return useLoaded(load);
}
