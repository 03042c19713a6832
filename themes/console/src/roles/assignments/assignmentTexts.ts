import type { LabelProps } from "@patternfly/react-core";
import type { TFunction } from "i18next";
import type { Choice } from "../../forms/ChoiceField";
import { principalTypes, sources, states, type AssignmentState, type Holder, type PrincipalType } from "./assignments";

export const principalTexts: Readonly<Record<PrincipalType, { label: string; help: string }>> = {
  user: { label: "keystewardPrincipalMember", help: "keystewardPrincipalMemberHelp" },
  "service-account": { label: "keystewardPrincipalServiceAccount", help: "keystewardPrincipalServiceAccountHelp" },
  "organization-group": {
    label: "keystewardPrincipalOrganizationGroup",
    help: "keystewardPrincipalOrganizationGroupHelp",
  },
  "realm-group": { label: "keystewardPrincipalRealmGroup", help: "keystewardPrincipalRealmGroupHelp" },
};

export const sourceTexts: Readonly<Record<Holder["source"], string>> = {
  membership: "keystewardSourceMembership",
  manual: "keystewardSourceManual",
  invitation: "keystewardSourceInvitation",
  scim: "keystewardSourceScim",
  idp: "keystewardSourceIdp",
  rule: "keystewardSourceRule",
  request: "keystewardSourceRequest",
};

export const stateLooks: Readonly<Record<AssignmentState, { text: string; color: NonNullable<LabelProps["color"]> }>> =
  {
    scheduled: { text: "keystewardAssignmentScheduled", color: "blue" },
    active: { text: "keystewardStateActive", color: "green" },
    expired: { text: "keystewardStateExpired", color: "grey" },
  };

export const principalChoices = (t: TFunction): Choice[] =>
  principalTypes.map((value) => ({ value, label: t(principalTexts[value].label) }));

/** What a rule gives is kept nowhere, and so it is in no list of assignments. */
export const sourceChoices = (t: TFunction): Choice[] =>
  sources.filter((source) => source !== "rule").map((value) => ({ value, label: t(sourceTexts[value]) }));

export const stateChoices = (t: TFunction): Choice[] =>
  states.map((value) => ({ value, label: t(stateLooks[value].text) }));
