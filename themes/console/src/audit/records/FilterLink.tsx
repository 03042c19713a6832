import { Button } from "@patternfly/react-core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { FilterChange } from "./filters";

interface FilterLinkProps {
  filter: FilterChange;
  testId: string;
  /** Shown where the pointer rests, when it says more. */
  title?: string | undefined;
  onFilter: (filter: FilterChange) => void;
  children: ReactNode;
}

/** Something by which the list can be narrowed. */
export function FilterLink({ filter, testId, title, onFilter, children }: FilterLinkProps) {
  const { t } = useTranslation();
  return (
    <Button
      variant="link"
      isInline
      className="keysteward-audit-value"
      data-testid={testId}
      title={title ?? t("keystewardAuditFilterByThis")}
      onClick={() => {
        onFilter(filter);
      }}
    >
      {children}
    </Button>
  );
}
