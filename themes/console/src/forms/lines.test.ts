import { expect, test } from "vitest";
import { Problem } from "../api/Problem";
import { linesIn, namingLines } from "./lines";

test("reads each line once", () => {
  expect(linesIn(" journeys.* \n\nreports.read\njourneys.*")).toEqual(["journeys.*", "reports.read"]);
});

test("names the line that was refused", () => {
  const refusal = new Problem("Two are wrong.", {
    status: 422,
    errors: [
      { pointer: "/grants/1", detail: "is no grant." },
      { pointer: "/permissions/0/key", detail: "is no list of these." },
      { pointer: "/grants/7", detail: "is none of these." },
    ],
  });

  const named = namingLines(refusal, "/grants", ["journeys.*", "Reports"]);

  expect(named.status).toBe(422);
  expect(named.errors).toEqual([
    { pointer: "/grants", detail: "Reports: is no grant." },
    { pointer: "/permissions/0/key", detail: "is no list of these." },
    { pointer: "/grants/7", detail: "is none of these." },
  ]);
});

test("names the line whatever of it was refused", () => {
  const refusal = new Problem("wrong", { errors: [{ pointer: "/permissions/0/key", detail: "is no key." }] });

  expect(namingLines(refusal, "/permissions", ["Publish"]).of("/permissions")).toBe("Publish: is no key.");
});
