import { expect, test } from "vitest";
import { mappingIn, newMapping } from "./mappings";

const draft = { ...newMapping, identityProvider: " acme-entra ", group: " sales-* ", role: "editor" };

test("says whose group gives which role", () => {
  expect(mappingIn(draft)).toEqual({
    source: "idp",
    identityProvider: "acme-entra",
    group: "sales-*",
    role: "editor",
  });
});

test("names no identity provider for SCIM", () => {
  expect(mappingIn({ ...draft, source: "scim", path: "workspace/emea" })).toEqual({
    source: "scim",
    group: "sales-*",
    role: "editor",
    path: "workspace/emea",
  });
});
