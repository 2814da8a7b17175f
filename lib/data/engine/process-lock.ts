import "server-only";
import { closeSync, existsSync, openSync, readSync, realpathSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import Database from "better-sqlite3";

// One process owns a SQLite file. The lock is itself a tiny SQLite file beside the database, held locked for as long as the process lives:
// the operating system frees it when the process ends, however it ends. A file with a process id in it would have to be judged stale, which
// fails where ids repeat (in containers every app is process 1). The id is kept in the file's user_version only to be named in the refusal.

/** Another process, or this one a second time, wants a database file that is in use. The message is for a person. */
export class DatabaseInUseError extends Error {
  override readonly name = "DatabaseInUseError";
}

const registry = Symbol.for("termwise.process-locks");
/** On globalThis, because a bundler may load this module twice in one process. */
const scope = globalThis as { [registry]?: Set<string> };
/** Where the format of SQLite files keeps user_version (https://www.sqlite.org/fileformat.html#user_version_number). */
const USER_VERSION_OFFSET = 60;

/**
 * Takes the lock of a database file; it need not exist, its folder must.
 *
 * @returns the function that releases the lock; the end of the process does so too
 * @throws DatabaseInUseError
 */
export function lockDatabaseFile(file: string): () => void {
  const lockFile = join(realpathSync(dirname(file)), `${basename(file)}.lock`);
  scope[registry] ??= new Set();
  const heldHere = scope[registry];
  // Opening and closing the lock file a second time in one process would drop the lock that it holds (so POSIX has it).
  if (heldHere.has(lockFile)) throw new DatabaseInUseError(`${file} is already open in this process.`);
  const handle = hold(lockFile);
  if (handle === null) {
    throw new DatabaseInUseError(
      `${file} is in use by another Termwise process (process id ${holderOf(lockFile)}). Stop that one first, or set DATABASE_URL to another file.`,
    );
  }
  heldHere.add(lockFile);
  return () => {
    heldHere.delete(lockFile);
    handle.close();
  };
}

/** The handle that keeps the lock, or null when someone else has it. */
function hold(lockFile: string): Database.Database | null {
  const handle = new Database(lockFile, { timeout: 250 });
  try {
    // In this mode a lock once taken stays until the handle is closed.
    handle.pragma("locking_mode = EXCLUSIVE");
    handle.pragma("journal_mode = MEMORY");
    handle.exec(`BEGIN EXCLUSIVE; PRAGMA user_version = ${process.pid}; COMMIT`);
    return handle;
  } catch (error) {
    handle.close();
    if (error instanceof Database.SqliteError && error.code.startsWith("SQLITE_BUSY")) return null;
    throw error;
  }
}

function holderOf(lockFile: string): string {
  if (!existsSync(lockFile)) return "unknown";
  const bytes = Buffer.alloc(4);
  const descriptor = openSync(lockFile, "r");
  try {
    const count = readSync(descriptor, bytes, 0, bytes.length, USER_VERSION_OFFSET);
    return count === bytes.length ? String(bytes.readInt32BE()) : "unknown";
  } finally {
    closeSync(descriptor);
  }
}
