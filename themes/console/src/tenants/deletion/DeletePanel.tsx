import { useRealm } from "@keycloak/keycloak-admin-ui";
import { Alert, Button, PageSection, Title } from "@patternfly/react-core";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router-dom";
import { useResources } from "../../api/Api";
import { useLoaded } from "../../api/useLoaded";
import { WhenLoaded } from "../../api/WhenLoaded";
import { useNotify } from "../../notices/Notices";
import { addressIn } from "../../shell/ConsolePage";
import { tenantsOf, type Tenant } from "../tenants";
import { DeleteDialog } from "./DeleteDialog";
import { DeletionFacts } from "./DeletionFacts";

interface DeletePanelProps {
  tenant: Tenant;
  onDeleted: () => void;
}

/** What would go with the tenant, before anyone is asked to confirm it. */
export function DeletePanel({ tenant, onDeleted }: DeletePanelProps) {
  const { t } = useTranslation();
  const { realm } = useRealm();
  const navigate = useNavigate();
  const notify = useNotify();
  const tenants = useResources(tenantsOf);
  const { alias, name } = tenant;
  const preview = useLoaded(useCallback(() => tenants.previewDeletion(alias), [tenants, alias]));
  const [confirming, setConfirming] = useState(false);

  const remove = async (confirm: string, now: boolean) => {
    await tenants.remove(alias, confirm, now);
    notify(t("keystewardTenantDeleted", { name }));
    if (now) {
      // There is nothing left to look at.
      await navigate(addressIn(realm, "tenants"));
      return;
    }
    setConfirming(false);
    onDeleted();
  };

  return (
    <PageSection variant="light">
      <WhenLoaded loaded={preview}>
        {(shown) => (
          <>
            <Title headingLevel="h2" className="pf-v5-u-mb-md">
              {t("keystewardWhatIsDeleted")}
            </Title>
            {shown.holds.length > 0 && (
              <Alert
                component="h3"
                isInline
                variant="warning"
                className="pf-v5-u-mb-md"
                data-testid="deletion-holds"
                title={t("keystewardDeletionHeld")}
              >
                {shown.holds.join(", ")}
              </Alert>
            )}
            <DeletionFacts preview={shown} />
            <Button
              variant="danger"
              className="pf-v5-u-mt-lg"
              data-testid="delete-tenant"
              isDisabled={shown.holds.length > 0}
              onClick={() => {
                setConfirming(true);
              }}
            >
              {t("keystewardDeleteTenant")}
            </Button>
            {confirming && (
              <DeleteDialog
                tenant={tenant}
                preview={shown}
                remove={remove}
                onClose={() => {
                  setConfirming(false);
                }}
              />
            )}
          </>
        )}
      </WhenLoaded>
    </PageSection>
  );
}
