/** Limits that a plan or a license sets; without one, there is none. */
export type Limits = Readonly<Partial<Record<LimitKey, number | undefined>>>;

/** The server refuses to go beyond these. */
export const enforcedLimits = [
  "seats",
  "admins",
  "pendingInvitations",
  "identityProviders",
  "domains",
  "customRoles",
  "scimConnections",
  "auditRetentionDays",
] as const;

/** Kept and shown, for what is to be limited later. */
export const storedLimits = [
  "concurrentSessionsPerMember",
  "concurrentSessions",
  "apiRequestsPerMinute",
  "policies",
] as const;

export const limitKeys = [...enforcedLimits, ...storedLimits];

export type LimitKey = (typeof limitKeys)[number];

interface Texts {
  readonly label: string;
  /** What is counted. */
  readonly help: string;
}

export const limitTexts: Readonly<Record<LimitKey, Texts>> = {
  seats: { label: "keystewardSeats", help: "keystewardLimitSeatsHelp" },
  admins: { label: "keystewardLimitAdmins", help: "keystewardLimitAdminsHelp" },
  pendingInvitations: { label: "keystewardLimitInvitations", help: "keystewardLimitInvitationsHelp" },
  identityProviders: { label: "keystewardLimitIdentityProviders", help: "keystewardLimitIdentityProvidersHelp" },
  domains: { label: "keystewardLimitDomains", help: "keystewardLimitDomainsHelp" },
  concurrentSessionsPerMember: { label: "keystewardLimitMemberSessions", help: "keystewardLimitMemberSessionsHelp" },
  concurrentSessions: { label: "keystewardLimitSessions", help: "keystewardLimitSessionsHelp" },
  customRoles: { label: "keystewardLimitCustomRoles", help: "keystewardLimitCustomRolesHelp" },
  scimConnections: { label: "keystewardLimitScim", help: "keystewardLimitScimHelp" },
  apiRequestsPerMinute: { label: "keystewardLimitApiRequests", help: "keystewardLimitApiRequestsHelp" },
  auditRetentionDays: { label: "keystewardLimitAuditDays", help: "keystewardLimitAuditDaysHelp" },
  policies: { label: "keystewardLimitPolicies", help: "keystewardLimitPoliciesHelp" },
};

export const limitPointers = limitKeys.map((key) => `/limits/${key}`);

/** With another value for one of them; undefined takes the limit away. */
export const withLimit = (limits: Limits, key: LimitKey, value: number | undefined): Limits =>
  Object.fromEntries(Object.entries({ ...limits, [key]: value }).filter(([, number]) => number !== undefined));

/** Whether any of these has a number. */
export const setsAny = (limits: Limits, keys: readonly LimitKey[]): boolean =>
  keys.some((key) => limits[key] !== undefined);
