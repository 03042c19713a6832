import { Button, Form, Modal, ModalVariant } from "@patternfly/react-core";
import { useId, useState, type FormEvent, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { asProblem, type Problem } from "../api/Problem";
import { ProblemAlert } from "../api/ProblemAlert";

interface FormDialogProps {
  title: string;
  saveTestId: string;
  /** Whether enough is filled in to be saved. */
  isComplete?: boolean;
  /** JSON pointers that the fields show errors of, into what `save` sends. */
  pointers: readonly string[];
  /** Rejects with a `Problem`, which the dialog shows. */
  save: () => Promise<void>;
  onClose: () => void;
  /** @param errorAt what the server found wrong at a JSON pointer, when it was last asked */
  children: (errorAt: (pointer: string) => string | undefined) => ReactNode;
}

/** A form in a dialog that stays open, with the reasons, until the server has accepted it. */
export function FormDialog({
  title,
  saveTestId,
  isComplete = true,
  pointers,
  save,
  onClose,
  children,
}: FormDialogProps) {
  const { t } = useTranslation();
  const formId = useId();
  const [problem, setProblem] = useState<Problem>();
  const [saving, setSaving] = useState(false);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!isComplete || saving) {
      return;
    }
    setSaving(true);
    try {
      await save();
    } catch (cause) {
      setProblem(asProblem(cause));
    } finally {
      setSaving(false);
    }
  };

  return (
    <Modal
      isOpen
      variant={ModalVariant.small}
      title={title}
      onClose={onClose}
      actions={[
        <Button
          key="save"
          type="submit"
          form={formId}
          data-testid={saveTestId}
          isDisabled={!isComplete || saving}
          isLoading={saving}
        >
          {t("save")}
        </Button>,
        <Button key="cancel" variant="link" onClick={onClose}>
          {t("cancel")}
        </Button>,
      ]}
    >
      <Form id={formId} onSubmit={submit} noValidate>
        <ProblemAlert problem={problem} shownAtFields={pointers} />
        {children((pointer) => problem?.of(pointer))}
      </Form>
    </Modal>
  );
}
