import type { Api, Listing, Versioned } from "../../api/Api";
import type { Condition } from "./conditions";

// What has no value is absent from the server's answers, never null.

/** What a rule would give, and to whom. */
export interface RuleEffect {
  /** The role's key. */
  readonly role: string;
  /** Where in the tenant; absent for the whole of it. */
  readonly path?: string;
  readonly when: Condition;
}

export interface RuleContent extends RuleEffect {
  readonly name: string;
  readonly enabled: boolean;
}

/** Gives a role to every member for whom a condition holds, as long as it does. */
export interface AssignmentRule extends RuleContent {
  readonly key: string;
}

/** For whom it would hold now. */
export interface RulePreview {
  readonly matches: number;
  readonly sample: readonly { readonly userId: string; readonly username?: string }[];
  /** Not everybody could be looked at: there may be more. */
  readonly truncated: boolean;
}

const pathOf = (tenant: string, ...more: readonly string[]) => ["tenants", tenant, "assignment-rules", ...more];

export const rulesOf = (api: Api) => ({
  page: (tenant: string, limit: number, cursor: string | undefined) =>
    api.get<Listing<AssignmentRule>>(pathOf(tenant), { limit, cursor }),
  one: (tenant: string, key: string): Promise<Versioned<AssignmentRule>> => api.read(pathOf(tenant, key)),
  create: (tenant: string, rule: AssignmentRule) => api.post<AssignmentRule>(pathOf(tenant), rule),
  change: (tenant: string, key: string, content: RuleContent, version: string | undefined) =>
    api.put<AssignmentRule>(pathOf(tenant, key), content, version),
  remove: (tenant: string, key: string) => api.remove(pathOf(tenant, key)),
  preview: (tenant: string, { role, path, when }: RuleEffect) =>
    api.post<RulePreview>(pathOf(tenant, "preview"), { role, ...(path !== undefined && { path }), when }),
});

export type Rules = ReturnType<typeof rulesOf>;
