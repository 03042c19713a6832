import { expect, test } from "vitest";
import { noPerson, personIn } from "./person";

test("names that were not typed are not sent", () => {
  expect(personIn({ ...noPerson, email: " ada@acme.com ", firstName: " " })).toEqual({ email: "ada@acme.com" });
});

test("names that were typed are", () => {
  expect(personIn({ email: "ada@acme.com", firstName: "Ada", lastName: "Lovelace" })).toEqual({
    email: "ada@acme.com",
    firstName: "Ada",
    lastName: "Lovelace",
  });
});
