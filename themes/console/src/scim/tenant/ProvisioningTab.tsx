import { useRealm } from "@keycloak/keycloak-admin-ui";
import { PageSection, Text, TextContent } from "@patternfly/react-core";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router-dom";
import { useMayWrite } from "../../access/keystewardRoles";
import type { Tenant } from "../../tenants/tenants";
import { Connections } from "../connections/Connections";
import { tenantPlace } from "../place";

/** Who fills a tenant with users and groups. */
export function ProvisioningTab({ tenant }: { tenant: Tenant }) {
  const { t } = useTranslation();
  const { realm } = useRealm();
  const { section } = useParams();
  const mayWrite = useMayWrite() && !tenant.deletion;
  const { alias } = tenant;
  const place = useMemo(() => tenantPlace(realm, alias), [realm, alias]);
  return (
    <>
      {section === undefined && (
        <PageSection variant="light" className="pf-v5-u-pb-0">
          <TextContent>
            <Text>{t("keystewardProvisioningOfTenantHelp")}</Text>
          </TextContent>
        </PageSection>
      )}
      <Connections place={place} shown={section} mayWrite={mayWrite} />
    </>
  );
}
