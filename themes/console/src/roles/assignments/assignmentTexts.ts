import type { LabelProps } from "@patternfly/react-core";
import type { TFunction } from "i18next";
import type { Choice } from "../../forms/ChoiceField";
import type { Place } from "../place";
import {
  principalTypesIn,
  sources,
  states,
  type AssignmentState,
  type Holder,
  type PrincipalType,
} from "./assignments";

interface PrincipalTexts {
  readonly label: string;
  readonly help: string;
  /** That there is none of the name that was typed. */
  readonly missing: string;
}

const inTenant: Readonly<Record<PrincipalType, PrincipalTexts>> = {
  user: {
    label: "keystewardPrincipalMember",
    help: "keystewardPrincipalMemberHelp",
    missing: "keystewardNoSuchMember",
  },
  "service-account": {
    label: "keystewardPrincipalServiceAccount",
    help: "keystewardPrincipalServiceAccountHelp",
    missing: "keystewardNoSuchServiceAccount",
  },
  "organization-group": {
    label: "keystewardPrincipalOrganizationGroup",
    help: "keystewardPrincipalOrganizationGroupHelp",
    missing: "keystewardNoSuchOrganizationGroup",
  },
  "realm-group": {
    label: "keystewardPrincipalRealmGroup",
    help: "keystewardPrincipalRealmGroupHelp",
    missing: "keystewardNoSuchRealmGroup",
  },
};

const inRealm: Readonly<Record<PrincipalType, PrincipalTexts>> = {
  ...inTenant,
  user: { label: "user", help: "keystewardPrincipalUserHelp", missing: "keystewardNoSuchUser" },
  "realm-group": { ...inTenant["realm-group"], help: "keystewardPrincipalRealmGroupEverywhereHelp" },
};

/** What a type of principal is called there. */
export const principalTextsIn = ({ tenant }: Place, type: PrincipalType): PrincipalTexts =>
  (tenant === undefined ? inRealm : inTenant)[type];

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

export const principalChoices = (place: Place, t: TFunction): Choice[] =>
  principalTypesIn(place).map((value) => ({ value, label: t(principalTextsIn(place, value).label) }));

/** What a rule gives is kept nowhere, and so it is in no list of assignments. */
export const sourceChoices = (t: TFunction): Choice[] =>
  sources.filter((source) => source !== "rule").map((value) => ({ value, label: t(sourceTexts[value]) }));

export const stateChoices = (t: TFunction): Choice[] =>
  states.map((value) => ({ value, label: t(stateLooks[value].text) }));
