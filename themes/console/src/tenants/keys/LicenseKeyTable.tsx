import { ClipboardCopy, ClipboardCopyVariant } from "@patternfly/react-core";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useTranslation } from "react-i18next";
import { RowActions } from "../../lists/RowActions";
import { useTimeFormat } from "../../time/useTimeFormat";
import type { LicenseKey } from "./licenseKeys";

interface LicenseKeyTableProps {
  keys: readonly LicenseKey[];
  /** Absent for those who may only look. */
  onRemove?: (key: LicenseKey) => void;
}

export function LicenseKeyTable({ keys, onRemove }: LicenseKeyTableProps) {
  const { t } = useTranslation();
  const timeText = useTimeFormat();
  return (
    <Table variant="compact" aria-label={t("keystewardLicenseKeys")} data-testid="license-keys">
      <Thead>
        <Tr>
          <Th>{t("keystewardKid")}</Th>
          <Th>{t("keystewardAlgorithm")}</Th>
          <Th>{t("keystewardAddedAt")}</Th>
          <Th>{t("keystewardPublicKey")}</Th>
          <Th screenReaderText={t("keystewardActions")} />
        </Tr>
      </Thead>
      <Tbody>
        {keys.map((key) => (
          <Tr key={key.kid} data-testid={`license-key-row-${key.kid}`}>
            <Td dataLabel={t("keystewardKid")}>{key.kid}</Td>
            <Td dataLabel={t("keystewardAlgorithm")}>{key.algorithm}</Td>
            <Td dataLabel={t("keystewardAddedAt")}>{timeText(key.createdAt)}</Td>
            <Td dataLabel={t("keystewardPublicKey")}>
              <ClipboardCopy
                isReadOnly
                isCode
                variant={ClipboardCopyVariant.expansion}
                hoverTip={t("copy")}
                clickTip={t("keystewardCopied")}
                textAriaLabel={t("keystewardPublicKeyOf", { kid: key.kid })}
                toggleAriaLabel={t("keystewardPublicKeyOf", { kid: key.kid })}
              >
                {JSON.stringify(key.jwk)}
              </ClipboardCopy>
            </Td>
            <Td isActionCell>
              {onRemove && (
                <RowActions
                  of={key.kid}
                  actions={[
                    {
                      title: t("delete"),
                      "data-testid": `delete-license-key-${key.kid}`,
                      onClick: () => {
                        onRemove(key);
                      },
                    },
                  ]}
                />
              )}
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
