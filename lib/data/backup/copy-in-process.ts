import "server-only";
import { spawn } from "node:child_process";
import { join } from "node:path";
import type { CopyFailure } from "./backup-failure";
import type { BackupPlace } from "./backup-files";

export interface CopyMade {
  readonly path: string;
  readonly bytes: number;
  readonly learners: number;
  readonly answers: number;
}

/** Not bundled: a file of the project that the process reads by itself. */
const SCRIPT = "scripts/backup/copy-process.mjs";

/**
 * Copies the database in a process of its own, so that this one goes on answering. Resolves when the copy stands under its name, or with
 * what went wrong.
 */
export function copyInProcess({ file, folder }: BackupPlace, name: string): Promise<CopyMade | CopyFailure> {
  const script = join(/*turbopackIgnore: true*/ process.cwd(), SCRIPT);
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script, file, folder, name], { stdio: ["ignore", "pipe", "pipe"] });
    let [said, complained] = ["", ""];
    child.stdout.on("data", (chunk) => {
      said += chunk;
    });
    child.stderr.on("data", (chunk) => {
      complained += chunk;
    });
    child.once("error", ({ message }) => resolve({ code: "", message }));
    child.once("close", (code, signal) => {
      const result = parse(said);
      resolve(result ?? { code: "", message: complained.trim() || `the copying process ended with ${signal ?? code}` });
    });
  });
}

function parse(said: string): CopyMade | CopyFailure | null {
  try {
    return JSON.parse(said);
  } catch {
    return null;
  }
}
