import { expect, test } from "vitest";
import { onTop } from "./onTop";

const records = (...seqs: number[]) => seqs.map((seq) => ({ seq }));

test("newest first, and none twice", () => {
  expect(onTop(records(7, 9, 8), records(7, 5, 4))).toEqual(records(9, 8, 7, 5, 4));
});

test("nothing heard leaves what was read", () => {
  expect(onTop([], records(3, 1))).toEqual(records(3, 1));
});
