import { expect, test } from "vitest";
import { aliasFor } from "./alias";

test.each([
  ["Acme", "acme"],
  ["Acme Rockets & Sons, Inc.", "acme-rockets-sons-inc"],
  ["Müller Straßenbau", "muller-strassenbau"],
  ["  Crème brûlée  ", "creme-brulee"],
  ["Ærø Færge", "aero-faerge"],
  ["3M", "3m"],
  ["東京", ""],
  ["x".repeat(62) + " & Company", "x".repeat(62)],
  ["", ""],
])("names %j %j", (name, alias) => {
  expect(aliasFor(name)).toBe(alias);
});
