import type { ReactNode } from "react";
import { FormDialog } from "./FormDialog";

interface ConfirmDialogProps {
  title: string;
  confirmLabel: string;
  confirmTestId: string;
  isDanger?: boolean;
  /** Rejects with a `Problem`, which the dialog shows. */
  confirm: () => Promise<void>;
  onClose: () => void;
  onReload?: (() => void) | undefined;
  /** What will happen. */
  children: ReactNode;
}

/** Asks before something is done that cannot be taken back, or that others notice at once. */
export const ConfirmDialog = ({ confirmLabel, confirmTestId, confirm, children, ...dialog }: ConfirmDialogProps) => (
  <FormDialog {...dialog} saveLabel={confirmLabel} saveTestId={confirmTestId} save={confirm}>
    {() => children}
  </FormDialog>
);
