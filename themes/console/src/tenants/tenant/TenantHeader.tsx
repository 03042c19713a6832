import { useAccess, useRealm } from "@keycloak/keycloak-admin-ui";
import { Breadcrumb, BreadcrumbItem, Flex, FlexItem, PageSection, Title } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router-dom";
import { addressIn } from "../../shell/ConsolePage";
import { organizationAddress } from "../addresses";
import type { Tenant } from "../tenants";
import { stateOf } from "./state";
import { StateLabel } from "./StateLabel";

interface TenantHeaderProps {
  alias: string;
  /** Absent until it is known. */
  tenant: Tenant | undefined;
}

export function TenantHeader({ alias, tenant }: TenantHeaderProps) {
  const { t } = useTranslation();
  const { realm } = useRealm();
  const { hasAccess } = useAccess();
  return (
    <PageSection variant="light">
      <Breadcrumb className="pf-v5-u-mb-md">
        <BreadcrumbItem>
          <Link to={addressIn(realm, "tenants")} data-testid="back-to-tenants">
            {t("keystewardTenants")}
          </Link>
        </BreadcrumbItem>
        <BreadcrumbItem isActive>{tenant?.name ?? alias}</BreadcrumbItem>
      </Breadcrumb>
      <Flex alignItems={{ default: "alignItemsCenter" }}>
        <FlexItem>
          <Title headingLevel="h1" data-testid="tenant-title">
            {tenant?.name ?? alias}
          </Title>
        </FlexItem>
        {tenant && (
          <FlexItem>
            <StateLabel state={stateOf(tenant)} testId="tenant-state" />
          </FlexItem>
        )}
        {tenant && hasAccess("view-organizations") && (
          <FlexItem align={{ default: "alignRight" }}>
            <Link to={organizationAddress(realm, tenant.id, "settings")} data-testid="open-organization">
              {t("keystewardOpenOrganization")}
            </Link>
          </FlexItem>
        )}
      </Flex>
    </PageSection>
  );
}
