import type { Api, Listing, Versioned } from "../../api/Api";
import type { Place } from "../place";

// What has no value is absent from the server's answers, never null.

export const principalTypes = ["user", "service-account", "organization-group", "realm-group"] as const;

export type PrincipalType = (typeof principalTypes)[number];

/** Who can have a role there: a group inside a tenant is nobody in the realm. */
export const principalTypesIn = ({ tenant }: Place): PrincipalType[] =>
  principalTypes.filter((type) => tenant !== undefined || type !== "organization-group");

/** How somebody came by a role that is assigned. */
export const sources = ["manual", "invitation", "scim", "idp", "rule", "request"] as const;

export type Source = (typeof sources)[number];

export const states = ["scheduled", "active", "expired"] as const;

export type AssignmentState = (typeof states)[number];

/** Who has a role. */
export interface Principal {
  readonly type: PrincipalType;
  /** The user's or the group's. */
  readonly id: string;
  readonly name?: string;
}

/** What can be changed of an assignment. */
export interface AssignmentTerm {
  /** ISO 8601; absent for at once. */
  readonly from?: string;
  /** ISO 8601; absent for no end. */
  readonly until?: string;
  readonly reason?: string;
}

export interface NewAssignment extends AssignmentTerm {
  readonly principal: { readonly type: PrincipalType; readonly id: string };
  /** The role's key. */
  readonly role: string;
  /** Where in the tenant; absent for the whole of it. */
  readonly path?: string;
}

export interface Assignment extends AssignmentTerm {
  readonly id: string;
  readonly principal: Principal;
  readonly role: string;
  readonly path?: string;
  readonly source: Source;
  /** What it came by, such as the key of a rule. */
  readonly detail?: string;
  readonly state: AssignmentState;
  readonly createdAt: string;
}

/** Somebody who has a role, by whatever way: a member's own role is a way too. */
export interface Holder {
  readonly principal: Principal;
  readonly assignmentId?: string;
  readonly path?: string;
  readonly from?: string;
  readonly until?: string;
  readonly source: Source | "membership";
  /** What it came by, such as the key of a rule. */
  readonly detail?: string;
  readonly state: AssignmentState;
}

/** Empty for everything. */
export interface AssignmentFilter {
  readonly principalType: string;
  readonly principalId: string;
  readonly role: string;
  readonly path: string;
  readonly source: string;
  readonly state: string;
}

/** What the realm assigns holds in every tenant. */
const pathOf = ({ path, tenant }: Place, ...more: readonly string[]) => [
  ...path,
  tenant === undefined ? "role-assignments" : "assignments",
  ...more,
];

export const assignmentsOf = (api: Api) => ({
  page: (place: Place, filter: AssignmentFilter, limit: number, cursor: string | undefined) =>
    api.get<Listing<Assignment>>(pathOf(place), { ...filter, limit, cursor }),
  one: (place: Place, id: string): Promise<Versioned<Assignment>> => api.read(pathOf(place, id)),
  assign: (place: Place, assignment: NewAssignment) => api.post<Assignment>(pathOf(place), assignment),
  change: (place: Place, id: string, term: AssignmentTerm, version: string | undefined) =>
    api.put<Assignment>(pathOf(place, id), term, version),
  end: (place: Place, id: string) => api.remove(pathOf(place, id)),
});

export type Assignments = ReturnType<typeof assignmentsOf>;

export const noFilter: AssignmentFilter = {
  principalType: "",
  principalId: "",
  role: "",
  path: "",
  source: "",
  state: "",
};

export const isNarrowed = (filter: AssignmentFilter) => Object.values(filter).some((value) => value !== "");

/** What a rule gives ends with the rule, or when the rule no longer applies. */
export const isChangeable = ({ source }: Pick<Assignment, "source">): boolean => source !== "rule";

/** What people call whoever has the role. */
export const nameOfPrincipal = ({ name, id }: Pick<Principal, "name" | "id">): string => name ?? id;
