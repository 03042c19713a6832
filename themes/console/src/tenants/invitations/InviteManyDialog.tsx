import { useState } from "react";
import { useTranslation } from "react-i18next";
import { asProblem } from "../../api/Problem";
import { FormDialog } from "../../forms/FormDialog";
import { TextAreaField } from "../../forms/TextAreaField";
import { addressesIn } from "./addresses";
import { addressesPointer, namingAddresses } from "./bulk";
import { mostInvitations, type InvitationResult, type NewInvitation } from "./invitations";
import { InvitedRoleField } from "./InvitedRoleField";
import { InviteManyResults } from "./InviteManyResults";

interface InviteManyDialogProps {
  tenant: string;
  inviteMany: (invitations: readonly NewInvitation[]) => Promise<readonly InvitationResult[]>;
  onClose: () => void;
}

export function InviteManyDialog({ tenant, inviteMany, onClose }: InviteManyDialogProps) {
  const { t } = useTranslation();
  const [text, setText] = useState("");
  const [role, setRole] = useState("member");
  const [results, setResults] = useState<readonly InvitationResult[]>();
  const { addresses, faulty, repeated } = addressesIn(text);
  const tooMany = addresses.length > mostInvitations;

  if (results) {
    return (
      <InviteManyResults
        results={results}
        onTryAgain={(refused) => {
          setText(refused);
          setResults(undefined);
        }}
        onClose={onClose}
      />
    );
  }
  const counted = [
    t("keystewardAddressesFound", { found: addresses.length, most: mostInvitations }),
    ...(repeated > 0 ? [t("keystewardAddressesRepeated", { repeated })] : []),
  ];
  return (
    <FormDialog
      title={t("keystewardInviteMany")}
      saveTestId="save-invitations"
      saveLabel={t("keystewardInvite")}
      size="medium"
      isComplete={addresses.length > 0 && faulty.length === 0 && !tooMany}
      pointers={["/role", addressesPointer]}
      save={async () => {
        const sent = inviteMany(addresses.map((email) => ({ email, role })));
        setResults(
          await sent.catch((cause: unknown) => {
            throw namingAddresses(asProblem(cause), addresses);
          }),
        );
      }}
      onClose={onClose}
    >
      {(errorAt) => (
        <>
          <TextAreaField
            label={t("keystewardAddresses")}
            testId="invitation-addresses"
            isRequired
            autoFocus
            rows={10}
            value={text}
            onChange={setText}
            placeholder={"ada@acme.example\ngrace@acme.example"}
            help={counted.join(" ")}
            error={
              faulty.length > 0
                ? t("keystewardAddressesFaulty", { lines: faulty.join(", ") })
                : tooMany
                  ? t("keystewardAddressesTooMany", { most: mostInvitations })
                  : errorAt(addressesPointer)
            }
          />
          <InvitedRoleField tenant={tenant} value={role} onChange={setRole} error={errorAt("/role")} />
        </>
      )}
    </FormDialog>
  );
}
