import type { InvitationResult } from "./invitations";

/** What became of many addresses. */
export interface BulkOutcome {
  readonly invited: number;
  readonly refused: readonly InvitationResult[];
}

export const outcomeOf = (results: readonly InvitationResult[]): BulkOutcome => ({
  invited: results.filter(({ invitation }) => invitation !== undefined).length,
  refused: results.filter(({ invitation }) => invitation === undefined),
});

/** The addresses that were refused, one a line, for another try. */
export const textOfRefused = ({ refused }: BulkOutcome): string => refused.map(({ email }) => email).join("\n");

/** Why an address was refused. */
export const reasonOf = ({ problem }: InvitationResult): string => problem?.detail ?? problem?.title ?? "";
