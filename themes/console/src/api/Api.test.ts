import { afterEach, expect, test, vi } from "vitest";
import { addressIn, apiOf } from "./Api";
import { Problem } from "./Problem";

// The console itself needs a browser.
vi.mock("@keycloak/keycloak-admin-ui", () => ({}));

afterEach(() => {
  vi.unstubAllGlobals();
});

function answering(response: Response) {
  const fetched = vi.fn<typeof fetch>().mockResolvedValue(response);
  vi.stubGlobal("fetch", fetched);
  return fetched;
}

const api = () => apiOf("https://id.example/admin/realms/shop/keysteward/v1", () => Promise.resolve("token"));

test("encodes what a path is made of and leaves out what is not asked", () => {
  const address = addressIn("/admin/realms/shop/keysteward/v1", ["tenants", "a/b"], {
    search: "x y",
    role: "",
    cursor: undefined,
  });

  expect(address).toBe("/admin/realms/shop/keysteward/v1/tenants/a%2Fb?search=x+y");
});

test("names the version that a change was made to", async () => {
  const fetched = answering(new Response("{}", { status: 200 }));

  await api().put(["plans", "team"], { name: "Team" }, '"3"');

  const headers = new Headers(fetched.mock.calls[0]?.[1]?.headers);
  expect([headers.get("If-Match"), headers.get("Content-Type")]).toEqual(['"3"', "application/json"]);
});

test("asks what a change would do", async () => {
  const fetched = answering(new Response("{}", { status: 200 }));

  await api().put(["roles", "editor"], { rank: 5 }, '"3"', { dryRun: true });

  expect(fetched.mock.calls[0]?.[0]).toBe(
    "https://id.example/admin/realms/shop/keysteward/v1/roles/editor?dryRun=true",
  );
});

test("sends no body where there is nothing to say", async () => {
  const fetched = answering(new Response("{}", { status: 200 }));

  await api().post(["tenants", "acme", "license", "resume"]);

  expect(fetched.mock.calls[0]?.[1]?.body).toBeUndefined();
});

test("a removal answers nothing, or what becomes of the removed", async () => {
  answering(new Response(null, { status: 204 }));
  expect(await api().remove<unknown>(["plans", "team"])).toBeUndefined();

  answering(new Response('{"alias":"acme"}', { status: 202 }));
  expect(await api().remove<unknown>(["tenants", "acme"], { confirm: "acme" })).toEqual({ alias: "acme" });
});

test("a download carries the token", async () => {
  const fetched = answering(new Response("day,seatsUsed", { status: 200 }));

  const file = await api().download(["tenants", "acme", "usage"], {}, "text/csv");

  const headers = new Headers(fetched.mock.calls[0]?.[1]?.headers);
  expect(headers.get("Authorization")).toBe("Bearer token");
  expect(headers.get("Accept")).toContain("text/csv");
  expect(await file.text()).toBe("day,seatsUsed");
});

test("a refusal is a problem", async () => {
  answering(new Response('{"detail":"Changed since."}', { status: 412 }));

  const refused = await api()
    .put(["plans", "team"], {})
    .catch((cause: unknown) => cause);

  expect(refused).toBeInstanceOf(Problem);
  expect(refused).toMatchObject({ message: "Changed since.", isStale: true });
});
