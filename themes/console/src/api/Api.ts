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

export type Query = Readonly<Record<string, string | number | boolean | undefined>>;

interface Request {
  readonly method?: string;
  readonly accept?: string;
  readonly query?: Query;
  readonly body?: unknown;
  readonly ifMatch?: string | undefined;
  readonly signal?: AbortSignal;
}

/** Administration resources of one realm: Keysteward's, or Keycloak's own. Every failure is a `Problem`. */
export interface Api {
  get: <T>(path: Path, query?: Query) => Promise<T>;
  read: <T>(path: Path) => Promise<Versioned<T>>;
  /** @param ifMatch the version that was read; the server refuses with 412 when another has replaced it */
  post: <T>(path: Path, body?: unknown, ifMatch?: string) => Promise<T>;
  put: <T>(path: Path, body: unknown, ifMatch?: string, query?: Query) => Promise<T>;
  /** Answers nothing, unless the resource says what becomes of it. */
  remove: <T = undefined>(path: Path, query?: Query, ifMatch?: string) => Promise<T>;
  /** A file. A plain link could not carry the access token. */
  download: (path: Path, query: Query, mediaType: string) => Promise<Blob>;
  /** An answer that comes bit by bit, until the signal ends it. */
  open: (path: Path, query: Query, mediaType: string, signal: AbortSignal) => Promise<ReadableStream<Uint8Array>>;
}

/** The parts of an address below the root, not yet encoded. */
export type Path = readonly string[];

export function addressIn(root: string, path: Path, query: Query = {}): string {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === undefined || value === "" ? [] : [[name, String(value)]],
  );
  const address = [root, ...path.map(encodeURIComponent)].join("/");
  return given.length === 0 ? address : `${address}?${new URLSearchParams(given).toString()}`;
}

/**
 * @param root what all addresses begin with
 * @param accessToken asked for each call, because the console renews it while the page is open
 */
export function apiOf(root: string, accessToken: () => Promise<string | undefined>): Api {
  async function call(path: Path, { method = "GET", accept = "application/json", ...given }: Request) {
    const headers = new Headers({ Accept: `${accept}, application/problem+json` });
    headers.set("Authorization", `Bearer ${(await accessToken()) ?? ""}`);
    const request: RequestInit = { method, headers, signal: given.signal ?? null };
    if (given.body !== undefined) {
      headers.set("Content-Type", "application/json");
      request.body = JSON.stringify(given.body);
    }
    if (given.ifMatch !== undefined) {
      headers.set("If-Match", given.ifMatch);
    }
    const response = await fetch(addressIn(root, path, given.query), request).catch((cause: unknown) => {
      throw asProblem(cause);
    });
    if (!response.ok) {
      throw await problemIn(response);
    }
    return response;
  }

  const send = async <T>(path: Path, request: Request) => {
    const response = await call(path, request);
    return (response.status === 204 ? undefined : await response.json()) as T;
  };

  return {
    get: (path, query = {}) => send(path, { query }),
    read: async <T>(path: Path) => {
      const response = await call(path, {});
      return { value: (await response.json()) as T, version: response.headers.get("ETag") ?? undefined };
    },
    post: (path, body, ifMatch) => send(path, { method: "POST", body, ifMatch }),
    put: (path, body, ifMatch, query = {}) => send(path, { method: "PUT", body, ifMatch, query }),
    remove: (path, query = {}, ifMatch) => send(path, { method: "DELETE", query, ifMatch }),
    download: async (path, query, mediaType) => (await call(path, { query, accept: mediaType })).blob(),
    open: async (path, query, mediaType, signal) =>
      (await call(path, { query, accept: mediaType, signal })).body ?? new ReadableStream(),
  };
}

/** The resources of the realm in view. */
export const useApi = (): Api => useApiBelow("/keysteward/v1");

/** What Keycloak itself has of the realm in view, as far as whoever is signed in may see it. */
export const useStockApi = (): Api => useApiBelow("");

function useApiBelow(path: string): Api {
  const { adminClient } = useAdminClient();
  const { realm } = useRealm();
  return useMemo(
    () =>
      apiOf(`${adminClient.baseUrl}/admin/realms/${encodeURIComponent(realm)}${path}`, () =>
        adminClient.getAccessToken(),
      ),
    [adminClient, realm, path],
  );
}

/** @param resources a function outside of any component, so that it is the same in every render */
export function useResources<T>(resources: (api: Api) => T): T {
  const api = useApi();
  return useMemo(() => resources(api), [api, resources]);
}
