import { expect, test } from "vitest";
import { packageFolder } from "./thirdPartyNotices";

test.each([
  ["/app/node_modules/i18next/dist/esm/i18next.js", "/app/node_modules/i18next"],
  ["/app/node_modules/@patternfly/react-core/dist/esm/index.js", "/app/node_modules/@patternfly/react-core"],
  ["/app/node_modules/a/node_modules/b/index.js", "/app/node_modules/a/node_modules/b"],
  ["\0/app/node_modules/react/index.js?commonjs-module", "/app/node_modules/react"],
])("%s comes from %s", (id, folder) => {
  expect(packageFolder(id)).toBe(folder);
});

test("our own modules come from no package", () => {
  expect(packageFolder("/app/src/main.tsx")).toBeUndefined();
});
