import { ActionsColumn } from "@patternfly/react-table";

export interface RowAction {
  title: string;
  "data-testid": string;
  isDisabled?: boolean;
  onClick: () => void;
}

/** The menu at the end of a row; nothing where nothing can be done. */
export const RowActions = ({ actions }: { actions: RowAction[] }) =>
  actions.length > 0 && <ActionsColumn items={actions} />;
