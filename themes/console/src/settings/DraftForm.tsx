import { ActionGroup, Button, Form } from "@patternfly/react-core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ProblemAlert } from "../api/ProblemAlert";
import type { SettingsDraft } from "./useSettingsDraft";

interface DraftFormProps {
  testId: string;
  draft: Omit<SettingsDraft<unknown>, "setForm">;
  mayWrite: boolean;
  onReload: () => void;
  children: ReactNode;
}

/** Around the fields of settings: why they were refused, and the buttons of those who may change them. */
export function DraftForm({ testId, draft, mayWrite, onReload, children }: DraftFormProps) {
  const { t } = useTranslation();
  const { problem, isChanged, saving } = draft;
  return (
    <Form onSubmit={draft.submit} noValidate className="keysteward-narrow" data-testid={testId}>
      <ProblemAlert
        problem={problem}
        shownAtFields={["/value"]}
        onReload={problem?.isStale === true ? onReload : undefined}
      />
      {children}
      {mayWrite && (
        <ActionGroup>
          <Button type="submit" data-testid="save-settings" isDisabled={!isChanged || saving} isLoading={saving}>
            {t("save")}
          </Button>
          <Button variant="link" isDisabled={!isChanged} onClick={draft.revert}>
            {t("revert")}
          </Button>
        </ActionGroup>
      )}
    </Form>
  );
}
