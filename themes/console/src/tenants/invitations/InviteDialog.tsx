import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormDialog } from "../../forms/FormDialog";
import type { NewInvitation } from "./invitations";
import { InvitedRoleField } from "./InvitedRoleField";
import { noPerson, personIn } from "./person";
import { PersonFields } from "./PersonFields";

interface InviteDialogProps {
  tenant: string;
  invite: (invitation: NewInvitation) => Promise<void>;
  onClose: () => void;
}

export function InviteDialog({ tenant, invite, onClose }: InviteDialogProps) {
  const { t } = useTranslation();
  const [person, setPerson] = useState(noPerson);
  const [role, setRole] = useState("member");
  return (
    <FormDialog
      title={t("keystewardInvite")}
      saveTestId="save-invitation"
      saveLabel={t("keystewardInvite")}
      isComplete={person.email.trim() !== ""}
      pointers={["/email", "/firstName", "/lastName", "/role"]}
      save={() => invite({ ...personIn(person), role })}
      onClose={onClose}
    >
      {(errorAt) => (
        <>
          <PersonFields
            testId="invitation"
            pointer=""
            person={person}
            onChange={setPerson}
            isRequired
            errorAt={errorAt}
          />
          <InvitedRoleField tenant={tenant} value={role} onChange={setRole} error={errorAt("/role")} />
        </>
      )}
    </FormDialog>
  );
}
