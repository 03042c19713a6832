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

const actorTypeTexts: Readonly<Record<string, string>> = {
  user: "keystewardAuditActorUser",
  member: "keystewardAuditActorMember",
  administrator: "keystewardAuditActorAdministrator",
  "service-account": "keystewardAuditActorServiceAccount",
  client: "keystewardAuditActorClient",
  server: "keystewardAuditActorServer",
  anonymous: "keystewardAuditActorAnonymous",
};

/** Of an actor's type; absent for those that extensions make. */
export const actorTypeText = (type: string): string | undefined => actorTypeTexts[type];

const sourceTexts: Readonly<Record<string, string>> = {
  "user-event": "keystewardAuditSourceUserEvent",
  "admin-event": "keystewardAuditSourceAdminEvent",
  "provider-event": "keystewardAuditSourceProviderEvent",
  keysteward: "keystewardAuditSourceKeysteward",
  server: "keystewardAuditSourceServer",
};

export const sourceText = (source: string): string | undefined => sourceTexts[source];
