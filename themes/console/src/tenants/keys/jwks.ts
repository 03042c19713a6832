import type { Jwk } from "./licenseKeys";

export type JwksFault = "keystewardFaultJson" | "keystewardFaultNoKeys" | "keystewardFaultPrivateKey";

/** Members that only private and secret keys have (RFC 7518, section 6). */
const secrets = ["d", "p", "q", "dp", "dq", "qi", "oth", "k"];

/**
 * The keys in what was pasted: a JWK set, or a single key. A private key is refused before it is sent anywhere: it
 * belongs to the vendor alone.
 */
export function keysIn(text: string): { keys: readonly Jwk[] } | { fault: JwksFault } {
  const parsed = parse(text);
  if (parsed === undefined) {
    return { fault: "keystewardFaultJson" };
  }
  const keys = Array.isArray(parsed.keys) ? (parsed.keys as unknown[]) : "kty" in parsed ? [parsed] : [];
  if (keys.length === 0 || !keys.every(isObject)) {
    return { fault: "keystewardFaultNoKeys" };
  }
  return keys.some((key) => secrets.some((secret) => secret in key))
    ? { fault: "keystewardFaultPrivateKey" }
    : { keys };
}

function parse(text: string): Jwk | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const isObject = (value: unknown): value is Jwk => typeof value === "object" && value !== null && !Array.isArray(value);
