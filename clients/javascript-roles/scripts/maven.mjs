// What Maven calls: `node scripts/maven.mjs test` and `node scripts/maven.mjs package`.
// Installs and builds only when something that goes in has changed since what came out.
import { createHash } from "node:crypto";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

process.chdir(dirname(dirname(fileURLToPath(import.meta.url))));

const installed = "node_modules/.installed";
const built = "target/package.built";
const entry = "target/dist/index.js";
const tenMinutes = 600_000;

/** Everything that decides what the package is. */
const sources = [
  ".npmrc",
  ".prettierrc.json",
  "README.md",
  "eslint.config.js",
  "package-lock.json",
  "package.json",
  "scripts",
  "src",
  "tsconfig.build.json",
  "tsconfig.json",
  "vitest.config.ts",
];

/** @param {string} path @returns {string[]} */
function filesIn(path) {
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((found) => found.isFile())
    .map((found) => join(found.parentPath, found.name))
    .sort();
}

/** By content, not by time: a checkout or a deleted file changes no newer timestamp. @param {string[]} paths */
function fingerprint(paths) {
  // Packages with native parts differ by these, so another Node or machine means another installation.
  const hash = createHash("sha256").update([process.version, process.platform, process.arch].join(" "));
  const files = paths.flatMap((path) => (/\.[a-z]+$/.test(path) ? [path] : filesIn(path)));
  for (const file of files) {
    hash.update("\0").update(file).update("\0").update(readFileSync(file));
  }
  return hash.digest("hex");
}

/** @param {string} record @param {string} current */
const unchanged = (record, current) => existsSync(record) && readFileSync(record, "utf8") === current;

/** @param {string} command @param {string[]} args */
function run(command, ...args) {
  const { status, error } = spawnSync(command, args, {
    stdio: "inherit",
    timeout: tenMinutes,
    // npm is a batch file there.
    shell: process.platform === "win32" && command === "npm",
  });
  if (error || status !== 0) {
    console.error(`${[command, ...args].join(" ")} failed: ${error?.message ?? `exit status ${status}`}`);
    process.exit(1);
  }
}

/** @param {string} script @param {string[]} args */
const runNode = (script, ...args) => run(process.execPath, script, ...args);

function install() {
  const wanted = fingerprint([".npmrc", "package-lock.json", "package.json"]);
  if (unchanged(installed, wanted)) {
    return;
  }
  run("npm", "ci", "--prefer-offline", "--no-audit", "--no-fund", "--loglevel=error");
  writeFileSync(installed, wanted);
}

function test() {
  install();
  runNode("node_modules/vitest/vitest.mjs", "run");
}

function pack() {
  install();
  const wanted = fingerprint(sources);
  if (existsSync(entry) && unchanged(built, wanted)) {
    console.log("The package @keysteward/roles is up to date.");
    return;
  }
  // First, so that a build that fails halfway is not taken for a finished one.
  rmSync(built, { force: true });
  rmSync(dirname(entry), { force: true, recursive: true });
  runNode("node_modules/typescript/bin/tsc", "--noEmit");
  runNode("node_modules/prettier/bin/prettier.cjs", "--check", "--log-level=warn", ".");
  runNode("node_modules/eslint/bin/eslint.js", "--max-warnings=0", ".");
  runNode("node_modules/typescript/bin/tsc", "-p", "tsconfig.build.json");
  mkdirSync(dirname(built), { recursive: true });
  writeFileSync(built, wanted);
}

/** @type {Record<string, () => void>} */
const steps = { test, package: pack };
const step = steps[process.argv[2] ?? ""];
if (!step) {
  console.error(`usage: node scripts/maven.mjs ${Object.keys(steps).join("|")}`);
  process.exit(2);
}
step();
