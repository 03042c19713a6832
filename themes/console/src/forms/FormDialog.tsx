import { Button, Form, Modal, ModalVariant } from "@patternfly/react-core";
import { useEffect, useId, useRef, useState, type FormEvent, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { asProblem, type Problem } from "../api/Problem";
import { ProblemAlert } from "../api/ProblemAlert";

interface FormDialogProps {
  title: string;
  saveTestId: string;
  /** What the button says; `Save` where absent. */
  saveLabel?: string;
  size?: "small" | "medium" | "large";
  isDanger?: boolean;
  /** Whether enough is filled in to be saved. */
  isComplete?: boolean;
  /** JSON pointers that the fields show errors of, into what `save` sends. */
  pointers?: readonly string[];
  /** Rejects with a `Problem`, which the dialog shows. */
  save: () => Promise<void>;
  onClose: () => void;
  /** Opens the dialog anew with what holds now, for when somebody else has changed it meanwhile. */
  onReload?: (() => void) | undefined;
  /** @param errorAt what was found wrong at a JSON pointer, when it was last tried to save */
  children: (errorAt: (pointer: string) => string | undefined) => ReactNode;
}

/** A form in a dialog that stays open, with the reasons, until the server has accepted it. */
export function FormDialog({
  title,
  saveTestId,
  saveLabel,
  size = "small",
  isDanger = false,
  isComplete = true,
  pointers = [],
  save,
  onClose,
  onReload,
  children,
}: FormDialogProps) {
  const { t } = useTranslation();
  const formId = useId();
  const form = useRef<HTMLFormElement>(null);
  const [problem, setProblem] = useState<Problem>();
  const [saving, setSaving] = useState(false);

  // Where the first wrong value is, so that nobody has to look for it.
  useEffect(() => {
    if (problem) {
      form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
    }
  }, [problem]);

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
      variant={ModalVariant[size]}
      title={title}
      onClose={onClose}
      actions={[
        <Button
          key="save"
          type="submit"
          form={formId}
          variant={isDanger ? "danger" : "primary"}
          data-testid={saveTestId}
          isDisabled={!isComplete || saving}
          isLoading={saving}
        >
          {saveLabel ?? t("save")}
        </Button>,
        <Button key="cancel" variant="link" onClick={onClose}>
          {t("cancel")}
        </Button>,
      ]}
    >
      <Form id={formId} ref={form} onSubmit={submit} noValidate>
        <ProblemAlert
          problem={problem}
          shownAtFields={pointers}
          onReload={problem?.isStale === true ? onReload : undefined}
        />
        {children((pointer) => problem?.of(pointer))}
      </Form>
    </Modal>
  );
}
