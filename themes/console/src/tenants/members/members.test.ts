import { expect, test } from "vitest";
import { displayNameOf } from "./members";

test.each([
  [{ username: "ada", firstName: "Ada", lastName: "Lovelace" }, "Ada Lovelace"],
  [{ username: "ada", lastName: "Lovelace" }, "Lovelace"],
  [{ username: "ada" }, "ada"],
  [{ username: "ada", firstName: "", lastName: "" }, "ada"],
])("%j is shown as %s", (member, name) => {
  expect(displayNameOf(member)).toBe(name);
});
