import { useTranslation } from "react-i18next";
import { Facts } from "../../lists/Facts";
import { useTimeFormat } from "../../time/useTimeFormat";
import type { DeletionPreview } from "../tenants";

/** What goes with a tenant, and from when on for good. */
export function DeletionFacts({ preview }: { preview: DeletionPreview }) {
  const { t } = useTranslation();
  const timeText = useTimeFormat();
  const listed = (names: readonly string[]) => (names.length === 0 ? t("none") : names.join(", "));
  return (
    <Facts
      facts={[
        { term: t("members"), testId: "deletion-members", value: preview.members },
        { term: t("keystewardDeletedAccounts"), testId: "deletion-managed-users", value: preview.managedUsers },
        { term: t("keystewardInvitations"), testId: "deletion-invitations", value: preview.invitations },
        { term: t("domains"), testId: "deletion-domains", value: listed(preview.domains) },
        {
          term: t("keystewardLimitIdentityProviders"),
          testId: "deletion-identity-providers",
          value: listed(preview.identityProviders),
        },
        { term: t("keystewardFinalAt"), testId: "deletion-final", value: timeText(preview.finalAt) },
      ]}
    />
  );
}
