import { useState } from "react";
import { useTranslation } from "react-i18next";
import { asProblem } from "../../api/Problem";
import { FormDialog } from "../../forms/FormDialog";
import { namingLines } from "../../forms/lines";
import { SwitchField } from "../../forms/SwitchField";
import { TextAreaField } from "../../forms/TextAreaField";
import { TextField } from "../../forms/TextField";
import { contentOf, draftOf, type Connection, type ConnectionContent } from "./connections";

interface ConnectionDialogProps {
  /** Absent for a new one. */
  connection?: Connection;
  save: (content: ConnectionContent) => Promise<void>;
  onClose: () => void;
  onReload?: () => void;
}

export function ConnectionDialog({ connection, save, onClose, onReload }: ConnectionDialogProps) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(draftOf(connection));
  const content = contentOf(draft);

  const send = async () => {
    try {
      await save(content);
    } catch (cause) {
      throw namingLines(asProblem(cause), "/allowedAddresses", content.allowedAddresses);
    }
  };
  return (
    <FormDialog
      title={connection ? t("keystewardEditConnection", { name: connection.name }) : t("keystewardCreateConnection")}
      saveTestId="save-connection"
      size="medium"
      isComplete={content.name !== ""}
      pointers={["/name", "/strict", "/allowedAddresses"]}
      save={send}
      onClose={onClose}
      onReload={onReload}
    >
      {(errorAt) => (
        <>
          <TextField
            label={t("name")}
            testId="connection-name"
            isRequired
            autoFocus
            value={draft.name}
            onChange={(name) => {
              setDraft({ ...draft, name });
            }}
            help={t("keystewardConnectionNameHelp")}
            error={errorAt("/name")}
          />
          <SwitchField
            label={t("keystewardStrict")}
            testId="connection-strict"
            value={draft.strict}
            onChange={(strict) => {
              setDraft({ ...draft, strict });
            }}
            help={t("keystewardStrictHelp")}
            error={errorAt("/strict")}
          />
          <TextAreaField
            label={t("keystewardAllowedAddresses")}
            testId="connection-addresses"
            isCode
            rows={4}
            value={draft.addresses}
            onChange={(addresses) => {
              setDraft({ ...draft, addresses });
            }}
            help={t("keystewardAllowedAddressesHelp")}
            error={errorAt("/allowedAddresses")}
          />
        </>
      )}
    </FormDialog>
  );
}
