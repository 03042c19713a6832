import { expect, test } from "vitest";
import { actionChoices } from "./actions";

const action = (key: string) => ({ key, category: "data" as const, tags: [], description: `What is ${key}.` });

test("what begins alike comes before what it consists of", () => {
  const choices = actionChoices([action("user.signed_in"), action("client.changed"), action("user.created")]);

  expect(choices).toEqual([
    { value: "client.*", description: undefined },
    { value: "client.changed", description: "What is client.changed." },
    { value: "user.*", description: undefined },
    { value: "user.created", description: "What is user.created." },
    { value: "user.signed_in", description: "What is user.signed_in." },
  ]);
});
