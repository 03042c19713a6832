export const featureTypes = ["boolean", "number", "text", "object"] as const;

export type FeatureType = (typeof featureTypes)[number];

export const typeTexts: Readonly<Record<FeatureType, string>> = {
  boolean: "keystewardTypeBoolean",
  number: "keystewardTypeNumber",
  text: "keystewardTypeText",
  object: "keystewardTypeObject",
};

export function typeOf(value: unknown): FeatureType {
  switch (typeof value) {
    case "boolean":
      return "boolean";
    case "number":
      return "number";
    case "string":
      return "text";
    default:
      return "object";
  }
}

/** A value as it is typed. */
export function textOf(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value, null, 2);
}

/** What a new value of a type begins with. */
export const beginnings: Readonly<Record<FeatureType, string>> = {
  boolean: "true",
  number: "",
  text: "",
  object: "{}",
};

export type ValueFault = "keystewardFaultNumber" | "keystewardFaultObject";

/** What was typed as a value of the type, or the message that says why it is none. */
export function valueIn(type: FeatureType, text: string): { value: unknown } | { fault: ValueFault } {
  switch (type) {
    case "boolean":
      return { value: text === "true" };
    case "number":
      return numberIn(text);
    case "text":
      return { value: text };
    case "object":
      return objectIn(text);
  }
}

function numberIn(text: string): { value: number } | { fault: ValueFault } {
  const value = Number(text);
  return text.trim() === "" || !Number.isFinite(value) ? { fault: "keystewardFaultNumber" } : { value };
}

function objectIn(text: string): { value: object } | { fault: ValueFault } {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? { value }
      : { fault: "keystewardFaultObject" };
  } catch {
    return { fault: "keystewardFaultObject" };
  }
}
