import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT, run, say } from "./steps.mjs";

/** At the top of the project, what no page is made of. */
const NOT_INPUTS = new Set([
  "Dockerfile",
  "bench",
  "compose.yaml",
  "coverage",
  "data",
  "docs",
  "node_modules",
  "reports",
  "scripts",
  "seed",
  "tests",
]);
const NEXT = join(ROOT, "node_modules/next/dist/bin/next");

/** Builds the app unless the last build was made from the same sources. */
export async function buildApp(env) {
  const output = join(ROOT, env.NEXT_DIST_DIR ?? ".next");
  const stamp = join(output, "inputs.sha256");
  const hash = inputHash();
  if (existsSync(join(output, "BUILD_ID")) && existsSync(stamp) && readFileSync(stamp, "utf8") === hash) return;
  say("Building the app. This takes a minute when something has changed. / 正在构建应用。");
  rmSync(stamp, { force: true });
  await run(process.execPath, [NEXT, "build"], {
    // The same sources give the same name, so that servers which were built apart are one app to a browser.
    env: { ...env, BUILD_NAME: hash.slice(0, 32) },
    failure: "The app could not be built; the message above says why.",
  });
  mkdirSync(output, { recursive: true });
  writeFileSync(stamp, hash);
}

/** One hash over the names and contents of everything that can change the build. */
function inputHash() {
  const hash = createHash("sha256").update(process.versions.node);
  for (const path of inputsBelow("")) hash.update(`\0${path}\0`).update(readFileSync(join(ROOT, path)));
  return hash.digest("hex");
}

function inputsBelow(folder) {
  const entries = readdirSync(join(ROOT, folder), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.name.startsWith(".") || (folder === "" && NOT_INPUTS.has(entry.name))) return [];
    if (entry.isDirectory()) return inputsBelow(path);
    // The type checker rewrites these; documents are not code.
    return entry.isFile() && !/\.tsbuildinfo$|^next-env\.d\.ts$|\.md$/.test(entry.name) ? [path] : [];
  });
}
