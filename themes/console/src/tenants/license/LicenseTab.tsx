import { Card, CardBody, CardTitle, Grid, GridItem, PageSection } from "@patternfly/react-core";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { useResources } from "../../api/Api";
import { useLoaded, type Loaded } from "../../api/useLoaded";
import { WhenLoaded } from "../../api/WhenLoaded";
import type { Catalogue } from "../plans/planChoices";
import type { Tenant } from "../tenants";
import { licensesOf } from "./license";
import { LicenseActions } from "./LicenseActions";
import { LicenseFacts } from "./LicenseFacts";
import { LicenseUse } from "./LicenseUse";

interface LicenseTabProps {
  tenant: Tenant;
  catalogue: Loaded<Catalogue>;
  onChanged: () => void;
}

/** What the tenant may use, since when and until when, and what it uses of it. */
export function LicenseTab({ tenant, catalogue, onChanged }: LicenseTabProps) {
  const { t } = useTranslation();
  const licenses = useResources(licensesOf);
  const license = useLoaded(useCallback(() => licenses.one(tenant.alias), [licenses, tenant.alias]));

  return (
    <PageSection>
      <WhenLoaded loaded={license}>
        {({ value, version }) => (
          <Grid hasGutter lg={6}>
            <GridItem>
              <Card>
                <CardTitle component="h2">{t("keystewardLicense")}</CardTitle>
                <CardBody>
                  <LicenseFacts tenant={tenant} license={value} catalogue={catalogue.value} />
                </CardBody>
                <LicenseActions
                  tenant={tenant}
                  license={value}
                  version={version}
                  catalogue={catalogue.value}
                  licenses={licenses}
                  onChanged={() => {
                    license.reload();
                    onChanged();
                  }}
                  onReload={license.reload}
                />
              </Card>
            </GridItem>
            <GridItem>
              <Card>
                <CardTitle component="h2">{t("keystewardUse")}</CardTitle>
                <CardBody>
                  <LicenseUse license={value} />
                </CardBody>
              </Card>
            </GridItem>
          </Grid>
        )}
      </WhenLoaded>
    </PageSection>
  );
}
