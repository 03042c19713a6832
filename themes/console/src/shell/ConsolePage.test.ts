import { matchRoutes } from "react-router-dom";
import { expect, test, vi } from "vitest";
import { addressIn, routesOf, type ConsolePage } from "./ConsolePage";

// The console itself needs a browser.
vi.mock("@keycloak/keycloak-admin-ui", () => ({}));

const page: ConsolePage = {
  name: "tenants",
  title: "keystewardTenants",
  roles: ["keysteward-viewer"],
  views: [
    { path: "tenants", element: "list" },
    { path: "plans", element: "plans" },
    { path: "tenants/:alias/:tab?", element: "one" },
  ],
};

const shownAt = (address: string) => matchRoutes(routesOf(page), address)?.at(-1);

test.each([
  [addressIn("shop", "tenants"), "list", {}],
  [addressIn("shop", "plans"), "plans", {}],
  [addressIn("shop", "tenants", "acme"), "one", { alias: "acme" }],
  [addressIn("shop", "tenants", "plans"), "one", { alias: "plans" }],
  [addressIn("a b", "tenants", "ä/b", "members"), "one", { alias: "ä/b", tab: "members" }],
])("%s shows %s", (address, element, params) => {
  const match = shownAt(address);

  expect(match?.route.element).toBe(element);
  expect(match?.params).toMatchObject(params);
});

test("nobody else uses the addresses of a page", () => {
  expect(shownAt("/shop/organizations")).toBeUndefined();
});
