import { useAccess, useRealm } from "@keycloak/keycloak-admin-ui";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router-dom";
import { useMayReadAll } from "../../access/keystewardRoles";
import { RowActions, type RowAction } from "../../lists/RowActions";
import { useTimeFormat } from "../../time/useTimeFormat";
import { organizationAddress, tenantAddress } from "../addresses";
import { LimitUse } from "../limits/LimitUse";
import type { Catalogue } from "../plans/planChoices";
import { PlanName } from "../plans/PlanName";
import { stateOf } from "../tenant/state";
import { StateLabel } from "../tenant/StateLabel";
import type { Tenant } from "../tenants";

interface TenantTableProps {
  tenants: readonly Tenant[];
  catalogue: Catalogue | undefined;
  /** Absent for those who may not. */
  onChangeLicense?: ((tenant: Tenant) => void) | undefined;
}

export function TenantTable({ tenants, catalogue, onChangeLicense }: TenantTableProps) {
  const { t } = useTranslation();
  const { realm } = useRealm();
  const { hasAccess } = useAccess();
  const navigate = useNavigate();
  const timeText = useTimeFormat();
  const seesOrganizations = hasAccess("view-organizations");
  const seesLicenses = useMayReadAll();

  const actionsFor = (tenant: Tenant): RowAction[] => [
    ...(onChangeLicense && !tenant.deletion
      ? [
          {
            title: t("keystewardChangeLicense"),
            "data-testid": `change-license-${tenant.alias}`,
            onClick: () => {
              onChangeLicense(tenant);
            },
          },
        ]
      : []),
    ...(seesOrganizations
      ? [
          {
            title: t("keystewardOpenOrganization"),
            "data-testid": `open-organization-${tenant.alias}`,
            onClick: () => void navigate(organizationAddress(realm, tenant.id, "settings")),
          },
        ]
      : []),
  ];

  return (
    <Table variant="compact" aria-label={t("keystewardTenants")} data-testid="tenants">
      <Thead>
        <Tr>
          <Th>{t("name")}</Th>
          <Th>{t("keystewardAlias")}</Th>
          {seesLicenses && <Th>{t("keystewardPlan")}</Th>}
          {seesLicenses && <Th>{t("keystewardSeats")}</Th>}
          <Th>{t("keystewardState")}</Th>
          {seesLicenses && <Th>{t("keystewardExpiresAt")}</Th>}
          <Th screenReaderText={t("keystewardActions")} />
        </Tr>
      </Thead>
      <Tbody>
        {tenants.map((tenant) => (
          <Tr key={tenant.id} data-testid={`tenant-row-${tenant.alias}`}>
            <Td dataLabel={t("name")}>
              <Link to={tenantAddress(realm, tenant.alias)} data-testid={`open-tenant-${tenant.alias}`}>
                {tenant.name}
              </Link>
            </Td>
            <Td dataLabel={t("keystewardAlias")}>{tenant.alias}</Td>
            {seesLicenses && (
              <Td dataLabel={t("keystewardPlan")} data-testid={`plan-${tenant.alias}`}>
                {tenant.license && <PlanName license={tenant.license} catalogue={catalogue} />}
              </Td>
            )}
            {seesLicenses && (
              <Td dataLabel={t("keystewardSeats")}>
                {tenant.license && (
                  <LimitUse
                    label={t("keystewardSeatsOfTenant", { name: tenant.name })}
                    testId={`seats-${tenant.alias}`}
                    use={tenant.license.seats}
                  />
                )}
              </Td>
            )}
            <Td dataLabel={t("keystewardState")}>
              <StateLabel state={stateOf(tenant)} testId={`state-${tenant.alias}`} />
            </Td>
            {seesLicenses && (
              <Td dataLabel={t("keystewardExpiresAt")} data-testid={`expires-${tenant.alias}`}>
                {tenant.license?.expiresAt ? timeText(tenant.license.expiresAt) : t("keystewardNever")}
              </Td>
            )}
            <Td isActionCell>
              <RowActions of={tenant.name} actions={actionsFor(tenant)} />
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
