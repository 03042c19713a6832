/** A token, without its secret. */
export interface Token {
  readonly id: string;
  /** The last characters of the secret. */
  readonly hint: string;
  readonly createdAt: string;
  /** Absent for one that never expires. */
  readonly expiresAt?: string;
  /** To the minute; absent where it was never used. */
  readonly lastUsedAt?: string;
}

export interface NewToken {
  readonly expiresAt?: string;
  /** In so many hours, the connection's other tokens expire; they stay where it is absent. */
  readonly othersExpireInHours?: number;
}

export interface IssuedToken {
  readonly id: string;
  /** The secret: answered this once, and never again. */
  readonly value: string;
  readonly expiresAt?: string;
}

export type TokenState = "valid" | "expiring" | "expired";

const soonInDays = 14;

const dayInMilliseconds = 24 * 60 * 60 * 1000;

export function stateOf({ expiresAt }: Pick<Token, "expiresAt">, now: Date): TokenState {
  if (expiresAt === undefined) {
    return "valid";
  }
  const left = new Date(expiresAt).getTime() - now.getTime();
  if (left <= 0) {
    return "expired";
  }
  return left <= soonInDays * dayInMilliseconds ? "expiring" : "valid";
}

/** From the worst to the best. */
const states: readonly TokenState[] = ["expired", "expiring", "valid"];

/**
 * Whether a source gets in, with the best of its tokens: one that is changed over has a token that expires soon, which
 * need not worry anybody. Undefined where there is no token.
 */
export function accessBy(tokens: readonly Pick<Token, "expiresAt">[], now: Date): TokenState | undefined {
  const found = tokens.map((token) => stateOf(token, now));
  return states.findLast((state) => found.includes(state));
}
