/** How a value of a record is put into words. */
export type ShownValue =
  | { readonly kind: "nothing" | "erased" | "redacted" }
  | { readonly kind: "large"; readonly bytes: number }
  | { readonly kind: "text"; readonly text: string };

export function shownValue(value: unknown): ShownValue {
  if (value === undefined || value === null) {
    return { kind: "nothing" };
  }
  if (typeof value === "object" && !Array.isArray(value)) {
    const members = value as Readonly<Record<string, unknown>>;
    const names = Object.keys(members);
    if (names.length === 1 && members.erased === true) {
      return { kind: "erased" };
    }
    if (names.length === 1 && members.redacted === true) {
      return { kind: "redacted" };
    }
    if (names.length === 2 && typeof members.digest === "string" && typeof members.bytes === "number") {
      return { kind: "large", bytes: members.bytes };
    }
  }
  return { kind: "text", text: typeof value === "string" ? value : JSON.stringify(value) };
}
