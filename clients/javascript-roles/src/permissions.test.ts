import { describe, expect, it } from "vitest";
import { type Claims, permissionsOf } from "./index.js";

/** A token as it is sent, with a signature that nobody looks at. */
function token(claims: Claims): string {
  const payload = Buffer.from(JSON.stringify(claims)).toString("base64url");
  return `eyJhbGciOiJSUzI1NiJ9.${payload}.c2lnbmF0dXJl`;
}

const acme = (facts: unknown): Claims => ({ organization: { acme: facts } });

describe("can", () => {
  const cases: [string, unknown, string, boolean][] = [
    ["a key that is listed", { permissions: ["journeys.publish"] }, "journeys.publish", true],
    ["a key that is not listed", { permissions: ["journeys.read"] }, "journeys.publish", false],
    ["everything", { permissions: ["*"] }, "journeys.publish", true],
    ["everything that begins alike", { permissions: ["journeys.*"] }, "journeys.publish", true],
    ["deeper, too", { permissions: ["journeys.*"] }, "journeys.drafts.edit", true],
    ["a beginning of several segments", { permissions: ["journeys.drafts.*"] }, "journeys.drafts.edit", true],
    ["a beginning gives nothing above it", { permissions: ["journeys.drafts.*"] }, "journeys.drafts", false],
    ["a beginning ends at a dot", { permissions: ["journeys.*"] }, "journeys-archive.read", false],
    ["a key is no beginning", { permissions: ["journeys.drafts"] }, "journeys.drafts.edit", false],
    [
      "no wildcards elsewhere",
      { permissions: ["journeys.*.x", "*.publish", "jour*", ".*", ""] },
      "journeys.publish",
      false,
    ],
    ["no permissions", { roles: ["owner"] }, "journeys.publish", false],
    ["left out for lack of room", { permissions_omitted: true }, "journeys.publish", false],
    ["listed and left out", { permissions: ["*"], permissions_omitted: true }, "journeys.publish", false],
    ["not left out", { permissions: ["*"], permissions_omitted: false }, "journeys.publish", true],
    ["anything else says left out", { permissions: ["*"], permissions_omitted: "false" }, "journeys.publish", false],
    ["a text is no list", { permissions: "*" }, "journeys.publish", false],
    ["a list with something else in it", { permissions: ["*", 1] }, "journeys.publish", false],
    ["nothing of use", null, "journeys.publish", false],
  ];
  it.each(cases)("%s", (_description, facts, permission, allowed) => {
    expect(permissionsOf(acme(facts)).can(permission)).toBe(allowed);
    expect(permissionsOf(token(acme(facts))).can(permission)).toBe(allowed);
  });

  it("says of each path what holds in the whole tenant", () => {
    const permissions = permissionsOf(acme({ permissions: ["journeys.read"], paths: { "workspace/emea": ["owner"] } }));

    expect(permissions.can("journeys.read", "workspace/emea")).toBe(true);
    expect(permissions.can("journeys.publish", "workspace/emea")).toBe(false);
    expect(permissions.can("journeys.read", "workspace//emea")).toBe(false);
  });

  it("says nothing of a token that has expired", () => {
    let now = 1_799_999_999_999;
    const permissions = permissionsOf({ ...acme({ permissions: ["*"] }), exp: 1_800_000_000 }, { now: () => now });
    expect(permissions.can("journeys.read")).toBe(true);

    now += 1;

    expect(permissions.can("journeys.read")).toBe(false);
  });
});

describe("the tenant", () => {
  const both = { organization: { acme: { permissions: ["a.b"] }, beta: { permissions: ["c.d"] } } };

  it("is the one organization that the token is for", () => {
    expect(permissionsOf({ organization: ["acme"] }).tenant).toBe("acme");
    expect(permissionsOf({ organization: "acme" }).tenant).toBe("acme");
    expect(permissionsOf(acme({})).tenant).toBe("acme");
  });

  it("is none where there are several, and nothing is permitted", () => {
    expect(permissionsOf(both).tenant).toBeUndefined();
    expect(permissionsOf(both).can("a.b")).toBe(false);
    expect(permissionsOf({}).tenant).toBeUndefined();
    expect(permissionsOf({ organization: [1] }).tenant).toBeUndefined();
  });

  it("is the one that the application names", () => {
    const beta = permissionsOf(both, { tenant: "beta" });

    expect(beta.can("c.d")).toBe(true);
    expect(beta.can("a.b")).toBe(false);
    expect(permissionsOf(both, { tenant: "gamma" }).can("a.b")).toBe(false);
    expect(permissionsOf(both, { tenant: "constructor" }).can("a.b")).toBe(false);
  });
});

describe("what the token says", () => {
  it("is complete where it lists permissions", () => {
    expect(permissionsOf(acme({ permissions: [] })).complete).toBe(true);
    expect(permissionsOf(acme({ roles: ["owner"] })).complete).toBe(false);
    expect(permissionsOf(acme({ permissions_omitted: true })).complete).toBe(false);
    expect(permissionsOf({}).complete).toBe(false);
  });

  it("names roles", () => {
    expect(permissionsOf(acme({ roles: ["editor", "member"] })).roles).toEqual(["editor", "member"]);
    expect(permissionsOf({}).roles).toEqual([]);
  });

  it("is read beyond ASCII", () => {
    const jürgen = token({ name: "Jürgen 😀 ???>>>", ...acme({ permissions: ["a.b"] }) });

    expect(permissionsOf(jürgen).can("a.b")).toBe(true);
  });

  it.each(["", "opaque", "a.b.c", "a.bnVsbA.c", "a.W10.c", "a.%%%.c", `${token(acme({ permissions: ["*"] }))}.d.e`])(
    "is nothing in %s",
    (opaque) => {
      expect(permissionsOf(opaque, { tenant: "acme" }).can("a.b")).toBe(false);
    },
  );
});
