import { expect, test, vi } from "vitest";
import type { Api, Path, Query } from "../../api/Api";
import { Problem } from "../../api/Problem";
import type { Members } from "../../tenants/members/members";
import {
  anyId,
  byName,
  groupsOfOrganization,
  groupsOfRealm,
  isHidden,
  membersIn,
  requireId,
  serviceAccountsIn,
  usersIn,
  type Directory,
} from "./directory";

// The console itself needs a browser.
vi.mock("@keycloak/keycloak-admin-ui", () => ({}));

const missing = new Problem("Nobody is here.", { status: 404 });
const forbidden = new Problem("Nobody may look.", { status: 403 });

/** Keycloak with this to say at some paths, and nothing at others. */
function stockWith(answers: Readonly<Record<string, unknown>>) {
  const get = vi.fn((path: Path, query: Query = {}) => {
    const asked = `${path.join("|")}?${new URLSearchParams(query as Record<string, string>).toString()}`;
    const answer = Object.entries(answers).find(([beginning]) => asked.startsWith(beginning));
    return answer ? Promise.resolve(answer[1]) : Promise.reject(missing);
  });
  return { get, stock: { get } as unknown as Api };
}

const emea = { id: "g-1", name: "emea", path: "/emea" };
const sales = { id: "g-2", name: "sales", path: "/emea/sales" };
const otherSales = { id: "g-3", name: "sales", path: "/apac/sales" };
const slashed = { id: "g-4", name: "r/d", path: "/emea/r/d" };

test("groups are offered by their paths, and searched by what is typed last", async () => {
  const { get, stock } = stockWith({ groups: [sales, otherSales] });

  const offered = await groupsOfRealm(stock).offer("/emea/sal", 10);

  expect(offered.map(({ value }) => value)).toEqual(["/emea/sales", "/apac/sales"]);
  expect(get.mock.calls[0]?.[1]).toMatchObject({ search: "sal", max: 10, populateHierarchy: false });
});

test("a group is offered by its name where that is what counts", async () => {
  const { stock } = stockWith({ groups: [sales] });

  expect(await byName(groupsOfRealm(stock)).offer("sal", 10)).toEqual([{ value: "sales", description: "/emea/sales" }]);
});

test("a group is found by its path", async () => {
  const { get, stock } = stockWith({ "group-by-path|emea|sales": sales });

  expect(await groupsOfRealm(stock).find("/emea/sales")).toBe("g-2");
  expect(get).toHaveBeenCalledOnce();
});

test("a group of an organization is found among those of the organization", async () => {
  const { stock } = stockWith({ "organizations|o-1|groups|group-by-path|emea": emea });

  expect(await groupsOfOrganization(stock, "o-1").find("/emea")).toBe("g-1");
});

test("a group whose name has a slash in it is found by its path too", async () => {
  const { stock } = stockWith({ groups: [slashed] });

  expect(await groupsOfRealm(stock).find("/emea/r/d")).toBe("g-4");
});

test("a name means a group only if one alone has it", async () => {
  const { stock } = stockWith({ "groups?search=sales": [sales, otherSales], "groups?search=emea": [emea] });

  expect(await groupsOfRealm(stock).find("sales")).toBeUndefined();
  expect(await groupsOfRealm(stock).find("emea")).toBe("g-1");
});

test.each(["", "/", "/..", "/emea/../..", "."])("%j is no group, and not asked for", async (path) => {
  const { get, stock } = stockWith({ "": emea });

  expect(await groupsOfRealm(stock).find(path)).toBeUndefined();
  expect(get).not.toHaveBeenCalled();
});

test("users are found by username, or else by mail address", async () => {
  const { stock } = stockWith({ "users?username=ada": [{ id: "u-1" }], "users?email=": [{ id: "u-2" }], "users?": [] });

  expect(await usersIn(stock).find("ada")).toBe("u-1");
  expect(await usersIn(stock).find("grace@example.org")).toBe("u-2");
});

test("users are offered with their names", async () => {
  const { stock } = stockWith({ users: [{ id: "u-1", username: "ada", firstName: "Ada", lastName: "Lovelace" }] });

  expect(await usersIn(stock).offer("a", 10)).toEqual([{ value: "ada", description: "Ada Lovelace" }]);
});

const robot = { id: "c-1", clientId: "robot", name: "Robot", serviceAccountsEnabled: true };

test("only clients with a service account are offered", async () => {
  const { stock } = stockWith({ clients: [{ id: "c-2", clientId: "shop" }, robot] });

  expect(await serviceAccountsIn(stock).offer("", 10)).toEqual([{ value: "robot", description: "Robot" }]);
});

test.each([
  ["robot", "u-9"],
  // As lists show it.
  ["service-account-robot", "u-9"],
  ["shop", undefined],
  ["unknown", undefined],
])("the service account of %s is %s", async (text, id) => {
  const { stock } = stockWith({
    "clients|c-1|service-account-user": { id: "u-9" },
    "clients?clientId=robot": [robot],
    "clients?clientId=shop": [{ id: "c-2", clientId: "shop" }],
    "clients?": [],
  });

  expect(await serviceAccountsIn(stock).find(text)).toBe(id);
});

test("members are offered by username", async () => {
  const items = [{ id: "u-1", username: "ada", firstName: "Ada" }];
  const members = { page: () => Promise.resolve({ items }) } as unknown as Members;

  expect(await membersIn(members, "acme").offer("a", 10)).toEqual([{ value: "ada", description: "Ada" }]);
});

const finding = (answer: Promise<string | undefined>): Directory => ({
  offer: () => Promise.resolve([]),
  find: () => answer,
});
const nobody = finding(Promise.resolve(undefined));
const hidden = () => finding(Promise.reject(forbidden));

test("that nobody is meant is shown at the field", async () => {
  const refused = requireId(nobody, "eve", "/principal/id", "Nobody.");

  await expect(refused).rejects.toMatchObject({ errors: [{ pointer: "/principal/id", detail: "Nobody." }] });
});

test.each(["0193a2c4-77aa-7d0e-9f3b-2f6a1c9b5e10", "f:0193a2c4-77aa-7d0e-9f3b-2f6a1c9b5e10:ada"])(
  "the id %s is taken as it is",
  async (id) => {
    expect(await requireId(nobody, ` ${id} `, "/principal/id", "Nobody.")).toBe(id);
  },
);

test("where nobody may look, everything typed is an id", async () => {
  expect(await requireId(hidden(), "g-7", "/principal/id", "Nobody.")).toBe("g-7");
});

test("any other failure is one", async () => {
  const late = finding(Promise.reject(new Problem("It is late.", { status: 503 })));

  await expect(requireId(late, "ada", "/principal/id", "Nobody.")).rejects.toThrow("It is late.");
});

test("a list is narrowed to the first who is meant, or to what was typed", async () => {
  expect(await anyId([nobody, hidden(), finding(Promise.resolve("g-2"))], "/emea/sales")).toBe("g-2");
  expect(await anyId([nobody, hidden()], " u-7 ")).toBe("u-7");
});

test("only what is forbidden is hidden", () => {
  expect([isHidden(forbidden), isHidden(missing), isHidden(undefined)]).toEqual([true, false, false]);
});
