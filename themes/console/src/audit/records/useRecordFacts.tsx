import { useAccess, useRealm } from "@keycloak/keycloak-admin-ui";
import { Label, LabelGroup } from "@patternfly/react-core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router-dom";
import type { Fact } from "../../lists/Facts";
import { addressIn } from "../../shell/ConsolePage";
import { userAddress } from "../../shell/stockAddresses";
import { ExactTime } from "../../time/ExactTime";
import { FilterLink } from "./FilterLink";
import type { FilterChange, FilterName } from "./filters";
import type { AuditRecord } from "./records";
import { actorTypeText, categoryTexts, outcomeTexts, sourceText } from "./texts";
import { textOf } from "./values";
import { ValueText } from "./ValueText";

/** Sections of a record, as terms and what stands for them. What it does not say is left out. */
export interface RecordFacts {
  readonly what: readonly Fact[];
  readonly who: readonly Fact[];
  readonly target: readonly Fact[];
  readonly details: readonly Fact[];
  readonly chain: readonly Fact[];
}

export function useRecordFacts(
  record: AuditRecord,
  description: string | undefined,
  onFilter: (filter: FilterChange) => void,
): RecordFacts {
  const { t } = useTranslation();
  const { realm } = useRealm();
  const { hasAccess } = useAccess();
  const { actor, target, outcome } = record;

  const filtering = (name: FilterName, value: string | undefined, testId: string, shown: ReactNode = value) =>
    value === undefined ? undefined : (
      <FilterLink filter={{ [name]: value }} testId={testId} onFilter={onFilter}>
        {shown}
      </FilterLink>
    );
  // Erased or not, it is said; only a value can be searched for.
  const filteringValue = (name: FilterName, value: unknown, testId: string) =>
    value === undefined ? undefined : (filtering(name, textOf(value), testId) ?? <ValueText value={value} />);
  const named = (type: string | undefined, name: unknown, testId: string) =>
    type === "user" || type === "member" || type === "administrator"
      ? filteringValue("name", name, testId)
      : name !== undefined && <ValueText value={name} />;
  const userLink = (type: string | undefined, id: string | undefined, testId: string) =>
    type === "user" && id !== undefined && hasAccess("view-users") ? (
      <Link to={userAddress(realm, id)} data-testid={testId}>
        {t("keystewardAuditOpenUser")}
      </Link>
    ) : undefined;

  return {
    what: facts([
      [t("keystewardAuditAction"), "action", filtering("action", record.action, "filter-by-action")],
      [t("description"), "description", description],
      [t("keystewardAuditTime"), "time", <ExactTime key="time" moment={record.time} />],
      [t("keystewardAuditCategory"), "category", t(categoryTexts[record.category])],
      [
        t("keystewardAuditOutcome"),
        "outcome",
        outcome.success
          ? t(outcomeTexts.success)
          : [t(outcomeTexts.failure), outcome.reason].filter(Boolean).join(": "),
      ],
      [
        t("keystewardTenant"),
        "tenant",
        record.tenant && <Link to={addressIn(realm, "tenants", record.tenant)}>{record.tenant}</Link>,
      ],
      [t("keystewardAuditRisk"), "risk", record.risk?.toString()],
      [
        t("keystewardAuditTags"),
        "tags",
        record.tags.length > 0 && (
          <LabelGroup aria-label={t("keystewardAuditTags")} numLabels={9}>
            {record.tags.map((tag) => (
              <Label
                key={tag}
                isCompact
                onClick={() => {
                  onFilter({ tag });
                }}
              >
                {tag}
              </Label>
            ))}
          </LabelGroup>
        ),
      ],
    ]),
    who: facts([
      [t("keystewardAuditType"), "actor-type", actor.type && t(actorTypeText(actor.type) ?? actor.type)],
      [t("name"), "actor-name", named(actor.type, actor.name, "filter-by-actor-name")],
      [t("id"), "actor-id", filtering("actor", actor.id, "filter-by-actor")],
      [t("keystewardAuditAccount"), "actor-user", userLink(actor.type, actor.id, "open-actor")],
      [t("keystewardAuditTenantRole"), "actor-role", actor.tenantRole],
      [t("keystewardAuditClient"), "actor-client", actor.client],
      [t("keystewardAuditIp"), "actor-ip", filteringValue("ip", actor.ip, "filter-by-ip")],
      [
        t("keystewardAuditUserAgent"),
        "actor-agent",
        actor.userAgent !== undefined && <ValueText value={actor.userAgent} />,
      ],
      [t("keystewardAuditSession"), "actor-session", actor.session],
      [t("keystewardAuditUsernameHash"), "actor-hash", actor.usernameHash],
    ]),
    target: facts([
      [t("keystewardAuditType"), "target-type", target?.type],
      [t("name"), "target-name", named(target?.type, target?.name, "filter-by-target-name")],
      [t("id"), "target-id", filtering("target", target?.id, "filter-by-target")],
      [t("keystewardAuditAccount"), "target-user", userLink(target?.type, target?.id, "open-target")],
    ]),
    details: facts(
      Object.entries(record.details ?? {}).map(([name, value]) => [
        name,
        `detail-${name}`,
        <ValueText key={name} value={value} />,
      ]),
    ),
    chain: facts([
      [t("keystewardAuditSeq"), "seq", record.seq.toString()],
      [t("keystewardAuditSealedAt"), "sealed", <ExactTime key="sealed" moment={record.sealedAt} />],
      [t("keystewardAuditHash"), "hash", <code key="hash">{record.hash}</code>],
      [t("keystewardAuditRecordId"), "id", <code key="id">{record.id}</code>],
      [t("keystewardAuditRequestId"), "request", record.requestId],
      [t("keystewardSource"), "source", record.source && t(sourceText(record.source) ?? record.source)],
    ]),
  };
}

const facts = (all: readonly (readonly [term: string, testId: string, value: ReactNode])[]): readonly Fact[] =>
  all.flatMap(([term, testId, value]) =>
    value === undefined || value === false || value === ""
      ? []
      : [{ term, testId: `audit-fact-${testId}`, value: <span className="keysteward-audit-value">{value}</span> }],
  );
