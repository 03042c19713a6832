import { aliasFor } from "../../tenants/alias";
import { draftOf as conditionDraftOf, isComplete as isConditionComplete, newCondition } from "./conditions";
import type { ConditionDraft } from "./conditions";
import type { AssignmentRule } from "./rules";

/** A rule while it is being edited. */
export interface RuleDraft {
  /** Undefined as long as the key follows the name. */
  readonly ownKey: string | undefined;
  readonly name: string;
  readonly role: string;
  readonly path: string;
  readonly condition: ConditionDraft;
}

export const newRule: RuleDraft = { ownKey: undefined, name: "", role: "", path: "", condition: newCondition };

export const draftOf = ({ key, name, role, path = "", when }: AssignmentRule): RuleDraft => ({
  ownKey: key,
  name,
  role,
  path,
  condition: conditionDraftOf(when),
});

export const keyOf = ({ ownKey, name }: RuleDraft): string => (ownKey ?? aliasFor(name)).trim();

/** Whether enough is filled in to be sent. */
export const isComplete = (draft: RuleDraft): boolean =>
  draft.name.trim() !== "" && keyOf(draft) !== "" && draft.role !== "" && isConditionComplete(draft.condition);
