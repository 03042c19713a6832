/** What stands for a value in a record, or the value itself. */
export type Shown =
  | { readonly kind: "none" }
  | { readonly kind: "erased" }
  | { readonly kind: "redacted" }
  | { readonly kind: "digest"; readonly digest: string; readonly bytes: number }
  | { readonly kind: "text"; readonly text: string };

/** A name, an address or any other value of a record, told apart from the three objects that stand in for one. */
export function shownOf(value: unknown): Shown {
  if (value === undefined || value === null) {
    return { kind: "none" };
  }
  if (typeof value === "string") {
    return { kind: "text", text: value };
  }
  if (has(value, "erased") && value.erased === true) {
    return { kind: "erased" };
  }
  if (has(value, "redacted") && value.redacted === true) {
    return { kind: "redacted" };
  }
  if (has(value, "digest", "bytes") && typeof value.digest === "string" && typeof value.bytes === "number") {
    return { kind: "digest", digest: value.digest, bytes: value.bytes };
  }
  return { kind: "text", text: JSON.stringify(value, undefined, 1) };
}

/** The text of a value, where it has one. */
export function textOf(value: unknown): string | undefined {
  const shown = shownOf(value);
  return shown.kind === "text" ? shown.text : undefined;
}

/** Whether it has these members and no other: an object of another form is somebody's data. */
const has = (value: unknown, ...names: string[]): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && Object.keys(value).sort().join() === names.sort().join();
