/** RFC 9457 as the server writes it, and the shapes that Keycloak itself answers with. */
interface ProblemDocument {
  type?: string;
  title?: string;
  detail?: string;
  requestId?: string;
  errors?: FieldError[];
  errorMessage?: string;
  error_description?: string;
}

export interface FieldError {
  /** A JSON pointer into what was sent (RFC 6901), such as `/limits/seats`. */
  readonly pointer: string;
  readonly detail: string;
}

interface Particulars {
  status?: number;
  type?: string | undefined;
  requestId?: string | undefined;
  errors?: readonly FieldError[] | undefined;
  members?: Readonly<Record<string, unknown>> | undefined;
}

/** Why a call failed, in words that a person can act on. */
export class Problem extends Error {
  /** The HTTP status; 0 when no answer came. */
  readonly status: number;
  readonly type: string | undefined;
  readonly requestId: string | undefined;
  readonly errors: readonly FieldError[];
  /** All that the document says, such as the numbers that its type has beside the detail (RFC 9457, section 3.2). */
  readonly members: Readonly<Record<string, unknown>>;

  constructor(detail: string, { status = 0, type, requestId, errors = [], members = {} }: Particulars = {}) {
    super(detail);
    this.name = "Problem";
    this.status = status;
    this.type = type;
    this.requestId = requestId;
    this.errors = errors;
    this.members = members;
  }

  /** Somebody else has changed it since it was read. */
  get isStale(): boolean {
    return this.status === 412;
  }

  /** What is wrong with a field: with the value at the pointer, or with anything inside it. */
  of(pointer: string): string | undefined {
    const details = this.errors.filter((error) => isWithin(error.pointer, pointer)).map(({ detail }) => detail);
    return details.length === 0 ? undefined : details.join(" ");
  }

  /** The errors that none of the fields can show. */
  beyond(pointers: readonly string[]): readonly FieldError[] {
    return this.errors.filter((error) => !pointers.some((pointer) => isWithin(error.pointer, pointer)));
  }
}

/** A JSON pointer to a member, whatever characters its name has (RFC 6901, section 3). */
export const pointerTo = (...names: readonly (string | number)[]): string =>
  names.map((name) => `/${String(name).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");

const isWithin = (inner: string, outer: string) => inner === outer || inner.startsWith(`${outer}/`);

/** What a refused call's answer says, whoever wrote it: us, Keycloak or a proxy before it. */
export async function problemIn(response: Response): Promise<Problem> {
  const document = parse(await response.text());
  const detail =
    document.detail ?? document.errorMessage ?? document.error_description ?? document.title ?? statusOf(response);
  return new Problem(detail, {
    status: response.status,
    type: document.type,
    requestId: document.requestId ?? response.headers.get("X-Request-Id") ?? undefined,
    errors: document.errors,
    members: { ...document },
  });
}

/** Anything thrown, as a problem: a failed fetch has no answer to read. */
export const asProblem = (cause: unknown): Problem =>
  cause instanceof Problem ? cause : new Problem(cause instanceof Error ? cause.message : String(cause));

function parse(body: string): ProblemDocument {
  try {
    const document: unknown = JSON.parse(body);
    return typeof document === "object" && document !== null ? document : {};
  } catch {
    return {};
  }
}

const statusOf = (response: Response) => `${response.status} ${response.statusText}`.trim();
