// Runs the project's own commands as a person does, in a process of their own, while the test goes on.

import { spawn } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));

export interface Ran {
  /** null: a signal ended it. */
  readonly code: number | null;
  readonly signal: string | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** `npm run …`: a TypeScript file, run as package.json does. */
export function runScript(
  script: string,
  { args = [], env = {}, imports = [] }: { args?: string[]; env?: Record<string, string>; imports?: string[] } = {},
): Promise<Ran> {
  const loaders = ["tsx", ...imports].flatMap((module) => ["--import", module]);
  return runNode(["--conditions=react-server", ...loaders, join(ROOT, script), ...args], env);
}

/** Node with these arguments in the project's folder. */
export function runNode(args: readonly string[], env: Record<string, string> = {}): Promise<Ran> {
  return startNode(args, env).ended;
}

/** The same for a process that the test may have to kill. */
export function startNode(args: readonly string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "pipe"],
    env: { PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: "production", ...env },
  });
  let [stdout, stderr] = ["", ""];
  child.stdout.on("data", (chunk) => {
    stdout += chunk;
  });
  child.stderr.on("data", (chunk) => {
    stderr += chunk;
  });
  const ended = new Promise<Ran>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
  return { ended, kill: () => child.kill("SIGKILL") };
}

/**
 * A module for `imports` that kills its process with SIGKILL before the `count`-th of these operations on files in `folder` (or on an open
 * file) is carried out; counted from 1.
 */
export function killedBefore(count: number, { folder, operations }: { folder: string; operations: readonly string[] }) {
  const module = `import fs from "node:fs"; import { syncBuiltinESMExports } from "node:module";
    let left = ${count};
    for (const name of ${JSON.stringify(operations)}) {
      const original = fs[name];
      fs[name] = (...args) => {
        const counts = typeof args[0] === "number" || String(args[0]).startsWith(${JSON.stringify(folder)});
        if (counts && --left === 0) process.kill(process.pid, "SIGKILL");
        return original(...args);
      };
    }
    syncBuiltinESMExports();`;
  return `data:text/javascript,${encodeURIComponent(module)}`;
}
