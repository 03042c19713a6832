import { expect, test } from "vitest";
import { changesBetween, followed, retentionIn } from "./retention";

const read = (values: Record<string, string>) =>
  Object.entries(values).map(([key, value]) => ({ value: { key, value }, version: "1" }));

test("reads days, and none where nobody has set any", () => {
  const retention = retentionIn(read({ "audit.retentionDays": "365", "audit.retentionDaysData": "30" }));

  expect([retention.days, retention.data, retention.access]).toEqual([365, 30, undefined]);
});

test("sends what has changed, and what shall follow the others again", () => {
  const before = retentionIn(read({ "audit.retentionDays": "365", "audit.retentionDaysData": "30" }));

  expect(changesBetween(before, { ...before, days: 400, data: undefined })).toEqual([
    { field: "days", key: "audit.retentionDays", value: "400" },
    { field: "data", key: "audit.retentionDaysData", value: undefined },
  ]);
});

test("what is protected follows the minimum", () => {
  expect([followed("security"), followed("compliance"), followed("access")]).toEqual(["minimum", "minimum", "days"]);
});
