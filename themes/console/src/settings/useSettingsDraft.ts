import { useState, type FormEvent } from "react";
import { asProblem, type Problem } from "../api/Problem";

/** A setting that is to be sent. */
export interface SettingChangeOf<F> {
  readonly field: keyof F;
  readonly key: string;
  /** Undefined for the server's default. */
  readonly value: string | undefined;
}

interface Refusal {
  readonly key: string;
  readonly problem: Problem;
}

export interface SettingsDraft<F> {
  readonly form: F;
  readonly setForm: (form: F) => void;
  readonly isChanged: boolean;
  readonly saving: boolean;
  readonly problem: Problem | undefined;
  readonly errorOf: (key: string) => string | undefined;
  readonly submit: (event: FormEvent) => Promise<void>;
  readonly revert: () => void;
}

interface Saving<F> {
  /** What is to be sent: nothing of what stayed as it was. */
  changesBetween: (before: F, after: F) => SettingChangeOf<F>[];
  /** Absent for those who may only look. Rejects with a `Problem`. */
  save?: ((change: SettingChangeOf<F>) => Promise<void>) | undefined;
  onSaved: () => void;
}

/** Settings that are being changed. Each is a resource of its own: when one is refused, those before it are saved. */
export function useSettingsDraft<F extends object>(
  settings: F,
  { changesBetween, save, onSaved }: Saving<F>,
): SettingsDraft<F> {
  const [form, setForm] = useState(settings);
  const [saved, setSaved] = useState(settings);
  const [refusal, setRefusal] = useState<Refusal>();
  const [saving, setSaving] = useState(false);
  const changes = changesBetween(saved, form);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!save) {
      return;
    }
    setSaving(true);
    setRefusal(undefined);
    for (const change of changes) {
      try {
        await save(change);
        setSaved((before) => ({ ...before, [change.field]: form[change.field] }));
      } catch (cause) {
        setRefusal({ key: change.key, problem: asProblem(cause) });
        setSaving(false);
        return;
      }
    }
    setSaving(false);
    onSaved();
  };

  return {
    form,
    setForm,
    isChanged: changes.length > 0,
    saving,
    problem: refusal?.problem,
    errorOf: (key) => (refusal?.key === key ? refusal.problem.of("/value") : undefined),
    submit,
    revert: () => {
      setForm(saved);
    },
  };
}
