import { useAccess, useRealm } from "@keycloak/keycloak-admin-ui";
import { Label } from "@patternfly/react-core";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router-dom";
import { planNamed, type Catalogue } from "./planChoices";
import { RowActions, type RowAction } from "./RowActions";
import { SeatUse } from "./SeatUse";
import type { License, Tenant } from "./tenants";
import { useMayReadPlans } from "./useCatalogue";

interface TenantTableProps {
  tenants: readonly Tenant[];
  catalogue: Catalogue | undefined;
  /** Absent for those who may only look. */
  onChangeLicense?: ((tenant: Tenant) => void) | undefined;
}

export function TenantTable({ tenants, catalogue, onChangeLicense }: TenantTableProps) {
  const { t } = useTranslation();
  const { realm } = useRealm();
  const { hasAccess } = useAccess();
  const navigate = useNavigate();
  const seesOrganizations = hasAccess("view-organizations");
  const seesLicenses = useMayReadPlans();

  const actionsFor = (tenant: Tenant): RowAction[] => [
    ...(onChangeLicense
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
            onClick: () => void navigate(organizationAddress(realm, tenant, "members")),
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
          <Th screenReaderText={t("keystewardActions")} />
        </Tr>
      </Thead>
      <Tbody>
        {tenants.map((tenant) => (
          <Tr key={tenant.id} data-testid={`tenant-row-${tenant.alias}`}>
            <Td dataLabel={t("name")}>
              {seesOrganizations ? (
                <Link to={organizationAddress(realm, tenant, "settings")}>{tenant.name}</Link>
              ) : (
                tenant.name
              )}
            </Td>
            <Td dataLabel={t("keystewardAlias")}>{tenant.alias}</Td>
            {seesLicenses && (
              <Td dataLabel={t("keystewardPlan")} data-testid={`plan-${tenant.alias}`}>
                {tenant.license && <PlanOf license={tenant.license} catalogue={catalogue} />}
              </Td>
            )}
            {seesLicenses && (
              <Td dataLabel={t("keystewardSeats")}>
                {tenant.license && <SeatUse tenant={tenant} seats={tenant.license.seats} />}
              </Td>
            )}
            <Td dataLabel={t("keystewardState")}>
              {tenant.enabled ? (
                <Label color="green">{t("enabled")}</Label>
              ) : (
                <Label color="grey">{t("disabled")}</Label>
              )}
            </Td>
            <Td isActionCell>
              <RowActions actions={actionsFor(tenant)} />
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}

function PlanOf({ license, catalogue }: { license: License; catalogue: Catalogue | undefined }) {
  const { t } = useTranslation();
  if (license.plan === undefined) {
    return <span className="pf-v5-u-color-200">{t("keystewardNoPlan")}</span>;
  }
  const name = (catalogue && planNamed(catalogue, license.plan)?.name) ?? license.plan;
  return (
    <>
      {name}
      {license.source === "default" && <span className="pf-v5-u-color-200"> {t("keystewardByDefault")}</span>}
    </>
  );
}

/** The stock page of the tenant's organization. */
const organizationAddress = (realm: string, tenant: Tenant, tab: "settings" | "members") =>
  `/${encodeURIComponent(realm)}/organizations/${tenant.id}/${tab}`;
