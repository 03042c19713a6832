import { Alert, Button, Icon, Modal, ModalVariant } from "@patternfly/react-core";
import { CheckCircleIcon, ExclamationCircleIcon } from "@patternfly/react-icons";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useTranslation } from "react-i18next";
import { outcomeOf, reasonOf, textOfRefused } from "./bulk";
import type { InvitationResult } from "./invitations";

interface InviteManyResultsProps {
  results: readonly InvitationResult[];
  /** Begins again with the addresses that were refused, one a line. */
  onTryAgain: (refused: string) => void;
  onClose: () => void;
}

/** What became of every address. */
export function InviteManyResults({ results, onTryAgain, onClose }: InviteManyResultsProps) {
  const { t } = useTranslation();
  const outcome = outcomeOf(results);
  const { invited, refused } = outcome;
  return (
    <Modal
      isOpen
      variant={ModalVariant.medium}
      title={t("keystewardInviteMany")}
      onClose={onClose}
      actions={[
        <Button key="close" data-testid="close-results" onClick={onClose}>
          {t("close")}
        </Button>,
        ...(refused.length > 0
          ? [
              <Button
                key="again"
                variant="secondary"
                data-testid="try-refused-again"
                onClick={() => {
                  onTryAgain(textOfRefused(outcome));
                }}
              >
                {t("keystewardTryRefusedAgain")}
              </Button>,
            ]
          : []),
      ]}
    >
      <Alert
        component="h2"
        isInline
        isLiveRegion
        variant={refused.length > 0 ? "warning" : "success"}
        data-testid="bulk-outcome"
        title={t("keystewardBulkOutcome", { invited, refused: refused.length })}
      />
      <Table variant="compact" aria-label={t("keystewardInviteMany")} data-testid="bulk-results">
        <Thead>
          <Tr>
            <Th>{t("email")}</Th>
            <Th>{t("keystewardResult")}</Th>
          </Tr>
        </Thead>
        <Tbody>
          {results.map((result, index) => (
            <Tr key={index} data-testid={`bulk-result-${result.email}`}>
              <Td dataLabel={t("email")}>{result.email}</Td>
              <Td dataLabel={t("keystewardResult")}>
                <Icon status={result.invitation ? "success" : "danger"} isInline>
                  {result.invitation ? <CheckCircleIcon /> : <ExclamationCircleIcon />}
                </Icon>{" "}
                {result.invitation ? t("keystewardInvited") : reasonOf(result)}
              </Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
    </Modal>
  );
}
