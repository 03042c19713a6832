import { Card, CardBody, CardTitle } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { Facts } from "../../lists/Facts";
import { useTimeFormat } from "../../time/useTimeFormat";
import { AddressList } from "./AddressList";
import { BaseUrl } from "./BaseUrl";
import type { Connection } from "./connections";

/** What the source is given, and what is asked of it. */
export function ConnectionCard({ connection }: { connection: Connection }) {
  const { t } = useTranslation();
  const timeText = useTimeFormat();
  return (
    <Card isFlat>
      <CardTitle component="h3">{t("keystewardConnection")}</CardTitle>
      <CardBody>
        <Facts
          facts={[
            {
              term: t("keystewardScimBaseUrl"),
              testId: "connection-baseUrl",
              value: <BaseUrl url={connection.baseUrl} />,
            },
            {
              term: t("keystewardUnknownAttributes"),
              testId: "connection-shown-strict",
              value: t(connection.strict ? "keystewardRefused" : "keystewardIgnored"),
            },
            {
              term: t("keystewardAllowedAddresses"),
              testId: "connection-shown-addresses",
              value: <AddressList addresses={connection.allowedAddresses} showsAll />,
            },
            {
              term: t("createdAt"),
              testId: "connection-shown-createdAt",
              value: timeText(connection.createdAt),
            },
            {
              term: t("keystewardLastUsed"),
              testId: "connection-shown-lastUsedAt",
              value: connection.lastUsedAt === undefined ? t("keystewardNever") : timeText(connection.lastUsedAt),
            },
          ]}
        />
      </CardBody>
    </Card>
  );
}
