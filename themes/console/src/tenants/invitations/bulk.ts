import { Problem } from "../../api/Problem";
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

export const addressesPointer = "/addresses";

/** A refusal of all because of some, with the addresses instead of their places in what was sent. */
export function namingAddresses(refusal: Problem, addresses: readonly string[]): Problem {
  const errors = refusal.errors.map((error) => {
    const place = /^\/invitations\/(\d+)\//.exec(error.pointer)?.[1];
    const address = place === undefined ? undefined : addresses[Number(place)];
    return address === undefined ? error : { pointer: addressesPointer, detail: `${address}: ${error.detail}` };
  });
  const { status, type, requestId } = refusal;
  return new Problem(refusal.message, { status, type, requestId, errors });
}
