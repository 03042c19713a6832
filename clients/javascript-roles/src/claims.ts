/** The claims of an access token, as parsed JSON. */
export type Claims = Readonly<Record<string, unknown>>;

/** What a token says of one tenant. */
export interface TenantClaims {
  readonly roles: readonly string[];
  /** Keys and wildcards; undefined where the token does not say, or not all of it. */
  readonly permissions: readonly string[] | undefined;
}

const nothing: TenantClaims = { roles: [], permissions: undefined };

/** The claims that stand in a signed token (RFC 7519), which nobody checks here; none of any other token. */
export function claimsIn(token: string): Claims {
  const parts = token.split(".");
  const payload = parts[1];
  if (parts.length !== 3 || payload === undefined) {
    return {};
  }
  try {
    const bytes = Uint8Array.from(atob(payload.replaceAll("-", "+").replaceAll("_", "/")), (one) => one.charCodeAt(0));
    const claims: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    return isObject(claims) ? claims : {};
  } catch {
    return {};
  }
}

/** The one organization that the token is for; undefined where it names none or several. */
export function tenantIn(claims: Claims): string | undefined {
  const organization = claims.organization;
  if (typeof organization === "string") {
    return organization;
  }
  const aliases: unknown[] = Array.isArray(organization)
    ? organization
    : isObject(organization)
      ? Object.keys(organization)
      : [];
  return aliases.length === 1 && typeof aliases[0] === "string" ? aliases[0] : undefined;
}

export function tenantClaims(claims: Claims, tenant: string): TenantClaims {
  const organization = claims.organization;
  if (!isObject(organization) || !Object.hasOwn(organization, tenant)) {
    return nothing;
  }
  const facts = organization[tenant];
  if (!isObject(facts)) {
    return nothing;
  }
  // Whatever stands there that is not a clear no means that something is left out.
  const omitted = facts.permissions_omitted ?? false;
  return { roles: texts(facts.roles) ?? [], permissions: omitted === false ? texts(facts.permissions) : undefined };
}

/** Seconds since the epoch; undefined where the token does not say. */
export function expiryIn(claims: Claims): number | undefined {
  return typeof claims.exp === "number" ? claims.exp : undefined;
}

function texts(value: unknown): readonly string[] | undefined {
  return Array.isArray(value) && value.every((one) => typeof one === "string") ? value : undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
