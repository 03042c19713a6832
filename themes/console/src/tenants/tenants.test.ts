import { expect, test } from "vitest";
import { isFinal } from "./tenants";

const deletion = { requestedAt: "2026-01-01T00:00:00Z", finalAt: "2026-01-31T00:00:00Z" };

test.each([
  ["2026-01-30T23:59:59Z", false],
  ["2026-01-31T00:00:00Z", true],
])("at %s a deletion is final: %s", (now, final) => {
  expect(isFinal(deletion, new Date(now))).toBe(final);
});
