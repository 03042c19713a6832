import { Button, PageSection, Toolbar, ToolbarContent, ToolbarItem } from "@patternfly/react-core";
import { LayerGroupIcon } from "@patternfly/react-icons";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMayWrite } from "../../access/keystewardRoles";
import { useResources } from "../../api/Api";
import { PageProblem } from "../../api/ProblemAlert";
import { useAttempt } from "../../api/useAttempt";
import type { Loaded } from "../../api/useLoaded";
import { WhenLoaded } from "../../api/WhenLoaded";
import { Nothing } from "../../lists/Nothing";
import { useNotify } from "../../notices/Notices";
import { defaultPlanKey, settingsOf } from "../settings/settings";
import { DefaultPlanChoice } from "./DefaultPlanChoice";
import type { Catalogue } from "./planChoices";
import { PlanChange, type PlanDialogOpen } from "./PlanChange";
import { plansOf } from "./plans";
import { PlanTable } from "./PlanTable";

export function PlanList({ catalogue }: { catalogue: Loaded<Catalogue> }) {
  const { t } = useTranslation();
  const mayWrite = useMayWrite();
  const notify = useNotify();
  const plans = useResources(plansOf);
  const settings = useResources(settingsOf);
  const [dialog, setDialog] = useState<PlanDialogOpen>();
  const { refused, attempt, forget } = useAttempt();

  const close = () => {
    setDialog(undefined);
  };
  const changed = (notice: string) => {
    notify(notice);
    close();
    forget();
    catalogue.reload();
  };
  // Read again, so that the change is made to what holds now and not to what the list once showed.
  const edit = (key: string) =>
    attempt(async () => {
      setDialog({ kind: "edit", plan: await plans.one(key) });
    });
  const chooseDefault = (key: string | undefined) =>
    attempt(async () => {
      await settings.set(defaultPlanKey, key);
      changed(t("keystewardDefaultPlanChanged"));
    });

  const createButton = mayWrite && (
    <Button
      data-testid="create-plan"
      onClick={() => {
        setDialog({ kind: "create" });
      }}
    >
      {t("keystewardCreatePlan")}
    </Button>
  );
  return (
    <WhenLoaded loaded={catalogue}>
      {(value) => (
        <>
          <PageProblem problem={refused} />
          {value.plans.length === 0 ? (
            <Nothing
              icon={LayerGroupIcon}
              title={t("keystewardNoPlans")}
              body={t(mayWrite ? "keystewardNoPlansHelp" : "keystewardNoPlansToSee")}
              action={createButton}
            />
          ) : (
            <>
              <PageSection variant="light" className="pf-v5-u-pb-0">
                <DefaultPlanChoice catalogue={value} onChoose={mayWrite ? chooseDefault : undefined} />
              </PageSection>
              {createButton && (
                <Toolbar>
                  <ToolbarContent>
                    <ToolbarItem>{createButton}</ToolbarItem>
                  </ToolbarContent>
                </Toolbar>
              )}
              <PlanTable
                catalogue={value}
                onShow={(plan) => {
                  setDialog({ kind: "show", plan });
                }}
                {...(mayWrite && {
                  onEdit: (plan) => void edit(plan.key),
                  onDelete: (plan) => {
                    setDialog({ kind: "delete", plan });
                  },
                })}
              />
            </>
          )}
          {dialog && (
            <PlanChange
              dialog={dialog}
              plans={plans}
              onChanged={changed}
              onClose={close}
              onReload={(key) => void edit(key)}
            />
          )}
        </>
      )}
    </WhenLoaded>
  );
}
