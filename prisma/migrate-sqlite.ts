import { randomUUID } from "node:crypto";
import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import Database from "better-sqlite3";
import { lockDatabaseFile } from "@/lib/data/engine/process-lock";
import { type Migration, MigrationError, pendingMigrations, type RecordedMigration } from "./migration-files";

/** As Prisma's own engine makes it. */
const CREATE_TABLE = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id"                    TEXT PRIMARY KEY NOT NULL,
    "checksum"              TEXT NOT NULL,
    "finished_at"           DATETIME,
    "migration_name"        TEXT NOT NULL,
    "logs"                  TEXT,
    "rolled_back_at"        DATETIME,
    "started_at"            DATETIME NOT NULL DEFAULT current_timestamp,
    "applied_steps_count"   INTEGER UNSIGNED NOT NULL DEFAULT 0
)`;
const SELECT = `SELECT "migration_name" AS "name", "checksum", "finished_at" IS NOT NULL AS "finished"
  FROM "_prisma_migrations" WHERE "rolled_back_at" IS NULL`;
const INSERT = `INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name", "started_at", "finished_at", "applied_steps_count")
  VALUES (?, ?, ?, ?, ?, 1)`;

interface Surroundings {
  readonly nowMs: () => number;
  /** Called before the first of several migrations when the database has a history. */
  readonly backUp: () => void;
}

/** Brings a SQLite file up to date, each migration in a transaction of its own. Returns the names of those applied. */
export function migrateSqlite(
  file: string,
  migrations: readonly Migration[],
  { nowMs, backUp }: Surroundings,
): string[] {
  mkdirSync(dirname(file), { recursive: true });
  const unlock = lockDatabaseFile(file);
  const database = new Database(file);
  try {
    database.pragma("journal_mode = WAL");
    database.pragma("synchronous = FULL");
    // A table is rebuilt by making a new one, copying and dropping; the links are checked at the end of each migration instead.
    database.pragma("foreign_keys = OFF");
    database.exec(CREATE_TABLE);
    const recorded = database.prepare<[], { name: string; checksum: string; finished: number }>(SELECT).all();
    const pending = pendingMigrations(migrations, recorded.map(toRecorded));
    if (pending.length > 0 && recorded.length > 0) backUp();
    for (const migration of pending) apply(database, migration, nowMs);
    return pending.map(({ name }) => name);
  } finally {
    database.close();
    unlock();
  }
}

function toRecorded(row: { name: string; checksum: string; finished: number }): RecordedMigration {
  return { name: row.name, checksum: row.checksum, finished: row.finished === 1 };
}

function apply(database: Database.Database, { name, sql, checksum }: Migration, nowMs: () => number): void {
  const startedAt = toText(nowMs());
  const run = database.transaction(() => {
    database.exec(sql);
    const broken: unknown = database.pragma("foreign_key_check");
    if (Array.isArray(broken) && broken.length > 0)
      throw new Error(`${broken.length} rows point to rows that do not exist`);
    database.prepare(INSERT).run(randomUUID(), checksum, name, startedAt, toText(nowMs()));
  });
  try {
    run.exclusive();
  } catch (error) {
    throw new MigrationError(`The migration ${name} failed and was taken back: ${String(error)}`, { cause: error });
  }
}

function toText(instantMs: number): string {
  return new Date(instantMs).toISOString().replace("Z", "+00:00");
}
