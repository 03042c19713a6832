import { expect, test } from "vitest";
import { forKeycloak } from "./keycloakManifest";

test("names files instead of chunks, through every level of imports, each once", () => {
  const manifest = {
    "src/main.tsx": { file: "assets/main.js", isEntry: true, imports: ["_a.js", "_b.js"], css: ["assets/main.css"] },
    "_a.js": { file: "assets/a.js", imports: ["_b.js"], css: ["assets/a.css"] },
    "_b.js": { file: "assets/b.js", imports: ["_a.js"], css: ["assets/a.css", "assets/b.css"] },
  };

  const entry = forKeycloak(manifest)["src/main.tsx"];

  expect(entry?.imports).toEqual(["assets/a.js", "assets/b.js"]);
  expect(entry?.css).toEqual(["assets/main.css", "assets/a.css", "assets/b.css"]);
});

test("leaves pages that are loaded on demand as Vite wrote them", () => {
  const page = { file: "assets/page.js", isDynamicEntry: true, imports: ["src/main.tsx"] };

  const manifest = forKeycloak({ "src/page.tsx": page });

  expect(manifest["src/page.tsx"]).toEqual(page);
});
