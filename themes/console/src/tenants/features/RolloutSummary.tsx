import { useTranslation } from "react-i18next";
import { useTimeFormat } from "../../time/useTimeFormat";
import type { Rollout } from "./features";
import { valueText } from "./valueText";

/** To whom a feature is given, in a few words. */
export function RolloutSummary({ rollout }: { rollout: Rollout | undefined }) {
  const { t } = useTranslation();
  const timeText = useTimeFormat();
  if (!rollout) {
    return t("keystewardRolloutEveryone");
  }
  const { percentage = 100, by, from, until, otherwise } = rollout;
  const words = [
    t(by === "member" ? "keystewardRolloutOfMembers" : "keystewardRolloutOfTenants", { percentage }),
    from !== undefined && t("keystewardRolloutSince", { moment: timeText(from) }),
    until !== undefined && t("keystewardRolloutTill", { moment: timeText(until) }),
    otherwise !== undefined && t("keystewardRolloutElse", { value: valueText(otherwise, t) }),
  ];
  return words.filter(Boolean).join(", ");
}
