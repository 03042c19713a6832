import { useRealm } from "@keycloak/keycloak-admin-ui";
import { Button, Card, CardBody, CardTitle } from "@patternfly/react-core";
import { DownloadIcon } from "@patternfly/react-icons";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { useLoaded } from "../../api/useLoaded";
import { WhenLoaded } from "../../api/WhenLoaded";
import { saveFile } from "../../files/saveFile";
import type { Integrity, KeySet } from "./integrity";

/** The public keys that signatures are checked with. */
export function KeysCard({ integrity }: { integrity: Integrity }) {
  const { t } = useTranslation();
  const { realm } = useRealm();
  const loaded = useLoaded(useCallback(() => integrity.keys(), [integrity]));

  const download = (set: KeySet) => {
    saveFile(new Blob([JSON.stringify(set, undefined, 2)], { type: "application/jwk-set+json" }), fileName(realm));
  };
  return (
    <Card isFlat>
      <CardTitle component="h2">{t("keystewardAuditKeys")}</CardTitle>
      <CardBody>
        <p className="pf-v5-u-mb-md">{t("keystewardAuditKeysHelp")}</p>
        <WhenLoaded loaded={loaded}>
          {(set) => (
            <>
              <Table variant="compact" aria-label={t("keystewardAuditKeys")} data-testid="audit-keys">
                <Thead>
                  <Tr>
                    <Th>{t("keystewardKid")}</Th>
                    <Th>{t("keystewardAlgorithm")}</Th>
                    <Th>{t("keystewardPublicKey")}</Th>
                  </Tr>
                </Thead>
                <Tbody>
                  {set.keys.map(({ kid, kty, crv, x }) => (
                    <Tr key={kid}>
                      <Td dataLabel={t("keystewardKid")}>{kid}</Td>
                      <Td dataLabel={t("keystewardAlgorithm")}>{crv ?? kty}</Td>
                      <Td dataLabel={t("keystewardPublicKey")}>
                        <code className="keysteward-audit-value">{x}</code>
                      </Td>
                    </Tr>
                  ))}
                </Tbody>
              </Table>
              <Button
                className="pf-v5-u-mt-md"
                variant="secondary"
                icon={<DownloadIcon />}
                data-testid="download-audit-keys"
                onClick={() => {
                  download(set);
                }}
              >
                {t("keystewardAuditDownloadKeys")}
              </Button>
            </>
          )}
        </WhenLoaded>
      </CardBody>
    </Card>
  );
}

const fileName = (realm: string) => `audit-keys-${realm}.json`;
