import { expect, test } from "vitest";
import { eventReader } from "./events";

const stream = ': still here\n\nevent: record\nid: 7\ndata: {"seq":7}\n\nid: 9\nevent: dropped\ndata: {"count":2}\n\n';

const events = [
  { id: "7", name: "record", data: '{"seq":7}' },
  { id: "9", name: "dropped", data: '{"count":2}' },
];

test("reads events and leaves out comments", () => {
  expect(eventReader()(stream)).toEqual(events);
});

test.each([1, 2, 3, 5, 17])("pieces of %i characters give the same", (size) => {
  for (const text of [stream, stream.replaceAll("\n", "\r\n")]) {
    const push = eventReader();
    const pieces = Array.from({ length: Math.ceil(text.length / size) }, (_, index) =>
      text.slice(index * size, (index + 1) * size),
    );

    expect(pieces.flatMap(push)).toEqual(events);
  }
});

test("joins the lines of one event", () => {
  expect(eventReader()("data: a\ndata: b\n\n")).toEqual([{ id: "", name: "message", data: "a\nb" }]);
});

test("what is not complete is no event", () => {
  const push = eventReader();

  expect(push("event: record\ndata: {}\n")).toEqual([]);
  expect(push("\n")).toEqual([{ id: "", name: "record", data: "{}" }]);
});
