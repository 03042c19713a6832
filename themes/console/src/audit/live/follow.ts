import { asProblem, type Problem } from "../../api/Problem";
import { eventReader, type ServerEvent } from "./events";

interface Following {
  open: (lastEventId: string | undefined) => Promise<ReadableStream<Uint8Array>>;
  /** What the first stream continues behind. */
  lastEventId: string | undefined;
  onEvent: (event: ServerEvent) => void;
  /** Undefined once it listens again. */
  onTrouble: (problem: Problem | undefined) => void;
  signal: AbortSignal;
  /** Between a stream that has ended and the next. */
  pause: () => Promise<void>;
}

/** Listens until told to stop, over as many streams as it takes: each ends after some minutes. */
export async function follow({ open, lastEventId, onEvent, onTrouble, signal, pause }: Following): Promise<void> {
  let last = lastEventId;
  while (!signal.aborted) {
    try {
      const reader = (await open(last)).getReader();
      onTrouble(undefined);
      const push = eventReader();
      const decoder = new TextDecoder();
      for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
        for (const event of push(decoder.decode(piece.value, { stream: true }))) {
          last = event.id;
          onEvent(event);
        }
      }
    } catch (cause) {
      if (isAborted(signal)) {
        return;
      }
      const problem = asProblem(cause);
      onTrouble(problem);
      if (isFinal(problem)) {
        return;
      }
    }
    await pause();
  }
}

// Behind a function, because it changes while something is awaited.
const isAborted = (signal: AbortSignal) => signal.aborted;

/** Asking again would be answered alike. */
const isFinal = ({ status }: Problem) => status >= 400 && status < 500 && status !== 429 && status !== 401;
