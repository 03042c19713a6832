import type { AssignmentTerm, NewAssignment, PrincipalType } from "./assignments";

/** When an assignment holds, and why, while it is being edited. */
export interface TermDraft {
  readonly from: string | undefined;
  readonly until: string | undefined;
  readonly reason: string;
}

/** An assignment while it is being made. */
export interface AssignmentDraft extends TermDraft {
  readonly type: PrincipalType;
  /** What was typed for it: a username, the id of a client, the path of a group. */
  readonly who: string;
  readonly role: string;
  readonly path: string;
}

export const newAssignment: AssignmentDraft = {
  type: "user",
  who: "",
  role: "",
  path: "",
  from: undefined,
  until: undefined,
  reason: "",
};

export const termDraftOf = ({ from, until, reason = "" }: AssignmentTerm): TermDraft => ({ from, until, reason });

export const termIn = ({ from, until, reason }: TermDraft): AssignmentTerm => ({
  ...(from !== undefined && { from }),
  ...(until !== undefined && { until }),
  ...(reason.trim() !== "" && { reason: reason.trim() }),
});

/** @param id what `who` was found to be */
export const assignmentIn = (draft: AssignmentDraft, id: string): NewAssignment => ({
  principal: { type: draft.type, id },
  role: draft.role,
  ...(draft.path.trim() !== "" && { path: draft.path.trim() }),
  ...termIn(draft),
});
