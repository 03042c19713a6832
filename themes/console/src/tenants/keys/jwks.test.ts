import { expect, test } from "vitest";
import { keysIn } from "./jwks";

const key = { kty: "OKP", crv: "Ed25519", kid: "2026", x: "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo" };

test.each([
  ["a set", { keys: [key] }],
  ["a single key", key],
])("takes %s", (_what, pasted) => {
  expect(keysIn(JSON.stringify(pasted))).toEqual({ keys: [key] });
});

test.each([
  ["", "keystewardFaultJson"],
  ["{", "keystewardFaultJson"],
  ["[]", "keystewardFaultJson"],
  ["{}", "keystewardFaultNoKeys"],
  ['{"keys":[]}', "keystewardFaultNoKeys"],
  ['{"keys":["2026"]}', "keystewardFaultNoKeys"],
])("%j is refused: %s", (text, fault) => {
  expect(keysIn(text)).toEqual({ fault });
});

test.each([{ d: "nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A" }, { kty: "oct", k: "secret" }])(
  "a key with a secret is never sent: %j",
  (secret) => {
    expect(keysIn(JSON.stringify({ keys: [key, { ...key, ...secret }] }))).toEqual({
      fault: "keystewardFaultPrivateKey",
    });
  },
);
