import type { Action } from "./records";

export interface ActionChoice {
  readonly value: string;
  /** Undefined for all actions that begin alike. */
  readonly description: string | undefined;
}

/** What can be asked for: what begins alike, such as `user.*`, before what it consists of. */
export function actionChoices(actions: readonly Action[]): ActionChoice[] {
  const beginnings = new Set(actions.map(({ key }) => `${key.split(".")[0] ?? key}.*`));
  return [
    ...[...beginnings].map((value) => ({ value, description: undefined })),
    ...actions.map(({ key, description }) => ({ value: key, description })),
  ].sort((first, second) => (plain(first.value) < plain(second.value) ? -1 : 1));
}

/** The star sorts before any letter. */
const plain = (value: string) => value.replace("*", "!");
