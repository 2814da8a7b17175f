// Puts another database in the place of one, so that whenever the process is killed there is either the old one in place, whole, or the new.

import { copyFileSync, existsSync, linkSync, mkdirSync, renameSync, rmSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import Database from "better-sqlite3";
import { fsyncFolder, fsyncPath, giveToOwnerOf } from "@/scripts/backup/copy-database.mjs";
import { RestoreError } from "./restore-error";

/** What SQLite keeps beside a database. A log of the old database would be taken for one of the new and spoil it. */
const BESIDE = ["-wal", "-shm", "-journal"];

/** Beside the database and so on the same file system. Only who holds the database's process lock may touch it. */
function workFolder(file: string): string {
  return join(dirname(file), `restoring-${basename(file)}`);
}

/**
 * Makes the work folder anew. What an earlier restore had set aside when it was killed goes where it belongs: into the folder of replaced
 * databases when the new one was already in place, else back.
 *
 * @param time for the name of the folder in which replaced databases are kept
 */
export function prepareWorkFolder(file: string, time: string): string {
  const work = workFolder(file);
  const left = join(work, "old", basename(file));
  if (existsSync(left) && !isSameFile(left, file)) keepReplaced(file, time);
  for (const ending of BESIDE)
    if (existsSync(left + ending) && !existsSync(file + ending)) renameSync(left + ending, file + ending);
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { mode: 0o700 });
  return work;
}

/**
 * Replaces the database by the one at `staged`, in the work folder. Nobody may have the old one open.
 *
 * @returns the folder in which the old one is kept; null: there was none
 * @throws RestoreError when another program uses the old one
 */
export function swapDatabase({ file, staged, time }: { file: string; staged: string; time: string }): string | null {
  if (BESIDE.some((ending) => existsSync(staged + ending)))
    throw new Error(`Inconsistent: ${staged} has not been closed`);
  const owner = existsSync(file) ? file : dirname(file);
  giveToOwnerOf(owner, staged);
  fsyncPath(staged);
  if (existsSync(file) && isSound(file)) foldLogIn(file);
  const old = join(workFolder(file), "old");
  mkdirSync(old, { mode: 0o700 });
  giveToOwnerOf(owner, old);
  const parts = ["", ...BESIDE].filter((ending) => existsSync(file + ending));
  for (const ending of parts) alsoKeep(file + ending, join(old, basename(file) + ending));
  fsyncFolder(old);
  // Only a damaged database has any of these now: of a sound one, the whole is in the file itself.
  for (const ending of BESIDE) rmSync(file + ending, { force: true });
  renameSync(staged, file);
  fsyncFolder(dirname(file));
  return parts.length === 0 ? null : keepReplaced(file, time);
}

/** Whether SQLite can read it. One that it cannot is kept as it is, log and all: whoever mends it will want to see that. */
function isSound(file: string): boolean {
  try {
    const database = new Database(file, { readonly: true });
    try {
      return database.pragma("quick_check(1)", { simple: true }) === "ok";
    } finally {
      database.close();
    }
  } catch (error) {
    throwIfInUse(error, file);
    return false;
  }
}

/** Makes SQLite write what stands in the log into the database itself and remove the log. */
function foldLogIn(file: string): void {
  const database = new Database(file);
  try {
    database.pragma("journal_mode = DELETE");
  } catch (error) {
    throwIfInUse(error, file);
    throw error;
  } finally {
    database.close();
  }
}

function throwIfInUse(error: unknown, file: string): void {
  if (error instanceof Database.SqliteError && error.code.startsWith("SQLITE_BUSY"))
    throw new RestoreError(`${file} is in use by another program, perhaps a backup. Try again in a moment.`, {
      cause: error,
    });
}

/** Gives a file a second name; a copy where the file system has no such thing. */
function alsoKeep(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
    fsyncPath(to);
  }
}

function keepReplaced(file: string, time: string): string {
  const wanted = join(dirname(file), `replaced-${time}`);
  let kept = wanted;
  for (let number = 2; existsSync(kept); number += 1) kept = `${wanted}-${number}`;
  renameSync(join(workFolder(file), "old"), kept);
  fsyncFolder(dirname(file));
  return kept;
}

function isSameFile(one: string, other: string): boolean {
  const [a, b] = [one, other].map((path) => statSync(path, { bigint: true, throwIfNoEntry: false }));
  return a !== undefined && b !== undefined && a.ino === b.ino && a.dev === b.dev;
}
