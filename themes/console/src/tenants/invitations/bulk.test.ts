import { expect, test } from "vitest";
import { outcomeOf, reasonOf, textOfRefused } from "./bulk";
import type { Invitation, InvitationResult } from "./invitations";

const invitation: Invitation = {
  id: "1",
  email: "ada@acme.com",
  role: "member",
  state: "pending",
  mail: "queued",
  createdAt: "2026-01-01T00:00:00Z",
  expiresAt: "2026-01-08T00:00:00Z",
};

const results: InvitationResult[] = [
  { email: "ada@acme.com", invitation },
  { email: "grace@acme.com", problem: { title: "No free seat", detail: "3 of 3 seats are used." } },
  { email: "alan@acme.com", problem: { title: "Already a member" } },
];

test("tells who was invited from who was not", () => {
  const outcome = outcomeOf(results);

  expect(outcome.invited).toBe(1);
  expect(outcome.refused.map(reasonOf)).toEqual(["3 of 3 seats are used.", "Already a member"]);
});

test("the refused can be tried again", () => {
  expect(textOfRefused(outcomeOf(results))).toBe("grace@acme.com\nalan@acme.com");
});
