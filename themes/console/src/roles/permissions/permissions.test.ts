import { expect, test } from "vitest";
import { groupsIn, type Permission } from "./permissions";
import { permissionsIn } from "./registration";

test("reads a key and what it is for", () => {
  expect(permissionsIn("journeys.publish = Publish = show to all\n journeys.read\n\n", " journeys ")).toEqual([
    { key: "journeys.publish", description: "Publish = show to all", group: "journeys" },
    { key: "journeys.read", description: "", group: "journeys" },
  ]);
});

test("offers each group once", () => {
  const of = (group?: string): Permission => ({
    key: "a.b",
    origin: "registered",
    reach: "tenant",
    ...(group !== undefined && { group }),
  });

  expect(groupsIn([of("reports"), of(), of(""), of("journeys"), of("reports")])).toEqual(["journeys", "reports"]);
});
