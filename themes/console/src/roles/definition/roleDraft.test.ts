import { expect, test } from "vitest";
import { realmPlace, tenantPlace } from "../place";
import { contentIn, draftOf, keyOf, newRole, withGrant } from "./roleDraft";

const editor = {
  key: "editor",
  name: "Editor",
  description: "Writes and publishes",
  rank: 25,
  grants: ["journeys.*", "reports.read"],
  parents: ["author"],
  keycloakRoles: [{ role: "offline_access" }, { client: "shop", role: "clerk" }],
};

test("what was not touched is sent as it was", () => {
  const { key, ...content } = editor;

  const draft = draftOf({ ...editor, effectiveGrants: ["*"], origin: "realm" });

  expect(keyOf(draft)).toBe(key);
  expect(contentIn(draft, realmPlace)).toEqual(content);
});

test("a tenant's own role gives no roles of Keycloak", () => {
  const draft = draftOf({ ...editor, effectiveGrants: [], origin: "tenant" });

  expect(contentIn(draft, tenantPlace("acme"))).not.toHaveProperty("keycloakRoles");
});

test("the key follows the name until it gets one of its own", () => {
  expect(keyOf({ ...newRole, name: "Chief Editor" })).toBe("chief-editor");
  expect(keyOf({ ...newRole, name: "Chief Editor", ownKey: " chief " })).toBe("chief");
});

test("adds a grant once", () => {
  const draft = { ...newRole, grants: "journeys.*\n" };

  expect(withGrant(draft, "reports.read").grants).toBe("journeys.*\nreports.read");
  expect(withGrant(draft, "journeys.*").grants).toBe("journeys.*");
});
