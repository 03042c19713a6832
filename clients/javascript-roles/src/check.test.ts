import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Question, type PermissionsOptions, permissionsOf, UndecidedError } from "./index.js";

interface Request {
  readonly url: string | undefined;
  readonly authorization: string | undefined;
  readonly questions: Question[];
}

const claims = { organization: { acme: { roles: ["editor"] } }, exp: 1_800_000_000 };

let server: Server;
let issuer: string;
let requests: Request[];
let allowed: Set<string>;
let respond: (response: ServerResponse, request: Request) => void;
let now: number;

function decide(response: ServerResponse, { questions }: Request): void {
  send(response, 200, JSON.stringify(questions.map((one) => ({ allowed: allowed.has(text(one)) }))));
}

function text({ tenant, permission, path = "" }: Question): string {
  return `${tenant} ${permission} ${path}`.trim();
}

function send(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { "Content-Type": "application/json" }).end(body);
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = "";
  for await (const part of request) {
    body += String(part);
  }
  return body;
}

beforeEach(async () => {
  requests = [];
  allowed = new Set();
  respond = decide;
  now = 1_799_999_000_000;
  server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const questions = JSON.parse(body) as Question[];
      const read = { url: request.url, authorization: request.headers.authorization, questions };
      requests.push(read);
      respond(response, read);
    });
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}/realms/demo`;
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
});

const ann = (options: PermissionsOptions = {}) =>
  permissionsOf(claims, { token: "token", issuer, timeout: 500, now: () => now, ...options });

describe("check", () => {
  it("asks with the caller's own token", async () => {
    allowed.add("acme journeys.publish");

    expect(await ann().check("journeys.publish")).toBe(true);
    expect(await ann().check("journeys.read")).toBe(false);

    expect(requests[0]).toEqual({
      url: "/realms/demo/keysteward/v1/check",
      authorization: "Bearer token",
      questions: [{ tenant: "acme", permission: "journeys.publish" }],
    });
  });

  it("asks about a path", async () => {
    allowed.add("acme journeys.publish workspace/emea");

    expect(await ann().check("journeys.publish", { path: "workspace/emea" })).toBe(true);
    expect(await ann().check("journeys.publish", { path: "workspace/apac" })).toBe(false);
    expect(await ann().check("journeys.publish")).toBe(false);
  });

  it("asks about the tenant that the application names", async () => {
    allowed.add("beta journeys.publish");

    expect(await ann({ tenant: "beta" }).check("journeys.publish")).toBe(true);
  });

  it("asks nothing and permits nothing without a tenant", async () => {
    expect(await permissionsOf({}, { token: "token", issuer }).check("journeys.publish")).toBe(false);
    expect(requests).toEqual([]);
  });
});

describe("an answer", () => {
  it("counts for five seconds", async () => {
    allowed.add("acme journeys.publish");
    const permissions = ann();
    await permissions.check("journeys.publish");
    allowed.clear();

    now += 4999;
    expect(await permissions.check("journeys.publish")).toBe(true);
    now += 1;
    expect(await permissions.check("journeys.publish")).toBe(false);
  });

  it("does not count for whoever wants a fresh one, which then counts for all", async () => {
    allowed.add("acme journeys.publish");
    const permissions = ann();
    await permissions.check("journeys.publish");
    allowed.clear();

    expect(await permissions.check("journeys.publish", { fresh: true })).toBe(false);
    expect(await permissions.check("journeys.publish")).toBe(false);
    expect(requests).toHaveLength(2);
  });

  it("is waited for by all who ask meanwhile", async () => {
    allowed.add("acme journeys.publish");
    const permissions = ann();

    const both = await Promise.all([permissions.check("journeys.publish"), permissions.check("journeys.publish")]);

    expect(both).toEqual([true, true]);
    expect(requests).toHaveLength(1);
  });

  it("does not count after a clock was set back", async () => {
    const permissions = ann();
    await permissions.check("journeys.publish");
    allowed.add("acme journeys.publish");

    now -= 60_000;

    expect(await permissions.check("journeys.publish")).toBe(true);
  });

  it("is kept in bounds, or not at all", async () => {
    const few = ann({ mostAnswers: 2 });
    await few.checkEach(["a.a", "a.b", "a.c"]);
    await few.checkEach(["a.b", "a.c"]);
    expect(requests).toHaveLength(1);
    await few.check("a.a");
    expect(requests).toHaveLength(2);

    const none = ann({ keepAnswers: 0 });
    await none.check("a.a");
    await none.check("a.a");
    expect(requests).toHaveLength(4);
  });
});

describe("checkEach", () => {
  it("asks a thousand at once and answers in their order", async () => {
    const checks = Array.from({ length: 1000 }, (_, number) => ({ permission: "a.b", path: `p/${number}` }));
    checks.filter((_, number) => number % 3 === 0).forEach(({ path }) => allowed.add(`acme a.b ${path}`));

    expect(await ann().checkEach(checks)).toEqual(checks.map((_, number) => number % 3 === 0));

    expect(requests).toHaveLength(1);
    expect(requests[0]?.questions).toHaveLength(1000);
  });

  it("asks for what it does not know alone, and for each once", async () => {
    allowed.add("acme a.b");
    const permissions = ann();
    await permissions.check("a.b");

    expect(await permissions.checkEach(["a.c", "a.b", "a.c"])).toEqual([false, true, false]);

    expect(requests[1]?.questions).toEqual([{ tenant: "acme", permission: "a.c" }]);
  });

  it("takes a fresh answer for those that do not insist", async () => {
    const permissions = ann();
    await permissions.check("a.b");
    allowed.add("acme a.b");

    expect(await permissions.checkEach(["a.b", { permission: "a.b", fresh: true }])).toEqual([true, true]);
  });

  it("asks nothing, and refuses too many", async () => {
    expect(await ann().checkEach([])).toEqual([]);
    await expect(ann().checkEach(Array.from({ length: 1001 }, () => "a.b"))).rejects.toThrow(RangeError);
    expect(requests).toEqual([]);
  });
});

describe("what cannot be decided", () => {
  const undecided = async (options: PermissionsOptions = {}) => {
    await expect(ann(options).check("a.b")).rejects.toThrow(UndecidedError);
  };

  it.each([
    "",
    "nonsense",
    '{"allowed":true}',
    "[]",
    '[{"allowed":true},{"allowed":true}]',
    '[{"allowed":"true"}]',
    '[{"allowed":1}]',
    '[{"allowed":null}]',
    "[{}]",
    "[true]",
    "[null]",
    '[{"allowed":true}] [{"allowed":true}]',
  ])("is an answer that is not clear: %s", async (answer) => {
    respond = (response) => {
      send(response, 200, answer);
    };
    await undecided();
  });

  it.each([201, 204, 302, 307, 400, 401, 403, 404, 422, 429, 500, 503])(
    "is a failure, and not kept: %i",
    async (status) => {
      const permissions = ann();
      respond = (response) => {
        response.setHeader("Location", `${issuer}/elsewhere`);
        send(response, status, status === 204 ? "" : '[{"allowed":true}]');
      };
      await expect(permissions.check("a.b")).rejects.toThrow(UndecidedError);

      respond = decide;
      allowed.add("acme a.b");

      expect(await permissions.check("a.b")).toBe(true);
      expect(requests).toHaveLength(2);
    },
  );

  it("is a server that is away", async () => {
    await undecided({ issuer: "http://127.0.0.1:9/realms/demo" });
  });

  it("is a server that is slow, or trickles", async () => {
    respond = () => undefined;
    await undecided();

    respond = (response) => {
      void (async () => {
        response.writeHead(200);
        for (let count = 0; count < 50 && !response.destroyed; count++) {
          response.write(" ");
          await pause(100);
        }
      })();
    };
    await undecided();
  });

  it("is an answer without an end", async () => {
    respond = (response) => {
      send(response, 200, `[${" ".repeat(1 << 20)}{"allowed":true}]`);
    };
    await undecided();
  });

  it("is a token that has expired", async () => {
    now = 1_800_000_000_000;
    await undecided();
    expect(requests).toEqual([]);
  });

  it("is a question without an issuer, or a token", async () => {
    await expect(permissionsOf(claims, { issuer, now: () => now }).check("a.b")).rejects.toThrow(UndecidedError);
    await expect(permissionsOf(claims, { token: "token", now: () => now }).check("a.b")).rejects.toThrow(
      UndecidedError,
    );
  });

  it("never shows the token", async () => {
    respond = (response) => {
      send(response, 401, "");
    };
    const fault: unknown = await ann({ token: "sEcReT" })
      .check("a.b")
      .catch((caught: unknown) => caught);
    expect(String(fault)).toContain("audience");
    expect(String(fault)).not.toContain("sEcReT");
    expect(JSON.stringify(ann({ token: "sEcReT" }))).not.toContain("sEcReT");
  });
});
