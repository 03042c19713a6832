import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useTranslation } from "react-i18next";
import { Link } from "react-router-dom";
import { RowActions } from "../../lists/RowActions";
import { useTimeFormat } from "../../time/useTimeFormat";
import type { Place } from "../place";
import { TokenSummary } from "../tokens/TokenSummary";
import { AddressList } from "./AddressList";
import type { Connection } from "./connections";

interface ConnectionTableProps {
  connections: readonly Connection[];
  place: Place;
  /** Both absent for those who may only look. */
  onEdit?: (connection: Connection) => void;
  onRemove?: (connection: Connection) => void;
}

export function ConnectionTable({ connections, place, onEdit, onRemove }: ConnectionTableProps) {
  const { t } = useTranslation();
  const timeText = useTimeFormat();
  return (
    <Table variant="compact" aria-label={t("keystewardConnections")} data-testid="connections">
      <Thead>
        <Tr>
          <Th>{t("name")}</Th>
          <Th>{t("keystewardScimTokens")}</Th>
          <Th modifier="wrap">{t("keystewardUnknownAttributes")}</Th>
          <Th modifier="wrap">{t("keystewardAllowedAddresses")}</Th>
          <Th>{t("keystewardLastUsed")}</Th>
          <Th screenReaderText={t("keystewardActions")} />
        </Tr>
      </Thead>
      <Tbody>
        {connections.map((connection) => (
          <Tr key={connection.id} data-testid={`connection-row-${connection.name}`}>
            <Td dataLabel={t("name")}>
              <Link to={place.addressOf(connection.id)} data-testid={`show-connection-${connection.name}`}>
                {connection.name}
              </Link>
            </Td>
            <Td dataLabel={t("keystewardScimTokens")}>
              <TokenSummary tokens={connection.tokens} />
            </Td>
            <Td dataLabel={t("keystewardUnknownAttributes")}>
              {t(connection.strict ? "keystewardRefused" : "keystewardIgnored")}
            </Td>
            <Td dataLabel={t("keystewardAllowedAddresses")}>
              <AddressList addresses={connection.allowedAddresses} />
            </Td>
            <Td dataLabel={t("keystewardLastUsed")}>
              {connection.lastUsedAt === undefined ? t("keystewardNever") : timeText(connection.lastUsedAt)}
            </Td>
            <Td isActionCell>
              {onEdit && onRemove && (
                <RowActions
                  of={connection.name}
                  actions={[
                    {
                      title: t("edit"),
                      "data-testid": `edit-connection-${connection.name}`,
                      onClick: () => {
                        onEdit(connection);
                      },
                    },
                    {
                      title: t("remove"),
                      "data-testid": `remove-connection-${connection.name}`,
                      onClick: () => {
                        onRemove(connection);
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
