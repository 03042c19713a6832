/** What the server is asked. */
export interface Question {
  readonly tenant: string;
  readonly permission: string;
  /** The whole tenant where there is none. */
  readonly path?: string;
}

/** It could not be decided: nothing is permitted, for now. */
export class UndecidedError extends Error {
  override readonly name = "UndecidedError";
}

/** A thousand answers take a tenth of that. */
const maxAnswerBytes = 256 * 1024;

/** `POST /check` at the realm door, with the caller's own token. */
export async function ask(
  issuer: string,
  token: string,
  questions: readonly Question[],
  timeout: number,
  send: typeof fetch,
): Promise<boolean[]> {
  const over = new AbortController();
  const timer = setTimeout(() => {
    over.abort();
  }, timeout);
  try {
    const response = await send(`${issuer.replace(/\/+$/, "")}/keysteward/v1/check`, {
      method: "POST",
      headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json", Accept: "application/json" },
      body: JSON.stringify(questions),
      cache: "no-store",
      credentials: "omit",
      // The token goes to this address and to no other.
      redirect: "error",
      signal: over.signal,
    });
    if (response.status !== 200) {
      const hint = response.status === 401 ? ": is the token still good, and keysteward in its audience?" : "";
      throw new UndecidedError(`The server answered ${response.status}${hint}`);
    }
    return answers(await read(response), questions.length);
  } catch (fault) {
    if (fault instanceof UndecidedError) {
      throw fault;
    }
    throw new UndecidedError("The server could not be asked", { cause: fault });
  } finally {
    clearTimeout(timer);
    // Whatever was not read is not wanted any more.
    over.abort();
  }
}

async function read(response: Response): Promise<unknown> {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let text = "";
  let bytes = 0;
  for (let part = await reader?.read(); part?.done === false; part = await reader?.read()) {
    bytes += part.value.byteLength;
    if (bytes > maxAnswerBytes) {
      throw new UndecidedError(`The answer has more than ${maxAnswerBytes} bytes`);
    }
    text += decoder.decode(part.value, { stream: true });
  }
  return JSON.parse(text + decoder.decode());
}

function answers(json: unknown, count: number): boolean[] {
  if (!Array.isArray(json) || json.length !== count) {
    throw new UndecidedError(`The server answered something else than ${count} questions`);
  }
  return json.map((one: unknown) => {
    const allowed = typeof one === "object" && one !== null && "allowed" in one ? one.allowed : undefined;
    if (typeof allowed !== "boolean") {
      throw new UndecidedError("The server answered neither yes nor no");
    }
    return allowed;
  });
}
