/** When a rule gives its role. */
export type Condition =
  | { readonly attribute: string; readonly in: readonly string[] }
  | { readonly group: string }
  | { readonly organizationGroup: string }
  | { readonly identityProvider: string }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

export const termKinds = ["attribute", "group", "organizationGroup", "identityProvider"] as const;

export type TermKind = (typeof termKinds)[number];

/** One thing that is looked at, while it is being edited. */
export interface TermDraft {
  readonly kind: TermKind;
  /** Whether it must not be so. */
  readonly isNegated: boolean;
  /** The name of an attribute, where the kind is that. */
  readonly attribute: string;
  /** Of an attribute separated by commas; else the path of a group or the alias of an identity provider. */
  readonly value: string;
}

/** A condition while it is being edited: some things side by side, or JSON where they are nested deeper. */
export type ConditionDraft =
  | { readonly form: "all" | "any"; readonly terms: readonly TermDraft[] }
  | { readonly form: "json"; readonly text: string };

export type ConditionForm = ConditionDraft["form"];

export const newTerm: TermDraft = { kind: "attribute", isNegated: false, attribute: "", value: "" };

export const newCondition: ConditionDraft = { form: "all", terms: [newTerm] };

/** Fields where these are enough to show all that the condition says. */
export function draftOf(condition: Condition): ConditionDraft {
  const form = "any" in condition ? "any" : "all";
  const parts = "any" in condition ? condition.any : "all" in condition ? condition.all : [condition];
  const terms = parts.map(termOf).filter((term) => term !== undefined);
  return terms.length === parts.length && terms.length > 0
    ? { form, terms }
    : { form: "json", text: JSON.stringify(condition, null, 2) };
}

function termOf(condition: Condition): TermDraft | undefined {
  const isNegated = "not" in condition;
  const inner = isNegated ? condition.not : condition;
  if ("attribute" in inner) {
    // A comma inside of a value could not be told from one between two.
    return inner.in.some((value) => value.includes(",") || value !== value.trim() || value === "")
      ? undefined
      : { kind: "attribute", isNegated, attribute: inner.attribute, value: inner.in.join(", ") };
  }
  if ("group" in inner) {
    return { kind: "group", isNegated, attribute: "", value: inner.group };
  }
  if ("organizationGroup" in inner) {
    return { kind: "organizationGroup", isNegated, attribute: "", value: inner.organizationGroup };
  }
  return "identityProvider" in inner
    ? { kind: "identityProvider", isNegated, attribute: "", value: inner.identityProvider }
    : undefined;
}

/** What a draft is sent as; undefined where its JSON is none. The server says what else is wrong. */
export function conditionIn(draft: ConditionDraft): Condition | undefined {
  if (draft.form === "json") {
    return parse(draft.text);
  }
  const [only, ...others] = draft.terms.map(conditionOf);
  if (only && others.length === 0) {
    return only;
  }
  const parts = draft.terms.map(conditionOf);
  return draft.form === "all" ? { all: parts } : { any: parts };
}

function conditionOf(term: TermDraft): Condition {
  const inner = positiveOf(term);
  return term.isNegated ? { not: inner } : inner;
}

function positiveOf({ kind, attribute, value }: TermDraft): Condition {
  switch (kind) {
    case "attribute":
      return { attribute: attribute.trim(), in: valuesIn(value) };
    case "group":
      return { group: value.trim() };
    case "organizationGroup":
      return { organizationGroup: value.trim() };
    case "identityProvider":
      return { identityProvider: value.trim() };
  }
}

const valuesIn = (text: string): string[] =>
  text
    .split(",")
    .map((value) => value.trim())
    .filter((value) => value !== "");

function parse(text: string): Condition | undefined {
  try {
    const value: unknown = JSON.parse(text);
    // Whether it is one of the forms is for the server to say, with where it is not.
    return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Condition) : undefined;
  } catch {
    return undefined;
  }
}

/** The same condition in another form; as it is where that form cannot say it. */
export function inForm(draft: ConditionDraft, form: ConditionForm): ConditionDraft {
  if (draft.form === form) {
    return draft;
  }
  if (form === "json") {
    return { form, text: JSON.stringify(conditionIn(draft), null, 2) };
  }
  if (draft.form !== "json") {
    return { ...draft, form };
  }
  const condition = conditionIn(draft);
  // What was read from JSON keeps its meaning, whichever of the two was chosen.
  const read = condition && isCondition(condition) ? draftOf(condition) : draft;
  return read.form === "json" ? draft : read;
}

/** Whether what was typed has the shape that `draftOf` reads. */
function isCondition(value: unknown): boolean {
  if (typeof value !== "object" || value === null) {
    return false;
  }
  const {
    attribute,
    in: values,
    group,
    organizationGroup,
    identityProvider,
    all,
    any,
    not,
  } = value as Record<string, unknown>;
  if (attribute !== undefined) {
    return typeof attribute === "string" && Array.isArray(values) && values.every((one) => typeof one === "string");
  }
  const list = all ?? any;
  if (list !== undefined) {
    return Array.isArray(list) && list.every(isCondition);
  }
  const isNamed = [group, organizationGroup, identityProvider].some((name) => typeof name === "string");
  return isNamed || (not !== undefined && isCondition(not));
}

/** Where the server says what is wrong with the thing at a place of the form. */
export function termPointer(draft: ConditionDraft, index: number): string {
  if (draft.form === "json") {
    return "/when";
  }
  const base = draft.terms.length === 1 ? "/when" : `/when/${draft.form}/${index}`;
  return draft.terms[index]?.isNegated === true ? `${base}/not` : base;
}

/** Where the form shows what is wrong with a condition. What is wrong elsewhere in it stands above the form. */
export const pointersOf = (draft: ConditionDraft): string[] =>
  draft.form === "json" ? ["/when"] : draft.terms.map((_term, index) => termPointer(draft, index));

/** Whether enough is filled in to be sent. */
export const isComplete = (draft: ConditionDraft): boolean =>
  draft.form === "json"
    ? draft.text.trim() !== ""
    : draft.terms.length > 0 &&
      draft.terms.every(
        ({ kind, attribute, value }) => value.trim() !== "" && (kind !== "attribute" || attribute.trim() !== ""),
      );
