import type { Manifest, Plugin } from "vite";

/**
 * Keycloak writes the entry's `css` and `imports` into the page as they stand and follows nothing.
 * Vite means chunk keys by `imports` and leaves the styles of imported chunks with those chunks.
 */
export function forKeycloak(manifest: Manifest): Manifest {
  const rewritten: Manifest = {};
  for (const [key, chunk] of Object.entries(manifest)) {
    rewritten[key] = chunk.isEntry ? withImportsResolved(chunk, manifest) : chunk;
  }
  return rewritten;
}

type Chunk = Manifest[string];

function withImportsResolved(entry: Chunk, manifest: Manifest): Chunk {
  const imported = new Set<Chunk>();
  const visit = (key: string) => {
    const chunk = manifest[key];
    if (chunk && !imported.has(chunk)) {
      imported.add(chunk);
      chunk.imports?.forEach(visit);
    }
  };
  entry.imports?.forEach(visit);

  const chunks = [...imported];
  const styles = [entry, ...chunks].flatMap((chunk) => chunk.css ?? []);
  return { ...entry, imports: chunks.map((chunk) => chunk.file), css: [...new Set(styles)] };
}

/** Rewrites Vite's manifest into the one that Keycloak's page template understands. */
export function keycloakManifest(): Plugin {
  return {
    name: "keycloak-manifest",
    apply: "build",
    generateBundle: {
      // After Vite's own plugin has put the manifest into the bundle.
      order: "post",
      handler(_options, bundle) {
        const file = bundle[".vite/manifest.json"];
        if (file?.type !== "asset") {
          return this.error("Vite wrote no manifest, so Keycloak could not find the console's files");
        }
        const manifest = JSON.parse(file.source.toString()) as Manifest;
        file.source = JSON.stringify(forKeycloak(manifest), null, 2);
      },
    },
  };
}
