import { Label, type LabelProps } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import type { TenantState } from "./state";

const looks: Readonly<Record<TenantState, { text: string; color: NonNullable<LabelProps["color"]> }>> = {
  trial: { text: "keystewardStateTrial", color: "blue" },
  active: { text: "keystewardStateActive", color: "green" },
  grace: { text: "keystewardStateGrace", color: "gold" },
  expired: { text: "keystewardStateExpired", color: "red" },
  suspended: { text: "keystewardStateSuspended", color: "orange" },
  deleted: { text: "keystewardStateDeleted", color: "grey" },
  enabled: { text: "enabled", color: "green" },
  disabled: { text: "disabled", color: "grey" },
};

export function StateLabel({ state, testId }: { state: TenantState; testId: string }) {
  const { t } = useTranslation();
  return (
    <Label color={looks[state].color} data-testid={testId} data-state={state}>
      {t(looks[state].text)}
    </Label>
  );
}
