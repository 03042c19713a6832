import { expect, test, vi } from "vitest";
import type { Api } from "../../api/Api";
import { Problem } from "../../api/Problem";
import { connectionsOf, contentOf, draftOf } from "./connections";
import { realmPlace, tenantPlace } from "../place";

// The console itself needs a browser.
vi.mock("@keycloak/keycloak-admin-ui", () => ({}));

const acme = tenantPlace("shop", "acme");

const answering = (answer: Promise<unknown>) => {
  const get = vi.fn().mockReturnValue(answer);
  return { get, connections: connectionsOf({ get } as unknown as Api) };
};

test.each([
  [acme, ["tenants", "acme", "scim-connections"], "/shop/keysteward/tenants/acme/provisioning/c1"],
  [realmPlace("shop"), ["scim-connections"], "/shop/keysteward/provisioning/c1"],
])("every place has its connections, and shows each at an address", async (place, path, address) => {
  const { get, connections } = answering(Promise.resolve({ items: [] }));

  expect(await connections.all(place)).toEqual([]);

  expect(get).toHaveBeenCalledWith(path);
  expect(place.addressOf("c1")).toBe(address);
});

test("the list of connections has an address too", () => {
  expect(acme.addressOf()).toBe("/shop/keysteward/tenants/acme/provisioning");
});

test("a connection that is edited and saved stays what it is", () => {
  const connection = { name: "Entra ID", strict: true, allowedAddresses: ["198.51.100.0/24", "2001:db8::1"] };

  expect(contentOf(draftOf(connection))).toEqual(connection);
});

test("a new connection is lenient and used from anywhere", () => {
  expect(contentOf({ ...draftOf(undefined), name: " Okta " })).toEqual({
    name: "Okta",
    strict: false,
    allowedAddresses: [],
  });
});

test("a server that does not know of health is no failure", async () => {
  const { connections } = answering(Promise.reject(new Problem("There is nothing.", { status: 404 })));

  expect(await connections.health(acme, "c1")).toBeNull();
});

test("any other failure of health is one", async () => {
  const { connections } = answering(Promise.reject(new Problem("It is late.", { status: 503 })));

  await expect(connections.health(acme, "c1")).rejects.toThrow("It is late.");
});

test("roles are kept only where that is asked for", async () => {
  const remove = vi.fn().mockResolvedValue(undefined);
  const connections = connectionsOf({ remove } as unknown as Api);

  await connections.remove(acme, "c1", false, '"1"');
  await connections.remove(acme, "c1", true, '"1"');

  const path = ["tenants", "acme", "scim-connections", "c1"];
  expect(remove.mock.calls).toEqual([
    [path, {}, '"1"'],
    [path, { keepRoles: true }, '"1"'],
  ]);
});

test("a connection takes over from any but itself, be it there or removed", async () => {
  const removed = { id: "c0", name: "Old", removedAt: "2026-10-30T04:12:09Z" };
  const get = vi.fn((path: readonly string[]) =>
    Promise.resolve({ items: path.at(-1) === "removed" ? [removed] : [{ id: "c1" }, { id: "c2" }] }),
  );

  expect(await connectionsOf({ get } as unknown as Api).adoptable(acme, "c1")).toEqual({
    others: [{ id: "c2" }],
    removed: [removed],
  });
});

test("a connection names the one that it takes over from", async () => {
  const post = vi.fn().mockResolvedValue({ users: 1, groups: 0, externalIds: 1 });

  await connectionsOf({ post } as unknown as Api).adopt(realmPlace("shop"), "c1", "c2");

  expect(post).toHaveBeenCalledWith(["scim-connections", "c1", "adopt"], { from: "c2" });
});
