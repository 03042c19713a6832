import { expect, test } from "vitest";
import { addressesIn } from "./addresses";

test.each([
  ["ada@acme.com\ngrace@acme.com", ["ada@acme.com", "grace@acme.com"]],
  ["  ada@acme.com \r\n\r\n grace@acme.com\n", ["ada@acme.com", "grace@acme.com"]],
  ["ada@acme.com, grace@acme.com; alan@acme.com", ["ada@acme.com", "grace@acme.com", "alan@acme.com"]],
  ["Ada Lovelace <ada@acme.com>", ["ada@acme.com"]],
  ["ada+work@acme.co.uk", ["ada+work@acme.co.uk"]],
  ["", []],
])("finds the addresses in %j", (text, addresses) => {
  expect(addressesIn(text)).toEqual({ addresses, faulty: [], repeated: 0 });
});

test.each(["ada", "ada@", "@acme.com", "ada@acme@com", "ada acme.com", "<ada>"])("%j is no address", (line) => {
  expect(addressesIn(line)).toEqual({ addresses: [], faulty: [line], repeated: 0 });
});

test("nobody is invited twice", () => {
  const found = addressesIn("ada@acme.com\ngrace@acme.com\nAda@Acme.com");

  expect(found).toEqual({ addresses: ["ada@acme.com", "grace@acme.com"], faulty: [], repeated: 1 });
});
