import type { Category } from "./filters";

/** Message keys. */
export const categoryTexts: Readonly<Record<Category, string>> = {
  authentication: "keystewardAuditCategoryAuthentication",
  administration: "keystewardAuditCategoryAdministration",
  access: "keystewardAuditCategoryAccess",
  data: "keystewardAuditCategoryData",
  security: "keystewardAuditCategorySecurity",
  compliance: "keystewardAuditCategoryCompliance",
  system: "keystewardAuditCategorySystem",
};

export type OutcomeName = "success" | "failure";

export const outcomeTexts: Readonly<Record<OutcomeName, string>> = {
  success: "keystewardAuditSuccess",
  failure: "keystewardAuditFailure",
};

const partyTypeTexts: Readonly<Record<string, string>> = {
  user: "keystewardAuditActorUser",
  member: "keystewardAuditActorMember",
  administrator: "keystewardAuditActorAdministrator",
  "service-account": "keystewardAuditActorServiceAccount",
  client: "keystewardAuditActorClient",
  server: "keystewardAuditActorServer",
  anonymous: "keystewardAuditActorAnonymous",
};

/** Of the type of whoever did it, or to what it was done; absent for those that have no other word. */
export const partyTypeText = (type: string): string | undefined => partyTypeTexts[type];

const sourceTexts: Readonly<Record<string, string>> = {
  "user-event": "keystewardAuditSourceUserEvent",
  "admin-event": "keystewardAuditSourceAdminEvent",
  "provider-event": "keystewardAuditSourceProviderEvent",
  keysteward: "keystewardAuditSourceKeysteward",
  server: "keystewardAuditSourceServer",
};

export const sourceText = (source: string): string | undefined => sourceTexts[source];
