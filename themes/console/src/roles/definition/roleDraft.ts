import { aliasFor } from "../../tenants/alias";
import { linesIn } from "../../forms/lines";
import type { Place } from "../place";
import type { Role, RoleContent, StockRole } from "./roles";

/** A role while it is being edited. */
export interface RoleDraft {
  /** Undefined as long as the key follows the name. */
  readonly ownKey: string | undefined;
  readonly name: string;
  readonly description: string;
  readonly rank: number | undefined;
  /** One a line. */
  readonly grants: string;
  readonly parents: readonly string[];
  readonly stockRoles: readonly StockRoleDraft[];
}

export interface StockRoleDraft {
  /** Empty for a role of the realm. */
  readonly client: string;
  readonly role: string;
}

export const newRole: RoleDraft = {
  ownKey: undefined,
  name: "",
  description: "",
  rank: 20,
  grants: "",
  parents: [],
  stockRoles: [],
};

export const newStockRole: StockRoleDraft = { client: "", role: "" };

export const draftOf = (role: Role): RoleDraft => ({
  ownKey: role.key,
  name: role.name,
  description: role.description ?? "",
  rank: role.rank,
  grants: role.grants.join("\n"),
  parents: role.parents,
  stockRoles: (role.keycloakRoles ?? []).map(({ client = "", role: name }) => ({ client, role: name })),
});

export const keyOf = ({ ownKey, name }: RoleDraft): string => (ownKey ?? aliasFor(name)).trim();

/** Another line for a grant that is not there yet. */
export const withGrant = (draft: RoleDraft, grant: string): RoleDraft => ({
  ...draft,
  grants: linesIn(`${draft.grants}\n${grant}`).join("\n"),
});

/** What a draft is sent as. */
export const contentIn = (draft: RoleDraft, { tenant }: Place): RoleContent => ({
  name: draft.name.trim(),
  description: draft.description.trim(),
  rank: draft.rank ?? 0,
  grants: linesIn(draft.grants),
  parents: draft.parents,
  ...(tenant === undefined && { keycloakRoles: draft.stockRoles.map(stockRoleIn) }),
});

const stockRoleIn = ({ client, role }: StockRoleDraft): StockRole => ({
  ...(client.trim() !== "" && { client: client.trim() }),
  role: role.trim(),
});
