import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ChoicesField } from "../../forms/ChoicesField";
import { FormDialog } from "../../forms/FormDialog";
import { TextField } from "../../forms/TextField";
import { WholeNumberField } from "../../forms/WholeNumberField";
import { aliasFor } from "../../tenants/alias";
import type { Role } from "../definition/roles";
import { roleChoices } from "../definition/roleTexts";
import { isComplete, type DutySet } from "./duties";

interface DutyDialogProps {
  known: readonly Role[];
  /** Absent for a new one. */
  set?: DutySet;
  save: (set: Omit<DutySet, "origin">) => Promise<void>;
  onClose: () => void;
  onReload?: () => void;
}

export function DutyDialog({ known, set, save, onClose, onReload }: DutyDialogProps) {
  const { t } = useTranslation();
  const [name, setName] = useState(set?.name ?? "");
  // Undefined as long as the key follows the name.
  const [ownKey, setOwnKey] = useState(set?.key);
  const [roles, setRoles] = useState<readonly string[]>(set?.roles ?? []);
  const [max, setMax] = useState<number | undefined>(set?.max ?? 1);
  const key = ownKey ?? aliasFor(name);

  return (
    <FormDialog
      title={set ? t("keystewardEditDuty", { name: set.name }) : t("keystewardCreateDuty")}
      saveTestId="save-duty"
      size="medium"
      isComplete={isComplete({ name, roles, max }) && key.trim() !== ""}
      pointers={["/name", "/key", "/roles", "/max"]}
      save={() => save({ key: key.trim(), name: name.trim(), roles, max: max ?? 1 })}
      onClose={onClose}
      onReload={onReload}
    >
      {(errorAt) => (
        <>
          <TextField
            label={t("name")}
            testId="duty-name"
            isRequired
            autoFocus
            value={name}
            onChange={setName}
            error={errorAt("/name")}
          />
          <TextField
            label={t("key")}
            testId="duty-key"
            isRequired
            isDisabled={set !== undefined}
            value={key}
            onChange={setOwnKey}
            help={t("keystewardKeyHelp")}
            error={errorAt("/key")}
          />
          <ChoicesField
            label={t("roles")}
            testId="duty-roles"
            isRequired
            value={roles}
            // Every member has one of those that are built in.
            choices={roleChoices(
              known.filter(({ origin }) => origin !== "built-in"),
              t,
            )}
            none={t("keystewardNoRoles")}
            onChange={setRoles}
            help={t("keystewardDutyRolesHelp")}
            error={errorAt("/roles")}
          />
          <WholeNumberField
            label={t("keystewardAtMost")}
            testId="duty-max"
            isRequired
            value={max}
            onChange={setMax}
            help={t("keystewardAtMostHelp")}
            error={errorAt("/max")}
          />
        </>
      )}
    </FormDialog>
  );
}
