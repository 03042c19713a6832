import { Icon, Progress, ProgressMeasureLocation, ProgressSize, ProgressVariant } from "@patternfly/react-core";
import { ExclamationTriangleIcon } from "@patternfly/react-icons";
import { useTranslation } from "react-i18next";
import { levelOf, percentOf, type Use, type UseLevel } from "./use";

const variants: Record<UseLevel, ProgressVariant | undefined> = {
  unlimited: undefined,
  free: undefined,
  full: ProgressVariant.warning,
  over: ProgressVariant.danger,
};

interface LimitUseProps {
  /** What is counted, of whom: it names the bar for those who cannot see where it stands. */
  label: string;
  testId: string;
  use: Use;
}

/** How much of a limit is used, as `2 of 3` over a bar. */
export function LimitUse({ label, testId, use }: LimitUseProps) {
  const { t } = useTranslation();
  const level = levelOf(use);

  if (use.limit === undefined) {
    return (
      <span data-testid={testId} data-level={level}>
        {t("keystewardUseUnlimited", { used: use.used })}
      </span>
    );
  }
  const text = t("keystewardUseOf", { used: use.used, limit: use.limit });
  return (
    <div className="keysteward-use">
      <span
        data-testid={testId}
        data-level={level}
        className={level === "over" ? "pf-v5-u-danger-color-100 pf-v5-u-font-weight-bold" : ""}
      >
        {text}
      </span>
      {level === "over" && (
        <span className="pf-v5-u-danger-color-100">
          {" "}
          <Icon status="danger" isInline>
            <ExclamationTriangleIcon />
          </Icon>{" "}
          {t("keystewardOverLimit")}
        </span>
      )}
      <Progress
        aria-label={label}
        value={percentOf(use.used, use.limit)}
        valueText={text}
        size={ProgressSize.sm}
        measureLocation={ProgressMeasureLocation.none}
        {...(variants[level] && { variant: variants[level] })}
      />
    </div>
  );
}
