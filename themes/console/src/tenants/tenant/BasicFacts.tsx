import { PageSection } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { Facts } from "../../lists/Facts";
import type { Tenant } from "../tenants";

/** What everyone may know of a tenant who may know that it exists. */
export function BasicFacts({ tenant }: { tenant: Tenant }) {
  const { t } = useTranslation();
  const domains = tenant.domains ?? [];
  return (
    <PageSection variant="light">
      <Facts
        facts={[
          { term: t("keystewardAlias"), testId: "fact-alias", value: tenant.alias },
          { term: t("id"), testId: "fact-id", value: tenant.id },
          {
            term: t("domains"),
            testId: "fact-domains",
            value: domains.length === 0 ? t("none") : domains.map(({ name }) => name).join(", "),
          },
        ]}
      />
    </PageSection>
  );
}
