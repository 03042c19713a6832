/**
 * What the server answered a moment ago, or is about to. Bounded in count and time; a fault is never kept.
 *
 * No answer is older than `keep`, counted from when it was asked for.
 */
export class Answers {
  readonly #kept = new Map<string, { readonly answer: Promise<boolean>; readonly asked: number }>();

  /** @param keep milliseconds */
  constructor(
    private readonly keep: number,
    private readonly most: number,
  ) {}

  get size(): number {
    return this.#kept.size;
  }

  known(question: string, now: number): Promise<boolean> | undefined {
    const found = this.#kept.get(question);
    // A clock that was set back makes nothing last longer.
    if (found && found.asked <= now && now < found.asked + this.keep) {
      return found.answer;
    }
    this.#kept.delete(question);
    return undefined;
  }

  add(question: string, answer: Promise<boolean>, now: number): void {
    if (this.keep <= 0 || this.most <= 0) {
      return;
    }
    this.#kept.delete(question);
    this.#kept.set(question, { answer, asked: now });
    answer.catch(() => {
      // Another one may stand there by now.
      if (this.#kept.get(question)?.answer === answer) {
        this.#kept.delete(question);
      }
    });
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > this.most && oldest !== undefined) {
      this.#kept.delete(oldest);
    }
  }
}
