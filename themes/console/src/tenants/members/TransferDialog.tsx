import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { ProblemAlert } from "../../api/ProblemAlert";
import { useLoaded } from "../../api/useLoaded";
import { Waiting } from "../../api/WhenLoaded";
import { ChoiceField } from "../../forms/ChoiceField";
import { FormDialog } from "../../forms/FormDialog";
import { displayNameOf, type Member, type Members } from "./members";

interface TransferDialogProps {
  alias: string;
  /** The owner to be. */
  member: Member;
  members: Members;
  onTransferred: () => void;
  onClose: () => void;
}

/** More owners than anyone would choose from in a list. */
const mostOwners = 100;

export function TransferDialog({ alias, member, members, onTransferred, onClose }: TransferDialogProps) {
  const { t } = useTranslation();
  const owners = useLoaded(useCallback(() => members.page(alias, { role: "owner" }, mostOwners), [members, alias]));
  const [chosen, setChosen] = useState<string>();
  const candidates = owners.value?.items ?? [];
  const from = chosen ?? candidates[0]?.id;

  return (
    <FormDialog
      title={t("keystewardTransferOwnershipTo", { name: displayNameOf(member) })}
      saveTestId="confirm-transfer"
      saveLabel={t("keystewardTransferOwnership")}
      isComplete={from !== undefined}
      pointers={["/from"]}
      save={async () => {
        await members.transferOwnership(alias, member.id, from ?? "");
        onTransferred();
      }}
      onClose={onClose}
    >
      {(errorAt) => (
        <>
          <p>{t("keystewardTransferOwnershipHelp")}</p>
          <ProblemAlert problem={owners.problem} onReload={owners.reload} />
          {!owners.value && !owners.problem && <Waiting />}
          {owners.value && candidates.length === 0 && <p>{t("keystewardNoOwner")}</p>}
          {candidates.length > 0 && (
            <ChoiceField
              label={t("keystewardTransferFrom")}
              testId="transfer-from"
              value={from ?? ""}
              choices={candidates.map((owner) => ({ value: owner.id, label: displayNameOf(owner) }))}
              onChange={setChosen}
              error={errorAt("/from")}
            />
          )}
        </>
      )}
    </FormDialog>
  );
}
