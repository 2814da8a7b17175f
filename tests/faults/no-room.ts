// Ways to keep a process from writing to its database, from outside and while it runs. Which of them a machine allows differs.

import { execFileSync } from "node:child_process";
import { closeSync, mkdirSync, openSync, rmSync, truncateSync, writeSync } from "node:fs";
import { join } from "node:path";
import type { AppServer } from "./app-server";

const DISK_KB = 16 * 1024;
const CHUNK = Buffer.alloc(64 * 1024, 1);
/** At most so much can still be written, so that it is not always the same write that fails. */
const SLACK_KB = 160;

export interface NoRoom {
  readonly name: string;
  /** Lets nothing more, or not much more, be written to the database in the folder. `chance`: 0 up to, not including, 1. */
  begin(given: {
    readonly folder: string;
    readonly file: string;
    readonly app: AppServer;
    readonly chance: number;
  }): void;
  end(given: { readonly folder: string; readonly file: string; readonly app: AppServer }): void;
  /** Makes the folder the way it must be, before anything is in it, and after all is over. */
  prepare?(folder: string): void;
  dismiss?(folder: string): void;
}

/** A small disk of its own, filled to the brim. Needs the right to mount. */
const fullDisk: NoRoom = {
  name: "full disk",
  prepare: (folder) => run("mount", "-t", "tmpfs", "-o", `size=${DISK_KB}k,mode=755`, "tmpfs", folder),
  dismiss: (folder) => run("umount", folder),
  begin({ folder, chance }) {
    const filler = join(folder, "filler");
    const handle = openSync(filler, "w");
    let size = 0;
    try {
      for (;;) size += writeSync(handle, CHUNK);
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "ENOSPC")) throw error;
    } finally {
      closeSync(handle);
    }
    truncateSync(filler, Math.max(0, size - Math.floor(chance * SLACK_KB * 1024)));
  },
  end: ({ folder }) => rmSync(join(folder, "filler")),
};

/** The system lets the process write no file beyond a size. */
const sizeLimit: NoRoom = {
  name: "file size limit",
  begin: ({ app, chance }) =>
    run("prlimit", "--pid", String(app.pid), `--fsize=${Math.floor(chance * SLACK_KB * 1024)}:unlimited`),
  end: ({ app }) => run("prlimit", "--pid", String(app.pid), "--fsize=unlimited:unlimited"),
};

/** The files become read-only in earnest, also for who has them open. Needs root and a file system that knows it. */
const immutable: NoRoom = {
  name: "immutable files",
  begin: ({ file }) => run("chattr", "+i", file, `${file}-wal`),
  end: ({ file }) => run("chattr", "-i", file, `${file}-wal`),
};

/** The ways that work here; at least one. `folder`: an empty one to try them in. */
export function waysHere(folder: string): readonly NoRoom[] {
  const ways = [
    ...(works(() => tryMount(join(folder, "mount"))) ? [fullDisk] : []),
    ...(works(() => run("prlimit", "--pid", String(process.pid), "--fsize")) ? [sizeLimit] : []),
    ...(works(() => tryImmutable(join(folder, "immutable"))) ? [immutable] : []),
  ];
  if (ways.length === 0)
    throw new Error("No way to fill a disk here: it takes prlimit (util-linux), or the right to mount.");
  return ways;
}

function tryMount(folder: string): void {
  mkdirSync(folder);
  fullDisk.prepare?.(folder);
  fullDisk.dismiss?.(folder);
}

function tryImmutable(file: string): void {
  const handle = openSync(file, "w");
  try {
    run("chattr", "+i", file);
    const stillWritten = works(() => writeSync(handle, "x"));
    run("chattr", "-i", file);
    if (stillWritten) throw new Error("an open file can be written all the same");
  } finally {
    closeSync(handle);
  }
}

function works(attempt: () => unknown): boolean {
  try {
    attempt();
    return true;
  } catch {
    return false;
  }
}

function run(command: string, ...args: string[]): void {
  execFileSync(command, args, { stdio: ["ignore", "ignore", "pipe"] });
}

/** What a command is run with so that the rights of files count: root passes them over. */
export function withoutPrivileges(): readonly string[] {
  return process.getuid?.() === 0 ? ["setpriv", "--bounding-set=-all", "--inh-caps=-all"] : [];
}
