import type { Api, Listing } from "../../api/Api";

// What has no value is absent from the server's answers, never null.

export const mappingSources = ["idp", "scim"] as const;

/** Who tells of groups. */
export type MappingSource = (typeof mappingSources)[number];

export interface NewMapping {
  readonly source: MappingSource;
  /** The alias; absent for any identity provider, and for SCIM. */
  readonly identityProvider?: string;
  /** With an asterisk at the end for every group whose name begins alike. */
  readonly group: string;
  /** The role's key. */
  readonly role: string;
  /** Where in the tenant; absent for the whole of it. */
  readonly path?: string;
}

/** Gives a role to whoever is in a group of somebody else's directory. */
export interface RoleMapping extends NewMapping {
  readonly id: string;
}

const pathOf = (tenant: string, ...more: readonly string[]) => ["tenants", tenant, "role-mappings", ...more];

export const mappingsOf = (api: Api) => ({
  page: (tenant: string, limit: number, cursor: string | undefined) =>
    api.get<Listing<RoleMapping>>(pathOf(tenant), { limit, cursor }),
  create: (tenant: string, mapping: NewMapping) => api.post<RoleMapping>(pathOf(tenant), mapping),
  remove: (tenant: string, id: string) => api.remove(pathOf(tenant, id)),
});

/** A mapping while it is being made: texts, of which some may stay empty. */
export interface MappingDraft {
  readonly source: MappingSource;
  readonly identityProvider: string;
  readonly group: string;
  readonly role: string;
  readonly path: string;
}

export const newMapping: MappingDraft = { source: "idp", identityProvider: "", group: "", role: "", path: "" };

export function mappingIn({ source, identityProvider, group, role, path }: MappingDraft): NewMapping {
  const alias = identityProvider.trim();
  return {
    source,
    // SCIM knows of no identity providers.
    ...(source === "idp" && alias !== "" && { identityProvider: alias }),
    group: group.trim(),
    role,
    ...(path.trim() !== "" && { path: path.trim() }),
  };
}
