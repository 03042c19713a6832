import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Plugin } from "vite";

/** The first class that a stylesheet of a PatternFly component styles: the component itself. */
const componentIn = (css: string) => /\.pf-v5-[cl]-[a-z-]+/.exec(css)?.[0];

/** Whether everything of a component's stylesheet is to be expected in another one, minified. */
export function isRepeated(css: string, present: string): boolean {
  const component = componentIn(css);
  return component !== undefined && present.includes(`${component}{`);
}

/**
 * Leaves out the styles of PatternFly components that the console's package brings already: a second time they would
 * weigh as much as our pages, and undo what stands between the two.
 */
export function withoutRepeatedStyles(): Plugin {
  const require = createRequire(import.meta.url);
  const present = readFileSync(require.resolve("@keycloak/keycloak-admin-ui/styles.css"), "utf8");
  return {
    name: "without-repeated-styles",
    apply: "build",
    enforce: "pre",
    load(id) {
      if (!/\/@patternfly\/react-styles\/css\/.*\.css$/.test(id)) {
        return null;
      }
      const css = readFileSync(id, "utf8");
      return isRepeated(css, present) ? "" : css;
    },
  };
}
