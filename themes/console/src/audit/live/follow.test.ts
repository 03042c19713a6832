import { expect, test } from "vitest";
import { Problem } from "../../api/Problem";
import { follow } from "./follow";

const streamOf = (text: string) =>
  new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(new TextEncoder().encode(text));
      controller.close();
    },
  });

/** Follows until there is no further answer. */
async function followed(answers: (string | Problem)[], lastEventId?: string) {
  const left = [...answers];
  const stop = new AbortController();
  const asked: (string | undefined)[] = [];
  const heard: string[] = [];
  const troubles: (string | undefined)[] = [];
  await follow({
    open: (last) => {
      asked.push(last);
      const answer = left.shift() ?? "";
      return answer instanceof Problem ? Promise.reject(answer) : Promise.resolve(streamOf(answer));
    },
    lastEventId,
    onEvent: ({ data }) => heard.push(data),
    onTrouble: (problem) => troubles.push(problem?.message),
    signal: stop.signal,
    pause: () => {
      if (left.length === 0) {
        stop.abort();
      }
      return Promise.resolve();
    },
  });
  return { asked, heard, troubles };
}

test("continues behind what it has heard", async () => {
  const { asked, heard } = await followed(["id: 4\ndata: a\n\nid: 5\ndata: b\n\n", "id: 6\ndata: c\n\n"], "3");

  expect(asked).toEqual(["3", "5"]);
  expect(heard).toEqual(["a", "b", "c"]);
});

test("says that it cannot listen, and tries again", async () => {
  const { heard, troubles } = await followed([new Problem("Too many.", { status: 429 }), "data: a\n\n"]);

  expect(heard).toEqual(["a"]);
  expect(troubles).toEqual(["Too many.", undefined]);
});

test("does not ask again what is refused for good", async () => {
  const { asked, troubles } = await followed([new Problem("Not yours.", { status: 403 }), "data: a\n\n"]);

  expect(asked).toHaveLength(1);
  expect(troubles).toEqual(["Not yours."]);
});
