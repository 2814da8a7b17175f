// Running one program after another, with progress, and ending cleanly whichever of them is running.

import { spawn } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), "../..");

/** Stops everything with a sentence for a person. */
export class StartError extends Error {}

let current = null;
let stopping = false;

/** Says what is being done. */
export function say(text) {
  console.log(`• ${text}`);
}

/** Whether a signal has asked us to stop. */
export function isStopping() {
  return stopping;
}

/** Starts a program in the project's folder, and makes it the one that signals go to. */
export function start(command, args, options = {}) {
  if (stopping) throw new StartError("Stopped.");
  const child = spawn(command, args, { cwd: ROOT, stdio: "inherit", ...options });
  current = child;
  return child;
}

/** Resolves with the exit code of a started program; a signal counts as 1. */
export function ended(child) {
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve(code ?? 1));
  });
}

/** Runs a program to its end. */
export async function run(command, args, { failure, ...options }) {
  const code = await ended(start(command, args, options));
  if (stopping) throw new StartError("Stopped.");
  if (code !== 0) throw new StartError(failure);
}

/** Passes SIGINT and SIGTERM on to what is running; kills it when it has not ended ten seconds later. */
export function forwardSignals() {
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  if (!process.env.npm_lifecycle_event) return;
  // npm runs scripts through a shell, which dies of a SIGTERM to npm without passing it on: then we are handed to another parent.
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) stop();
  }, 500).unref();
}

function stop() {
  if (stopping) return;
  stopping = true;
  current?.kill("SIGTERM");
  setTimeout(() => current?.kill("SIGKILL"), 10_000).unref();
}
