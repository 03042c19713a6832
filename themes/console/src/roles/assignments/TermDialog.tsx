import { useState } from "react";
import { FormDialog } from "../../forms/FormDialog";
import { termDraftOf, termIn } from "./assignmentDraft";
import type { Assignment, AssignmentTerm } from "./assignments";
import { TermFields, termPointers } from "./TermFields";

interface TermDialogProps {
  assignment: Assignment;
  title: string;
  change: (term: AssignmentTerm) => Promise<void>;
  onClose: () => void;
  onReload: () => void;
}

/** Of an assignment only its term and its reason change: another role is another assignment. */
export function TermDialog({ assignment, title, change, onClose, onReload }: TermDialogProps) {
  const [term, setTerm] = useState(() => termDraftOf(assignment));
  return (
    <FormDialog
      title={title}
      saveTestId="save-assignment-term"
      size="medium"
      pointers={termPointers}
      save={() => change(termIn(term))}
      onClose={onClose}
      onReload={onReload}
    >
      {(errorAt) => <TermFields term={term} onChange={setTerm} errorAt={errorAt} />}
    </FormDialog>
  );
}
