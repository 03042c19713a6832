import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

const FOLDER = "/node_modules/";

/** The folder of the npm package that a module comes from; undefined for our own modules and Vite's. */
export function packageFolder(moduleId: string): string | undefined {
  const id = moduleId.replace(/\0/g, "").replace(/\?.*$/, "");
  const start = id.lastIndexOf(FOLDER);
  if (start < 0) {
    return undefined;
  }
  const [scope = "", name = ""] = id.slice(start + FOLDER.length).split("/");
  return id.slice(0, start + FOLDER.length) + (scope.startsWith("@") ? `${scope}/${name}` : scope);
}

interface Package {
  name: string;
  version: string;
  license?: string;
}

function notice(folder: string): string | undefined {
  const description = join(folder, "package.json");
  if (!existsSync(description)) {
    return undefined;
  }
  const { name, version, license = "see its text" } = JSON.parse(readFileSync(description, "utf8")) as Package;
  const texts = readdirSync(folder)
    .filter((file) => /^(licen[cs]e|notice)/i.test(file))
    .sort()
    .map((file) => readFileSync(join(folder, file), "utf8").trim());
  return [`${name} ${version} (${license})`, ...texts].join("\n\n");
}

/** Puts the licenses of the packages whose code ends up in the console beside that code, as they ask for. */
export function thirdPartyNotices(): Plugin {
  return {
    name: "third-party-notices",
    apply: "build",
    generateBundle(_options, bundle) {
      const folders = Object.values(bundle)
        .flatMap((file) => (file.type === "chunk" ? file.moduleIds : []))
        .flatMap((id) => packageFolder(id) ?? []);
      const notices = [...new Set(folders)].sort().flatMap((folder) => notice(folder) ?? []);
      this.emitFile({
        type: "asset",
        fileName: "third-party-notices.txt",
        source: notices.join(`\n\n${"-".repeat(80)}\n\n`) + "\n",
      });
    },
  };
}
