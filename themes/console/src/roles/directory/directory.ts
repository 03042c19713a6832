import type { Api, Path } from "../../api/Api";
import { Problem } from "../../api/Problem";
import type { Suggestion } from "../../forms/SuggestedTextField";
import { displayNameOf, type Members } from "../../tenants/members/members";
import { memberIdOf } from "../fields/memberIds";

/** Where people, accounts or groups are found by what they are called. */
export interface Directory {
  /** Those whose names match what was typed so far, by what `find` finds them. */
  readonly offer: (text: string, limit: number) => Promise<readonly Suggestion[]>;
  /** The id of the one that is meant; undefined where there is none, or more than one. */
  readonly find: (text: string) => Promise<string | undefined>;
}

/** As many as share a name, or as have it in theirs, at most. */
const foundAtMost = 100;

export const membersIn = (members: Members, tenant: string): Directory => ({
  offer: async (search, limit) => {
    const { items } = await members.page(tenant, { search }, limit);
    return items.map((member) => ({ value: member.username, description: displayNameOf(member) }));
  },
  find: (text) => memberIdOf(members, tenant, text),
});

interface User {
  readonly id: string;
  readonly username: string;
  readonly firstName?: string;
  readonly lastName?: string;
}

/** Users of the realm, by username or mail address. */
export const usersIn = (stock: Api): Directory => {
  const only = async (query: Record<string, string | boolean>) =>
    (await stock.get<readonly User[]>(["users"], { ...query, briefRepresentation: true, max: 1 }))[0]?.id;
  return {
    offer: async (search, max) => {
      const users = await stock.get<readonly User[]>(["users"], { search, max, briefRepresentation: true });
      return users.map((user) => ({ value: user.username, description: displayNameOf(user) }));
    },
    find: async (text) => (await only({ username: text, exact: true })) ?? (await only({ email: text, exact: true })),
  };
};

interface Client {
  readonly id: string;
  readonly clientId: string;
  readonly name?: string;
  readonly serviceAccountsEnabled?: boolean;
}

/** What Keycloak puts before a client's id to name its service account. */
const accountPrefix = "service-account-";

/** Service accounts, by the id of their client. */
export const serviceAccountsIn = (stock: Api): Directory => {
  const accountOf = async (clientId: string): Promise<string | undefined> => {
    const [client] = await stock.get<readonly Client[]>(["clients"], { clientId });
    return client?.serviceAccountsEnabled === true
      ? (await stock.get<User>(["clients", client.id, "service-account-user"])).id
      : undefined;
  };
  return {
    offer: async (clientId, limit) => {
      const clients = await stock.get<readonly Client[]>(["clients"], { clientId, search: true, max: foundAtMost });
      return clients
        .filter(({ serviceAccountsEnabled }) => serviceAccountsEnabled)
        .slice(0, limit)
        .map((client) => ({ value: client.clientId, description: client.name }));
    },
    find: async (text) =>
      (await accountOf(text)) ??
      (text.startsWith(accountPrefix) ? accountOf(text.slice(accountPrefix.length)) : undefined),
  };
};

interface Group {
  readonly id: string;
  readonly name: string;
  readonly path: string;
}

export const groupsOfRealm = (stock: Api): Directory => groupsBelow(stock, ["groups"], ["group-by-path"]);

export function groupsOfOrganization(stock: Api, organization: string): Directory {
  const groups = ["organizations", organization, "groups"];
  return groupsBelow(stock, groups, [...groups, "group-by-path"]);
}

/** Groups by their path, or by a name that only one of them has. */
function groupsBelow(stock: Api, all: Path, byPath: Path): Directory {
  const search = (name: string, max: number) =>
    stock.get<readonly Group[]>(all, { search: name, max, populateHierarchy: false, briefRepresentation: true });
  return {
    offer: async (text, limit) => {
      const groups = await search(namesIn(text).at(-1) ?? "", limit);
      return groups.map(({ path, name }) => ({ value: path, description: name }));
    },
    find: async (text) => {
      const names = namesIn(text);
      // The server would take these as steps to somewhere else.
      if (names.length === 0 || names.includes(".") || names.includes("..")) {
        return undefined;
      }
      const there = text.startsWith("/") ? await unlessMissing(stock.get<Group>([...byPath, ...names])) : undefined;
      return there?.id ?? groupMeant(await search(names.at(-1) ?? "", foundAtMost), text)?.id;
    },
  };
}

/** The same groups, where a name is what counts and not the path. */
export const byName = (groups: Directory): Directory => ({
  ...groups,
  offer: async (text, limit) =>
    (await groups.offer(text, limit)).map(({ value, description }) => ({
      value: description ?? value,
      description: value,
    })),
});

const namesIn = (path: string): string[] => path.split("/").filter((name) => name !== "");

/** Also where a name has a slash in it, which a path does not tell from one between two names. */
function groupMeant(groups: readonly Group[], text: string): Group | undefined {
  const there = groups.find(({ path }) => path === text);
  const [named, another] = groups.filter(({ name }) => name === text);
  return there ?? (another ? undefined : named);
}

async function unlessMissing<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (cause) {
    if (cause instanceof Problem && cause.status === 404) {
      return undefined;
    }
    throw cause;
  }
}

/** As Keycloak makes them, those of federated users included. */
const anId = /^(f:.+|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;

/**
 * The id of the one that is meant, for a form. An id is taken as it is, and so is everything where nobody may look.
 *
 * @param pointer where it is shown that there is none
 * @param detail says so
 */
export async function requireId(directory: Directory, typed: string, pointer: string, detail: string): Promise<string> {
  const text = typed.trim();
  try {
    const id = (await directory.find(text)) ?? (anId.test(text) ? text : undefined);
    if (id !== undefined) {
      return id;
    }
  } catch (cause) {
    if (isHidden(cause)) {
      return text;
    }
    throw cause;
  }
  throw new Problem(detail, { errors: [{ pointer, detail }] });
}

/** The id of the first that is meant in any of these, to narrow a list; what was typed where nobody is. */
export async function anyId(directories: readonly Directory[], typed: string): Promise<string> {
  const text = typed.trim();
  for (const directory of directories) {
    // What cannot be searched keeps nobody from searching the others.
    const id = await directory.find(text).catch(() => undefined);
    if (id !== undefined) {
      return id;
    }
  }
  return text;
}

/** Not everyone who administers Keysteward may see what Keycloak has. */
export const isHidden = (cause: unknown): boolean => cause instanceof Problem && cause.status === 403;
