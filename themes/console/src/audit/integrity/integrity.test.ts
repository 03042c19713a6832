import { expect, test } from "vitest";
import { exportName, faultIn, momentsOf } from "./exportDays";
import { checkpointAt } from "./integrity";

const checkpoint = (number: number, firstSeq: number, lastSeq: number) => ({
  number,
  firstSeq,
  lastSeq,
  checkpoint: { time: "2026-03-01T00:00:00.000Z" },
  kid: `k${number}`,
  signature: "",
});

test("finds the checkpoint that covers a record", () => {
  const checkpoints = [checkpoint(2, 11, 20), checkpoint(1, 1, 10)];

  expect(checkpointAt(checkpoints, 10)?.kid).toBe("k1");
  expect(checkpointAt(checkpoints, 11)?.kid).toBe("k2");
  expect(checkpointAt(checkpoints, 0)).toBeUndefined();
});

test.each([
  ["2026-03-01", "2026-03-01", undefined],
  ["2026-03-02", "2026-03-01", "keystewardFaultBackwards"],
  ["", "2026-03-01", "keystewardFaultNoDay"],
])("from %j to %j: %s", (first, last, fault) => {
  expect(faultIn({ first, last })).toBe(fault);
});

test("an export has the whole of the last day", () => {
  const { from, to } = momentsOf({ first: "2026-02-27", last: "2026-02-28" });

  expect(from).toBe(new Date(2026, 1, 27).toISOString());
  expect(to).toBe(new Date(2026, 2, 1).toISOString());
});

test("a file says whose and which days", () => {
  expect(exportName("shop", { first: "2026-02-27", last: "2026-02-28" })).toBe(
    "audit-shop-2026-02-27-2026-02-28.jsonl",
  );
});
