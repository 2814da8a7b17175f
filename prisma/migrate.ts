// The migrations of both engines, and what applies them. Rows in _prisma_migrations are those that `prisma migrate deploy` would write, so
// either can go on where the other stopped.

import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { removeSurplusBackups } from "@/lib/data/backup/backup-files";
import type { DatabaseLocation } from "@/lib/env";
import { backUpBeforeMigration } from "./backup-before-migration";
import { migratePostgresql } from "./migrate-postgresql";
import { migrateSqlite } from "./migrate-sqlite";
import { readMigrations } from "./migration-files";

export const MIGRATIONS_FOLDER = join(fileURLToPath(new URL(".", import.meta.url)), "migrations");

/**
 * Applies what is pending and returns the names of what it applied.
 *
 * @throws MigrationError when history and folder differ or a migration fails (then it has been rolled back);
 *   DatabaseInUseError when another process has the SQLite file; BackupError when there could be no copy (then nothing was applied)
 */
export async function migrate(options: {
  readonly database: DatabaseLocation;
  readonly nowMs: () => number;
  /** With one folder per engine; default: the app's own. */
  readonly folder?: string;
  /** SQLite: a database with a history is copied here before anything is applied. null or missing: it is not. */
  readonly backupFolder?: string | null;
  /** PostgreSQL: how long to wait for others that migrate; default: two minutes. */
  readonly turnTimeoutMs?: number;
}): Promise<string[]> {
  const { database, nowMs, folder = MIGRATIONS_FOLDER, backupFolder = null, turnTimeoutMs } = options;
  const migrations = readMigrations(join(folder, database.engine));
  if (database.engine === "postgresql")
    return await migratePostgresql(database.url, migrations, { nowMs, turnTimeoutMs });
  const place = backupFolder === null ? null : { file: database.file, folder: backupFolder };
  const applied = migrateSqlite(database.file, migrations, {
    nowMs,
    backUp: () => place && backUpBeforeMigration(place, nowMs()),
  });
  // What is done is done: a folder that cannot be tidied is no failure of the migration.
  if (place && applied.length > 0) await removeSurplusBackups(place, nowMs()).catch(console.warn);
  return applied;
}
