// Copies a SQLite database, also while it is in use. Plain JavaScript that needs nothing but Node and better-sqlite3, so that the running
// app, which is bundled, can start it as a process of its own.

import {
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
  utimesSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import Database from "better-sqlite3";

/** Room on the disk that a copy leaves to the app, in bytes. A copy that fills the disk would do the harm it is meant against. */
const RESERVE_BYTES = 32 * 2 ** 20;
/** A copy that has not this ending is whole. */
const PARTIAL = ".partial";
/** Whoever waits for another copy to be finished waits so long. */
const TURN_TIMEOUT_MS = 600_000;

/**
 * @typedef {object} Contents
 * @property {number} learners
 * @property {number} answers in the logs of all learners
 * @property {number | null} lastAnsweredAtMs
 *
 * @typedef {{ path: string, bytes: number } & Contents} Copied
 */

/** A copy cannot be made or is no good; `code` as those of Node and SQLite, or TARGET_EXISTS. */
class CopyError extends Error {
  name = "CopyError";
  /** @param {string} code @param {string} message */
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

/**
 * Makes a copy in a folder of backups, one at a time, whichever process makes it. The folder is made when missing; what a killed process
 * left half-written there is removed.
 *
 * @param {{ file: string, folder: string, name: string }} copy
 * @returns {Copied}
 * @throws errors of Node, of SQLite, and CopyError; then nothing is left of the copy
 */
export function copyIntoFolder({ file, folder, name }) {
  if (mkdirSync(folder, { recursive: true, mode: 0o700 }) !== undefined) giveToOwnerOf(file, folder);
  // Held by the operating system for as long as this process lives, so that it is never left behind.
  const turn = new Database(join(folder, ".lock"), { timeout: TURN_TIMEOUT_MS });
  try {
    turn.pragma("journal_mode = MEMORY");
    giveToOwnerOf(file, join(folder, ".lock"));
    turn.exec("BEGIN EXCLUSIVE");
    for (const left of readdirSync(folder)) if (left.endsWith(PARTIAL)) rmSync(join(folder, left));
    return copyDatabase({ file, target: join(folder, name) });
  } finally {
    turn.close();
  }
}

/**
 * Copies the database as it is at one moment. The copy gets its name when it is complete, checked and on the disk, not before.
 * Others go on reading and writing the database; nothing in it is changed.
 *
 * The copy's time of modification is that of the last write in it, see `changedAtMs`.
 *
 * @param {{ file: string, target: string }} copy
 * @returns {Copied}
 * @throws errors of Node, of SQLite, and CopyError; then nothing is left of the copy
 */
export function copyDatabase({ file, target }) {
  if (existsSync(target)) throw new CopyError("TARGET_EXISTS", `${target} exists already`);
  if (!existsSync(file)) throw new CopyError("ENOENT", `${file} does not exist`);
  requireRoom(file, dirname(target));
  const partial = `${target}.${process.pid}${PARTIAL}`;
  // Password hashes are in it: readable by its owner alone.
  closeSync(openSync(partial, "wx", 0o600));
  try {
    // A write in the same moment may or may not be in the copy; it must not count as copied.
    const changedAt = Math.min(changedAtMs(file), Date.now() - 1_000);
    const source = new Database(file, { readonly: true, timeout: 10_000 });
    try {
      source.prepare("VACUUM INTO ?").run(partial);
    } finally {
      source.close();
    }
    fsyncPath(partial);
    const contents = checkCopy(partial);
    giveToOwnerOf(file, partial);
    utimesSync(partial, changedAt / 1_000, changedAt / 1_000);
    renameSync(partial, target);
    fsyncFolder(dirname(target));
    return { path: target, bytes: statSync(target).size, ...contents };
  } finally {
    for (const path of [partial, `${partial}-journal`]) rmSync(path, { force: true });
  }
}

/**
 * When a database file was last written to, in whole ms since the epoch by the machine's clock.
 *
 * @param {string} file
 * @returns {number}
 */
export function changedAtMs(file) {
  const log = statSync(`${file}-wal`, { throwIfNoEntry: false });
  const inLog = log === undefined || log.size === 0 ? 0 : log.mtimeMs;
  return Math.round(Math.max(statSync(file).mtimeMs, inLog));
}

/**
 * What an administrator makes, the app must be able to use: gives a path to whom the database belongs to.
 *
 * @param {string} file
 * @param {string} path
 */
export function giveToOwnerOf(file, path) {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = statSync(file);
  chownSync(path, uid, gid);
}

/** Makes the operating system write a file to the disk. @param {string} path */
export function fsyncPath(path) {
  const descriptor = openSync(path, "r+");
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** The same for names made, changed or removed in a folder. Windows does it by itself and cannot be asked. @param {string} folder */
export function fsyncFolder(folder) {
  if (process.platform === "win32") return;
  const descriptor = openSync(folder, "r");
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/**
 * Throws CopyError "ENOSPC" unless a copy of the database and the reserve fit.
 *
 * @param {string} file
 * @param {string} folder
 */
function requireRoom(file, folder) {
  const log = statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0;
  const { bavail, bsize } = statfsSync(folder);
  const [needed, free] = [statSync(file).size + log + RESERVE_BYTES, bavail * bsize];
  const megabytes = (/** @type {number} */ bytes) => Math.round(bytes / 1e6);
  if (free < needed)
    throw new CopyError("ENOSPC", `${folder} has ${megabytes(free)} MB free, ${megabytes(needed)} MB are needed`);
}

/** @param {string} path @returns {Contents} */
function checkCopy(path) {
  const copy = new Database(path, { readonly: true });
  try {
    requireSound(copy, basename(path));
    return contentsOf(copy);
  } finally {
    copy.close();
  }
}

/**
 * Throws CopyError "SQLITE_CORRUPT" with what SQLite's own check finds first.
 *
 * @param {Database.Database} database
 * @param {string} name of the database in the message
 */
function requireSound(database, name) {
  const said = database.pragma("integrity_check(1)", { simple: true });
  if (said !== "ok") throw new CopyError("SQLITE_CORRUPT", `${name} is damaged: ${said}`);
}

/** @param {Database.Database} database @returns {Contents} */
export function contentsOf(database) {
  const value = (/** @type {string} */ sql) => /** @type {number | null} */ (database.prepare(sql).pluck().get());
  return {
    learners: value('SELECT COUNT(*) FROM "User"') ?? 0,
    answers: value(`SELECT COUNT(*) FROM "Operation" WHERE "kind" = 'answer'`) ?? 0,
    lastAnsweredAtMs: value('SELECT MAX("answeredAt") FROM "Operation"'),
  };
}
