import { expect, test } from "vitest";
import { Problem } from "../../api/Problem";
import { namingAddresses, outcomeOf, reasonOf, textOfRefused } from "./bulk";
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

test("an address that the server does not take is named", () => {
  const refusal = new Problem("One field is wrong.", {
    status: 422,
    errors: [
      { pointer: "/invitations/1/email", detail: "This is not an e-mail address." },
      { pointer: "/invitations", detail: "At most 500." },
    ],
  });

  const named = namingAddresses(refusal, ["ada@acme.com", "grace@-"]);

  expect(named.status).toBe(422);
  expect(named.errors).toEqual([
    { pointer: "/addresses", detail: "grace@-: This is not an e-mail address." },
    { pointer: "/invitations", detail: "At most 500." },
  ]);
});
