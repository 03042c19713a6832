import { useTranslation } from "react-i18next";
import { ConfirmDialog } from "../../forms/ConfirmDialog";
import { ClaimDialog } from "./ClaimDialog";
import type { Domain, Domains } from "./domains";

export type DomainDialogOpen = { kind: "claim" } | { kind: "approve" | "remove"; domain: Domain };

interface DomainChangeProps {
  dialog: DomainDialogOpen;
  alias: string;
  domains: Domains;
  onChanged: (notice: string) => void;
  onClose: () => void;
}

/** The dialog that is open over the list of domains. */
export function DomainChange({ dialog, alias, domains, onChanged, onClose }: DomainChangeProps) {
  const { t } = useTranslation();
  if (dialog.kind === "claim") {
    return (
      <ClaimDialog
        claim={async (claimed) => {
          await domains.claim(alias, claimed);
          onChanged(t("keystewardDomainClaimed", { name: claimed }));
        }}
        onClose={onClose}
      />
    );
  }
  const { kind } = dialog;
  const { name } = dialog.domain;
  const removes = kind === "remove";
  return (
    <ConfirmDialog
      title={t(removes ? "keystewardRemoveDomain" : "keystewardApproveDomain", { name })}
      confirmLabel={t(removes ? "remove" : "keystewardApprove")}
      confirmTestId={`confirm-${kind}-domain`}
      isDanger={removes}
      confirm={async () => {
        await domains[kind](alias, name);
        onChanged(t(removes ? "keystewardDomainRemoved" : "keystewardDomainVerified", { name }));
      }}
      onClose={onClose}
    >
      {t(removes ? "keystewardRemoveDomainHelp" : "keystewardApproveDomainHelp")}
    </ConfirmDialog>
  );
}
