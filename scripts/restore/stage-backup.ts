import { closeSync, openSync, readSync, statSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { copyFailureOf } from "@/lib/data/backup/backup-failure";
import { MIGRATIONS_FOLDER } from "@/prisma/migrate";
import { MigrationError, pendingMigrations, type RecordedMigration, readMigrations } from "@/prisma/migration-files";
import { copyDatabase } from "@/scripts/backup/copy-database.mjs";
import { RestoreError } from "./restore-error";

/** What every version of the app has had. */
const TABLES = ["_prisma_migrations", "User", "Operation", "CardState"];
const MAGIC = "SQLite format 3\0";

/**
 * Copies a backup to `target` and checks the copy page by page. The backup itself is only read.
 *
 * @throws RestoreError when it is not a sound database of this app, of this version or an earlier one; then there is no copy
 */
export function stageBackup(backup: string, target: string): void {
  requireSqliteFile(backup);
  try {
    requireTermwise(backup);
    copyDatabase({ file: backup, target });
  } catch (error) {
    throw explain(error, backup);
  }
}

function requireSqliteFile(path: string): void {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) throw new RestoreError(`There is no file ${path}. npm run restore -- --list shows backups.`);
  if (!stats.isFile() || firstBytes(path) !== MAGIC) throw new RestoreError(`${path} is not a SQLite database.`);
}

function firstBytes(path: string): string {
  const bytes = Buffer.alloc(MAGIC.length);
  const descriptor = openSync(path, "r");
  try {
    return bytes.toString("latin1", 0, readSync(descriptor, bytes));
  } finally {
    closeSync(descriptor);
  }
}

/** Whether its tables and its recorded migrations are those of this app. */
function requireTermwise(path: string): void {
  const database = new Database(path, { readonly: true });
  try {
    const tables = new Set(database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all());
    if (!TABLES.every((name) => tables.has(name)))
      throw new RestoreError(`${path} is a SQLite database, but not one of Termwise.`);
    const recorded = database
      .prepare<[], { name: string; checksum: string; finished: number }>(
        `SELECT "migration_name" AS "name", "checksum", "finished_at" IS NOT NULL AS "finished" FROM "_prisma_migrations" WHERE "rolled_back_at" IS NULL`,
      )
      .all()
      .map((row): RecordedMigration => ({ ...row, finished: row.finished === 1 }));
    pendingMigrations(readMigrations(join(MIGRATIONS_FOLDER, "sqlite")), recorded);
  } finally {
    database.close();
  }
}

function explain(error: unknown, backup: string): unknown {
  if (error instanceof MigrationError)
    return new RestoreError(`${backup} cannot be restored. ${error.message}`, { cause: error });
  const failure = copyFailureOf(error);
  if (failure === null) return error;
  switch (failure.code) {
    case "SQLITE_CORRUPT":
    case "SQLITE_NOTADB":
      return new RestoreError(`${backup} is damaged and cannot be restored (${failure.message}). Choose another.`, {
        cause: error,
      });
    case "ENOSPC":
    case "EDQUOT":
    case "SQLITE_FULL":
      return new RestoreError(
        `The disk is full (${failure.message}). Free some space; nothing has been changed so far.`,
        { cause: error },
      );
    default:
      return new RestoreError(`${backup} cannot be restored: ${failure.message}`, { cause: error });
  }
}
