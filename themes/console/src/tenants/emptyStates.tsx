import {
  EmptyState,
  EmptyStateActions,
  EmptyStateBody,
  EmptyStateFooter,
  EmptyStateHeader,
  EmptyStateIcon,
} from "@patternfly/react-core";
import { BuildingIcon, LayerGroupIcon, SearchIcon } from "@patternfly/react-icons";
import type { ComponentType, ReactNode } from "react";
import { useTranslation } from "react-i18next";

interface NothingProps {
  icon: ComponentType;
  title: string;
  body: string;
  action?: ReactNode;
}

const Nothing = ({ icon, title, body, action }: NothingProps) => (
  <EmptyState data-testid="empty-state">
    <EmptyStateHeader titleText={title} headingLevel="h2" icon={<EmptyStateIcon icon={icon} />} />
    <EmptyStateBody>{body}</EmptyStateBody>
    {action && (
      <EmptyStateFooter>
        <EmptyStateActions>{action}</EmptyStateActions>
      </EmptyStateFooter>
    )}
  </EmptyState>
);

interface EmptyStateProps {
  /** Absent for those who may only look. */
  action: ReactNode;
}

export function NoTenants({ action }: EmptyStateProps) {
  const { t } = useTranslation();
  const body = action ? t("keystewardNoTenantsHelp") : t("keystewardNoTenantsToSee");
  return <Nothing icon={BuildingIcon} title={t("keystewardNoTenants")} body={body} action={action} />;
}

export function NoTenantsFound({ search }: { search: string }) {
  const { t } = useTranslation();
  return (
    <Nothing
      icon={SearchIcon}
      title={t("keystewardNoTenantsFound")}
      body={t("keystewardNoTenantsFoundHelp", { search })}
    />
  );
}

export function NoPlans({ action }: EmptyStateProps) {
  const { t } = useTranslation();
  const body = action ? t("keystewardNoPlansHelp") : t("keystewardNoPlansToSee");
  return <Nothing icon={LayerGroupIcon} title={t("keystewardNoPlans")} body={body} action={action} />;
}
