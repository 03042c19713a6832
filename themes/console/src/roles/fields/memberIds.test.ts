import { expect, test } from "vitest";
import type { Listing } from "../../api/Api";
import type { Member, Members } from "../../tenants/members/members";
import { memberMeant, requireMember } from "./memberIds";

const member = (id: string, username: string, email?: string): Member => ({
  id,
  username,
  ...(email !== undefined && { email }),
  role: "member",
  status: "active",
  membershipType: "unmanaged",
});

const ada = member("u-1", "ada", "ada@acme.example");
const adam = member("u-2", "adam", "ada");

test.each([
  ["ada", ada],
  [" ADA ", ada],
  ["ada@acme.example", ada],
  ["u-2", adam],
  ["ad", undefined],
  ["", undefined],
])("%j means %j", (text, meant) => {
  expect(memberMeant([adam, ada], text)).toBe(meant);
});

test("says at the field that there is no such member", async () => {
  const page = (): Promise<Listing<Member>> => Promise.resolve({ items: [adam] });

  const refused = requireMember({ page } as unknown as Members, "acme", "eve", "/subject", "Nobody.");

  await expect(refused).rejects.toMatchObject({ errors: [{ pointer: "/subject", detail: "Nobody." }] });
});
