import { defineConfig } from "vitest/config";
import { keycloakManifest } from "./build/keycloakManifest";
import { thirdPartyNotices } from "./build/thirdPartyNotices";
import { withoutRepeatedStyles } from "./build/withoutRepeatedStyles";

export default defineConfig({
  // Relative, because the server decides the address of a theme's resources at run time.
  base: "",
  plugins: [withoutRepeatedStyles(), keycloakManifest(), thirdPartyNotices()],
  build: {
    outDir: "target/classes/theme/keysteward/admin/resources",
    emptyOutDir: true,
    manifest: true,
    target: "es2022",
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 3000,
    rollupOptions: {
      input: "src/main.tsx",
      // The page that Keycloak renders around the console maps these names to its own copies.
      external: ["react", "react/jsx-runtime", "react-dom"],
      onwarn(warning, warn) {
        // "use client" in packages that also serve server-side rendering, which a theme has none of.
        if (warning.code !== "MODULE_LEVEL_DIRECTIVE") {
          warn(warning);
        }
      },
    },
  },
  test: {
    include: ["src/**/*.test.ts", "build/**/*.test.ts"],
    environment: "node",
  },
});
