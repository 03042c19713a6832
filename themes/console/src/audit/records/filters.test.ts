import { expect, test } from "vitest";
import { countOf, filterIn, rareNames, withFilter, withoutFilter, withoutTimes } from "./filters";

const address = (text: string) => new URLSearchParams(text);

test("reads the filters of an address and nothing else", () => {
  expect(filterIn(address("action=user.*&record=0199&name=&ip=%20192.0.2.1%20"))).toEqual({
    action: "user.*",
    ip: "192.0.2.1",
  });
});

test("a shared address shows the same", () => {
  const filter = { name: "ada*", from: "2026-01-01T00:00:00.000Z", tag: "SOC2:CC6.1", tenant: "acme & co" };

  expect(filterIn(address(withFilter(address(""), filter).toString()))).toEqual(filter);
});

test("changes the filters that are named and keeps the others", () => {
  const changed = withFilter(address("name=ada&outcome=failure&record=0199"), { outcome: "", action: " user.* " });

  expect(changed.toString()).toBe("name=ada&record=0199&action=user.*");
});

test("clearing keeps what is no filter", () => {
  expect(withoutFilter(address("name=ada&record=0199&to=2026-01-01T00:00:00.000Z")).toString()).toBe("record=0199");
});

test("counts what is narrowed", () => {
  const filter = { name: "ada", ip: "192.0.2.1", tenant: "acme" };

  expect(countOf(filter)).toBe(3);
  expect(countOf(filter, rareNames)).toBe(2);
});

test("what happens from now on has no beginning and no end", () => {
  expect(withoutTimes({ from: "2026-01-01T00:00:00.000Z", to: "2026-02-01T00:00:00.000Z", name: "ada" })).toEqual({
    name: "ada",
  });
});
