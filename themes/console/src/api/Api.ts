import { useAdminClient, useRealm } from "@keycloak/keycloak-admin-ui";
import { useMemo } from "react";
import { asProblem, problemIn } from "./Problem";

/** One page of a list; `nextCursor` is absent on the last. */
export interface Listing<T> {
  readonly items: readonly T[];
  readonly nextCursor?: string;
}

/** A resource and the version that was read, which a change of it must name. */
export interface Versioned<T> {
  readonly value: T;
  readonly version: string | undefined;
}

type Query = Readonly<Record<string, string | number | undefined>>;

interface Request {
  readonly method?: string;
  readonly query?: Query;
  readonly body?: unknown;
  readonly ifMatch?: string | undefined;
}

/** Keysteward's administration resources of one realm. Every failure is a `Problem`. */
export interface Api {
  get: <T>(path: Path, query?: Query) => Promise<T>;
  read: <T>(path: Path) => Promise<Versioned<T>>;
  post: <T>(path: Path, body: unknown) => Promise<T>;
  /** @param ifMatch the version that was read; the server refuses with 412 when another has replaced it */
  put: <T>(path: Path, body: unknown, ifMatch?: string) => Promise<T>;
  remove: (path: Path) => Promise<void>;
}

/** The parts of an address below `keysteward/v1`, not yet encoded. */
export type Path = readonly string[];

export function addressIn(realmUrl: string, path: Path, query: Query = {}): string {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === undefined || value === "" ? [] : [[name, String(value)]],
  );
  const address = [realmUrl, "keysteward", "v1", ...path.map(encodeURIComponent)].join("/");
  return given.length === 0 ? address : `${address}?${new URLSearchParams(given).toString()}`;
}

/** @param accessToken asked for each call, because the console renews it while the page is open */
export function apiOf(realmUrl: string, accessToken: () => Promise<string | undefined>): Api {
  async function call(path: Path, { method = "GET", query, body, ifMatch }: Request): Promise<Response> {
    const headers = new Headers({ Accept: "application/json, application/problem+json" });
    headers.set("Authorization", `Bearer ${(await accessToken()) ?? ""}`);
    const request: RequestInit = { method, headers };
    if (body !== undefined) {
      headers.set("Content-Type", "application/json");
      request.body = JSON.stringify(body);
    }
    if (ifMatch !== undefined) {
      headers.set("If-Match", ifMatch);
    }
    const response = await fetch(addressIn(realmUrl, path, query), request).catch((cause: unknown) => {
      throw asProblem(cause);
    });
    if (!response.ok) {
      throw await problemIn(response);
    }
    return response;
  }

  const send = async <T>(path: Path, request: Request) => (await (await call(path, request)).json()) as T;

  return {
    get: (path, query = {}) => send(path, { query }),
    read: async <T>(path: Path) => {
      const response = await call(path, {});
      return { value: (await response.json()) as T, version: response.headers.get("ETag") ?? undefined };
    },
    post: (path, body) => send(path, { method: "POST", body }),
    put: (path, body, ifMatch) => send(path, { method: "PUT", body, ifMatch }),
    remove: async (path) => {
      await call(path, { method: "DELETE" });
    },
  };
}

/** The resources of the realm in view. */
export function useApi(): Api {
  const { adminClient } = useAdminClient();
  const { realm } = useRealm();
  return useMemo(
    () => apiOf(`${adminClient.baseUrl}/admin/realms/${encodeURIComponent(realm)}`, () => adminClient.getAccessToken()),
    [adminClient, realm],
  );
}
