import { pointerTo, type FieldError } from "../../api/Problem";
import type { FeatureChange, Features, Rollout, RolloutBy, Rollouts } from "./features";
import { beginnings, textOf, typeOf, valueIn, type FeatureType } from "./featureValue";

/** A feature while it is being edited. */
export interface FeatureDraft {
  readonly key: string;
  readonly type: FeatureType;
  readonly text: string;
  /** Absent where the feature is given to everyone, always. */
  readonly rollout?: RolloutDraft | undefined;
}

export interface RolloutDraft {
  readonly percentage: number | undefined;
  readonly by: RolloutBy;
  readonly from: string | undefined;
  readonly until: string | undefined;
  /** In the type of the feature; empty for no value. */
  readonly otherwise: string;
}

export const newDraft: FeatureDraft = { key: "", type: "boolean", text: beginnings.boolean };

export const newRollout: RolloutDraft = {
  percentage: 10,
  by: "tenant",
  from: undefined,
  until: undefined,
  otherwise: "",
};

export const draftOf = (key: string, value: unknown, rollout: Rollout | undefined): FeatureDraft => ({
  key,
  type: typeOf(value),
  text: textOf(value),
  rollout: rollout && rolloutDraftOf(rollout),
});

export const draftsOf = (features: Features, rollouts: Rollouts): FeatureDraft[] =>
  Object.keys(features)
    .sort()
    .map((key) => draftOf(key, features[key], rollouts[key]));

const rolloutDraftOf = ({ percentage = 100, by = "tenant", from, until, otherwise }: Rollout): RolloutDraft => ({
  percentage,
  by,
  from,
  until,
  otherwise: otherwise === undefined || otherwise === null ? "" : textOf(otherwise),
});

/** Where faults of the draft at this place of the form are shown. */
export const draftPointer = (index: number, ...names: string[]) => pointerTo("drafts", index, ...names);

/** What keeps a form of drafts from being sent. Details are message keys. */
export const faultsOf = (drafts: readonly FeatureDraft[]): FieldError[] =>
  drafts.flatMap((draft, index) => [
    ...keyFaults(drafts, draft, index),
    ...valueFaults(draft.type, draft.text, draftPointer(index, "value")),
    ...rolloutFaults(draft, index),
  ]);

function keyFaults(drafts: readonly FeatureDraft[], { key }: FeatureDraft, index: number): FieldError[] {
  const pointer = draftPointer(index, "key");
  if (key.trim() === "") {
    return [{ pointer, detail: "keystewardFaultNoKey" }];
  }
  const isRepeated = drafts.findIndex((other) => other.key.trim() === key.trim()) < index;
  return isRepeated ? [{ pointer, detail: "keystewardFaultSameKey" }] : [];
}

function rolloutFaults({ type, rollout }: FeatureDraft, index: number): FieldError[] {
  if (!rollout) {
    return [];
  }
  const { percentage } = rollout;
  const isPercentage = percentage !== undefined && Number.isInteger(percentage) && percentage >= 0 && percentage <= 100;
  return [
    ...(isPercentage ? [] : [{ pointer: draftPointer(index, "percentage"), detail: "keystewardFaultPercentage" }]),
    ...(rollout.otherwise === "" ? [] : valueFaults(type, rollout.otherwise, draftPointer(index, "otherwise"))),
  ];
}

function valueFaults(type: FeatureType, text: string, pointer: string): FieldError[] {
  const read = valueIn(type, text);
  return "fault" in read ? [{ pointer, detail: read.fault }] : [];
}

/** What drafts without faults are sent as. */
export function featuresIn(drafts: readonly FeatureDraft[]): { features: Features; rollouts: Rollouts } {
  const changes = drafts.map((draft) => [draft.key.trim(), changeIn(draft)] as const);
  return {
    features: Object.fromEntries(changes.map(([key, { value }]) => [key, value])),
    rollouts: Object.fromEntries(changes.flatMap(([key, { rollout }]) => (rollout ? [[key, rollout]] : []))),
  };
}

export const changeIn = ({ type, text, rollout }: FeatureDraft): FeatureChange => ({
  value: sentValue(type, text),
  ...(rollout && { rollout: rolloutIn(type, rollout) }),
});

const rolloutIn = (type: FeatureType, { percentage, by, from, until, otherwise }: RolloutDraft): Rollout => ({
  percentage: percentage ?? 100,
  by,
  ...(from !== undefined && { from }),
  ...(until !== undefined && { until }),
  ...(otherwise !== "" && { otherwise: sentValue(type, otherwise) }),
});

function sentValue(type: FeatureType, text: string): unknown {
  const read = valueIn(type, text);
  return "value" in read ? read.value : undefined;
}
