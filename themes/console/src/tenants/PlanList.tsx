import {
  Bullseye,
  Button,
  Modal,
  ModalVariant,
  PageSection,
  Spinner,
  Toolbar,
  ToolbarContent,
  ToolbarItem,
} from "@patternfly/react-core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMayWrite } from "../access/keystewardRoles";
import type { Versioned } from "../api/Api";
import { asProblem, type Problem } from "../api/Problem";
import { PageProblem } from "../api/ProblemAlert";
import type { Loaded } from "../api/useLoaded";
import { useNotify } from "../notices/Notices";
import { DefaultPlanChoice } from "./DefaultPlanChoice";
import { NoPlans } from "./emptyStates";
import type { Catalogue } from "./planChoices";
import { PlanDialog } from "./PlanDialog";
import { PlanTable } from "./PlanTable";
import type { Plan, Tenants } from "./tenants";

type Dialog = { kind: "create" } | { kind: "edit"; plan: Versioned<Plan> } | { kind: "delete"; plan: Plan };

interface PlanListProps {
  tenants: Tenants;
  catalogue: Loaded<Catalogue>;
}

export function PlanList({ tenants, catalogue }: PlanListProps) {
  const { t } = useTranslation();
  const mayWrite = useMayWrite();
  const notify = useNotify();
  const [dialog, setDialog] = useState<Dialog>();
  const [refused, setRefused] = useState<Problem>();

  const close = () => {
    setDialog(undefined);
  };
  const changed = (notice: string) => {
    notify(notice);
    close();
    setRefused(undefined);
    catalogue.reload();
  };
  /** For what is done outside of a dialog that could show why it failed. */
  const attempt = async (action: () => Promise<void>) => {
    try {
      await action();
      setRefused(undefined);
    } catch (cause) {
      setRefused(asProblem(cause));
    }
  };

  const createPlan = async (plan: Plan) => {
    await tenants.createPlan(plan);
    changed(t("keystewardPlanCreated", { name: plan.name }));
  };
  const editPlan = (key: string) =>
    attempt(async () => {
      setDialog({ kind: "edit", plan: await tenants.plan(key) });
    });
  const changePlan = async (plan: Plan, version: string | undefined) => {
    await tenants.changePlan(plan, version);
    changed(t("keystewardPlanChanged", { name: plan.name }));
  };
  const deletePlan = (plan: Plan) => {
    close();
    return attempt(async () => {
      await tenants.deletePlan(plan.key);
      changed(t("keystewardPlanDeleted", { name: plan.name }));
    });
  };
  const chooseDefault = (key: string | undefined) =>
    attempt(async () => {
      await tenants.chooseDefaultPlan(key);
      changed(t("keystewardDefaultPlanChanged"));
    });

  if (!catalogue.value) {
    return catalogue.problem ? (
      <PageProblem problem={catalogue.problem} />
    ) : (
      <Bullseye>
        <Spinner />
      </Bullseye>
    );
  }
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
    <>
      <PageProblem problem={refused} />
      {catalogue.value.plans.length === 0 ? (
        <NoPlans action={createButton} />
      ) : (
        <>
          <PageSection variant="light" className="pf-v5-u-pb-0">
            <DefaultPlanChoice catalogue={catalogue.value} onChoose={mayWrite ? chooseDefault : undefined} />
          </PageSection>
          {createButton && (
            <Toolbar>
              <ToolbarContent>
                <ToolbarItem>{createButton}</ToolbarItem>
              </ToolbarContent>
            </Toolbar>
          )}
          <PlanTable
            catalogue={catalogue.value}
            {...(mayWrite && {
              onEdit: (plan) => void editPlan(plan.key),
              onDelete: (plan) => {
                setDialog({ kind: "delete", plan });
              },
            })}
          />
        </>
      )}
      {dialog?.kind === "create" && <PlanDialog save={createPlan} onClose={close} />}
      {dialog?.kind === "edit" && (
        <PlanDialog plan={dialog.plan.value} save={(plan) => changePlan(plan, dialog.plan.version)} onClose={close} />
      )}
      {dialog?.kind === "delete" && (
        <Modal
          isOpen
          variant={ModalVariant.small}
          title={t("keystewardDeletePlan", { name: dialog.plan.name })}
          onClose={close}
          actions={[
            <Button
              key="delete"
              variant="danger"
              data-testid="confirm-delete-plan"
              onClick={() => void deletePlan(dialog.plan)}
            >
              {t("delete")}
            </Button>,
            <Button key="cancel" variant="link" onClick={close}>
              {t("cancel")}
            </Button>,
          ]}
        >
          {t("keystewardDeletePlanHelp")}
        </Modal>
      )}
    </>
  );
}
