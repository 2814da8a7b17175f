// The migrations of both engines, and what applies them. Rows in _prisma_migrations are those that `prisma migrate deploy` would write, so
// either can go on where the other stopped.

import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { DatabaseLocation } from "@/lib/env";
import { migratePostgresql } from "./migrate-postgresql";
import { migrateSqlite } from "./migrate-sqlite";
import { readMigrations } from "./migration-files";

export const MIGRATIONS_FOLDER = join(fileURLToPath(new URL(".", import.meta.url)), "migrations");

/**
 * Applies what is pending and returns the names of what it applied.
 *
 * @throws MigrationError when history and folder differ or a migration fails (then it has been rolled back);
 *   DatabaseInUseError when another process has the SQLite file
 */
export async function migrate(options: {
  readonly database: DatabaseLocation;
  readonly nowMs: () => number;
  /** With one folder per engine; default: the app's own. */
  readonly folder?: string;
}): Promise<string[]> {
  const { database, nowMs, folder = MIGRATIONS_FOLDER } = options;
  const migrations = readMigrations(join(folder, database.engine));
  return database.engine === "sqlite"
    ? migrateSqlite(database.file, migrations, nowMs)
    : await migratePostgresql(database.url, migrations, nowMs);
}
