import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const theme = "resources/theme/keysteward/admin";

const keysIn = (file: string) =>
  [...readFileSync(`${theme}/messages/${file}`, "utf8").matchAll(/^(\w+)=./gm)].map(([, key]) => key);

test("the theme names the Keycloak minor that its console package is of", () => {
  const properties = readFileSync(`${theme}/theme.properties`, "utf8");
  const manifest = JSON.parse(readFileSync("package.json", "utf8")) as { dependencies: Record<string, string> };

  const minor = /^keysteward\.keycloak=(.*)$/m.exec(properties)?.[1];

  expect(manifest.dependencies["@keycloak/keycloak-admin-ui"]).toMatch(new RegExp(`^${minor ?? "none"}\\.\\d+$`));
});

test("every text is there in German too", () => {
  expect(keysIn("messages_de.properties")).toEqual(keysIn("messages_en.properties"));
});

test("every text that the pages name is there, and no other", () => {
  const sources = readdirSync("src", { recursive: true, encoding: "utf8" }).filter(
    (file) => /\.tsx?$/.test(file) && !file.endsWith(".test.ts"),
  );
  const named = sources.flatMap((file) =>
    [...readFileSync(`src/${file}`, "utf8").matchAll(/"(keysteward(?:[A-Z]\w*)?)"/g)].map(([, key]) => key),
  );

  expect([...new Set(named)].sort()).toEqual(keysIn("messages_en.properties").sort());
});
