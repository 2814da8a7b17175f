import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ROOT, run, say } from "./steps.mjs";

/** Installs what package-lock.json says when something of it is missing. Development packages stay when they are there. */
export async function installPackages() {
  const wanted = packagesOf(join(ROOT, "package-lock.json"));
  const installed = packagesOf(join(ROOT, "node_modules/.package-lock.json"));
  const isCurrent = Object.entries(wanted).every(
    ([path, entry]) =>
      path === "" || entry.dev || entry.optional || entry.devOptional || installed[path]?.version === entry.version,
  );
  if (isCurrent) return;
  const withDevelopment = Object.values(installed).some((entry) => entry.dev);
  say("Installing packages. The first time takes a minute or two. / 正在安装依赖，首次需要一两分钟。");
  await run(
    ...npm(["ci", withDevelopment ? "--include=dev" : "--omit=dev", "--no-audit", "--no-fund", "--loglevel=error"]),
    {
      failure: "npm could not install the packages; its message above says why.",
    },
  );
}

function packagesOf(file) {
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")).packages ?? {}) : {};
}

/** npm as a script for this Node: the command of that name is no program on Windows. */
function npm(args) {
  const script = process.env.npm_execpath ?? join(dirname(process.execPath), "../lib/node_modules/npm/bin/npm-cli.js");
  return existsSync(script) ? [process.execPath, [script, ...args]] : ["npm", args];
}
