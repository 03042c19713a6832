import { expect, test } from "vitest";
import { asProblem, pointerTo, Problem, problemIn } from "./Problem";

const answer = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  new Response(typeof body === "string" ? body : JSON.stringify(body), { status, headers });

test("carries what our problem documents say", async () => {
  const problem = await problemIn(
    answer(422, {
      type: "urn:keysteward:problem:invalid-field",
      title: "Unprocessable Content",
      detail: "Two fields are wrong.",
      requestId: "r-1",
      errors: [{ pointer: "/alias", detail: "is taken" }],
    }),
  );

  expect(problem.message).toBe("Two fields are wrong.");
  expect(problem.status).toBe(422);
  expect(problem.type).toBe("urn:keysteward:problem:invalid-field");
  expect(problem.requestId).toBe("r-1");
  expect(problem.errors).toEqual([{ pointer: "/alias", detail: "is taken" }]);
});

test("keeps what a type of problem says beside the detail", async () => {
  const problem = await problemIn(answer(409, { detail: "3 assignments give this role.", assignments: 3 }));

  expect(problem.members.assignments).toBe(3);
});

test.each([
  ["Keycloak's admin resources", { errorMessage: "Tenant acme has no free seat" }, "Tenant acme has no free seat"],
  ["Keycloak's token checks", { error: "x", error_description: "Token expired" }, "Token expired"],
  ["a problem without detail", { title: "Conflict" }, "Conflict"],
])("understands %s", async (_who, body, detail) => {
  const problem = await problemIn(answer(400, body));

  expect(problem.message).toBe(detail);
});

test.each(["<html>Bad Gateway</html>", "", "null", '"text"'])(
  "falls back to the status for the body %j",
  async (body) => {
    const problem = await problemIn(new Response(body, { status: 502, statusText: "Bad Gateway" }));

    expect(problem.message).toBe("502 Bad Gateway");
  },
);

test("takes the request id from the header when the body has none", async () => {
  const problem = await problemIn(answer(500, {}, { "X-Request-Id": "r-2" }));

  expect(problem.requestId).toBe("r-2");
});

test("finds the errors of a field, those inside it included", () => {
  const problem = new Problem("wrong", {
    errors: [
      { pointer: "/domains/0", detail: "a is no domain." },
      { pointer: "/domains/2", detail: "c is taken." },
      { pointer: "/domainsTwo", detail: "not this one" },
    ],
  });

  expect(problem.of("/domains")).toBe("a is no domain. c is taken.");
  expect(problem.of("/name")).toBeUndefined();
});

test("keeps the errors that no field shows", () => {
  const problem = new Problem("wrong", {
    errors: [
      { pointer: "/limits/seats", detail: "too many" },
      { pointer: "/features/sso", detail: "unknown" },
    ],
  });

  expect(problem.beyond(["/limits/seats"])).toEqual([{ pointer: "/features/sso", detail: "unknown" }]);
});

test("makes a problem of a failed fetch", () => {
  const problem = asProblem(new TypeError("Failed to fetch"));

  expect(problem.status).toBe(0);
  expect(problem.message).toBe("Failed to fetch");
});

test("points to names with any characters", () => {
  expect(pointerTo("features", "a/b~c", 0)).toBe("/features/a~1b~0c/0");
});
