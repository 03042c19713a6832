import { expect, test } from "vitest";
import { changeIn, draftsOf, faultsOf, featuresIn, newDraft, newRollout } from "./featureDraft";

const features = { sso: true, exports: 5, region: "eu", tiers: { gold: { sla: 99.9 } } };
const rollouts = {
  sso: { percentage: 20, by: "member", from: "2026-01-01T00:00:00Z", otherwise: false },
  region: { percentage: 100, by: "tenant", until: "2027-01-01T00:00:00Z", otherwise: "us" },
} as const;

test("what was not touched is sent as it was", () => {
  const drafts = draftsOf(features, rollouts);

  expect(drafts.map(({ key }) => key)).toEqual(["exports", "region", "sso", "tiers"]);
  expect(faultsOf(drafts)).toEqual([]);
  expect(featuresIn(drafts)).toEqual({ features, rollouts });
});

test("a roll-out without a word is to everyone, by tenant", () => {
  const [draft] = draftsOf({ sso: true }, { sso: {} });

  expect(draft?.rollout).toMatchObject({ percentage: 100, by: "tenant", otherwise: "" });
});

test("a feature needs a key of its own", () => {
  const faults = faultsOf([
    { ...newDraft, key: "sso" },
    { ...newDraft, key: " sso " },
    { ...newDraft, key: " " },
  ]);

  expect(faults).toEqual([
    { pointer: "/drafts/1/key", detail: "keystewardFaultSameKey" },
    { pointer: "/drafts/2/key", detail: "keystewardFaultNoKey" },
  ]);
});

test.each([undefined, -1, 101, 12.5, Number.NaN])("%s is no percentage", (percentage) => {
  const faults = faultsOf([{ ...newDraft, key: "sso", rollout: { ...newRollout, percentage } }]);

  expect(faults).toEqual([{ pointer: "/drafts/0/percentage", detail: "keystewardFaultPercentage" }]);
});

test("values and what others get are of the feature's type", () => {
  const faults = faultsOf([
    { key: "exports", type: "number", text: "many", rollout: { ...newRollout, otherwise: "few" } },
  ]);

  expect(faults).toEqual([
    { pointer: "/drafts/0/value", detail: "keystewardFaultNumber" },
    { pointer: "/drafts/0/otherwise", detail: "keystewardFaultNumber" },
  ]);
});

test("nothing for the others is left out", () => {
  const change = changeIn({ key: "exports", type: "number", text: "5", rollout: newRollout });

  expect(change).toEqual({ value: 5, rollout: { percentage: 10, by: "tenant" } });
});
