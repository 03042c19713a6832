import {
  EmptyState,
  EmptyStateActions,
  EmptyStateBody,
  EmptyStateFooter,
  EmptyStateHeader,
  EmptyStateIcon,
} from "@patternfly/react-core";
import { SearchIcon } from "@patternfly/react-icons";
import type { ComponentType, ReactNode } from "react";
import { useTranslation } from "react-i18next";

interface NothingProps {
  icon: ComponentType;
  title: string;
  body: string;
  /** Absent for those who may only look. */
  action?: ReactNode;
}

/** Stands where there is nothing to show, and says how that changes. */
export const Nothing = ({ icon, title, body, action }: NothingProps) => (
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

/** Stands where the filters of a list leave nothing. */
export function NothingFound() {
  const { t } = useTranslation();
  return <Nothing icon={SearchIcon} title={t("keystewardNothingFound")} body={t("keystewardNothingFoundHelp")} />;
}
