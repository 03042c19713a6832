import { Answers } from "./answers.js";
import { type Claims, claimsIn, expiryIn, tenantClaims, type TenantClaims, tenantIn } from "./claims.js";
import { ask, type Question, UndecidedError } from "./endpoint.js";
import { permit } from "./grants.js";

/** How many checks there may be at once. */
export const mostAtOnce = 1000;

/** The whole tenant, or up to 10 segments with slashes between them. There is no other place. */
const place = /^$|^[A-Za-z0-9._~-]{1,64}(\/[A-Za-z0-9._~-]{1,64}){0,9}$/;

/** Where, and how, something is checked. */
export interface CheckOptions {
  /** Such as `workspace/emea`; the whole tenant where there is none. */
  readonly path?: string;
  /** Whether an answer from a moment ago does not count. */
  readonly fresh?: boolean;
}

export interface PermissionCheck extends CheckOptions {
  readonly permission: string;
}

export interface PermissionsOptions {
  /** The tenant's alias. By default the one organization that the token is for. */
  readonly tenant?: string;
  /** The realm's address, such as `https://keycloak.example/realms/demo`; `check` needs it. */
  readonly issuer?: string;
  /** The access token, where claims were given instead of it; `check` needs it. */
  readonly token?: string;
  /** How long an answer may take, in milliseconds; 5,000 by default. */
  readonly timeout?: number;
  /** How long answers count, in milliseconds; 5,000 by default, 60,000 at most, 0 for not at all. */
  readonly keepAnswers?: number;
  /** How many answers are kept; 1,000 by default. */
  readonly mostAnswers?: number;
  /** Instead of the platform's own. */
  readonly fetch?: typeof fetch;
  /** Milliseconds since the epoch; for tests. */
  readonly now?: () => number;
}

/** What the user of one access token may do in one tenant. Make another one when the token is renewed. */
export class Permissions {
  /** Undefined where the token is not for a single organization and none was named: nothing is permitted then. */
  readonly tenant: string | undefined;
  readonly #said: TenantClaims | undefined;
  readonly #token: string | undefined;
  readonly #expiry: number | undefined;
  readonly #options: PermissionsOptions;
  readonly #answers: Answers;

  /** Use {@link permissionsOf}. */
  constructor(token: string | undefined, claims: Claims, options: PermissionsOptions) {
    this.tenant = options.tenant ?? tenantIn(claims);
    this.#said = this.tenant === undefined ? undefined : tenantClaims(claims, this.tenant);
    this.#token = token;
    this.#expiry = expiryIn(claims);
    this.#options = options;
    this.#answers = new Answers(Math.min(options.keepAnswers ?? 5000, 60_000), options.mostAnswers ?? 1000);
  }

  /** The keys of the roles that hold in the whole tenant, as the token says. */
  get roles(): readonly string[] {
    return this.#said?.roles ?? [];
  }

  /**
   * Whether the token says which permissions hold in the whole tenant. Where it does not, for lack of room or because
   * nobody configured it, `can` is false of everything: use `check`.
   */
  get complete(): boolean {
    return this.#said?.permissions !== undefined;
  }

  /**
   * Whether the token says that it is permitted. What holds in the whole tenant holds at each path; what holds at a path
   * only is not in the token, so that false at a path may be true for `check`.
   */
  can(permission: string, path = ""): boolean {
    return this.#alive() && place.test(path) && permit(this.#said?.permissions ?? [], permission);
  }

  /**
   * What the server says, now or a moment ago.
   *
   * @throws {UndecidedError} where it cannot be decided; nothing is permitted then
   */
  async check(permission: string, options: CheckOptions = {}): Promise<boolean> {
    const [answer] = await this.checkEach([{ ...options, permission }]);
    return answer ?? false;
  }

  /**
   * The answers to up to 1,000 checks, in their order, with one request at most.
   *
   * @throws {UndecidedError} where they cannot be decided; nothing is permitted then
   */
  async checkEach(checks: readonly (PermissionCheck | string)[]): Promise<boolean[]> {
    if (checks.length > mostAtOnce) {
      throw new RangeError(`At most ${mostAtOnce} checks at once; these are ${checks.length}`);
    }
    const tenant = this.tenant;
    if (tenant === undefined) {
      return checks.map(() => false);
    }
    if (!this.#alive()) {
      throw new UndecidedError("The access token has expired");
    }
    const wanted = checks.map((check) => asked(tenant, typeof check === "string" ? { permission: check } : check));
    const answers = this.#answersTo(wanted);
    return Promise.all(wanted.map(async ({ key }) => (await answers.get(key)) ?? false));
  }

  /** Asks for what is not known, at once, before anybody else can ask for the same. */
  #answersTo(wanted: readonly Asked[]): Map<string, Promise<boolean>> {
    const now = this.#now();
    const answers = new Map<string, Promise<boolean>>();
    const open = new Map<string, Question>();
    for (const { key, question, fresh } of wanted) {
      const known = fresh ? undefined : this.#answers.known(key, now);
      if (known) {
        answers.set(key, known);
      } else {
        open.set(key, question);
      }
    }
    if (open.size > 0) {
      const all = this.#ask([...open.values()]);
      [...open.keys()].forEach((key, place) => {
        const answer = all.then((several) => several[place] ?? false);
        answers.set(key, answer);
        this.#answers.add(key, answer, now);
      });
    }
    return answers;
  }

  async #ask(questions: readonly Question[]): Promise<boolean[]> {
    const { issuer, timeout = 5000, fetch: send = fetch } = this.#options;
    if (issuer === undefined || this.#token === undefined) {
      throw new UndecidedError("Whoever checks needs the issuer and the access token");
    }
    return ask(issuer, this.#token, questions, timeout, send);
  }

  #alive(): boolean {
    return this.#expiry === undefined || this.#now() < this.#expiry * 1000;
  }

  #now(): number {
    return this.#options.now?.() ?? Date.now();
  }
}

interface Asked {
  readonly key: string;
  readonly question: Question;
  readonly fresh: boolean;
}

function asked(tenant: string, { permission, path = "", fresh = false }: PermissionCheck): Asked {
  const question = { tenant, permission, ...(path === "" ? {} : { path }) };
  return { key: JSON.stringify([permission, path]), question, fresh };
}

/**
 * What somebody may do, for showing and hiding.
 *
 * Nothing is verified here, and a browser belongs to whoever sits before it: **hiding protects nothing.** Whatever serves
 * data or does something asks for itself.
 *
 * @param token an access token, or its claims
 */
export function permissionsOf(token: string | Claims, options: PermissionsOptions = {}): Permissions {
  return typeof token === "string"
    ? new Permissions(token, claimsIn(token), options)
    : new Permissions(options.token, token, options);
}
