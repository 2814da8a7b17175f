import { randomUUID } from "node:crypto";
import pg from "pg";
import { MIGRATION_LOCK } from "@/lib/data/engine/migration-lock";
import { schemaOf } from "@/lib/data/engine/postgresql-schema";
import { type Migration, MigrationError, pendingMigrations, type RecordedMigration } from "./migration-files";

/** As Prisma's own engine makes it. */
const CREATE_TABLE = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id"                    VARCHAR(36) PRIMARY KEY NOT NULL,
    "checksum"              VARCHAR(64) NOT NULL,
    "finished_at"           TIMESTAMPTZ,
    "migration_name"        VARCHAR(255) NOT NULL,
    "logs"                  TEXT,
    "rolled_back_at"        TIMESTAMPTZ,
    "started_at"            TIMESTAMPTZ NOT NULL DEFAULT now(),
    "applied_steps_count"   INTEGER NOT NULL DEFAULT 0
)`;
const SELECT = `SELECT "migration_name" AS "name", "checksum", "finished_at" IS NOT NULL AS "finished"
  FROM "_prisma_migrations" WHERE "rolled_back_at" IS NULL`;
const INSERT = `INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name", "started_at", "finished_at", "applied_steps_count")
  VALUES ($1, $2, $3, $4, $5, 1)`;

/** Any number of servers may start at once: each waits so long for those before it. */
const TURN_TIMEOUT_MS = 120_000;
/** How soon the server notices that the process is gone whose statement it is carrying out, and lets the next one have its turn. */
const GONE_CHECK_MS = 1_000;
/** PostgreSQL's code for a lock that was not to be had in time. */
const LOCK_NOT_AVAILABLE = "55P03";

interface Surroundings {
  readonly nowMs: () => number;
  /** How long to wait while others migrate, and for what others hold locked. */
  readonly turnTimeoutMs?: number | undefined;
}

/** Brings a PostgreSQL database up to date, each migration in a transaction of its own. Returns the names of those applied. */
export async function migratePostgresql(
  url: string,
  migrations: readonly Migration[],
  { nowMs, turnTimeoutMs = TURN_TIMEOUT_MS }: Surroundings,
): Promise<string[]> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 10_000,
    application_name: "termwise-migrate",
  });
  // A connection that ends in the middle of a statement fails the statement as well; unheard, this would end the process.
  client.on("error", () => {});
  await client.connect();
  try {
    await enterSchema(client, schemaOf(url));
    // From PostgreSQL 14 on, and not on every system.
    await client.query(`SET client_connection_check_interval = ${GONE_CHECK_MS}`).catch(() => {});
    await client.query(`SET lock_timeout = ${turnTimeoutMs}`);
    await takeTurn(client);
    await client.query(CREATE_TABLE);
    const recorded = await client.query<{ name: string; checksum: string; finished: boolean }>(SELECT);
    const pending = pendingMigrations(migrations, recorded.rows satisfies RecordedMigration[]);
    for (const migration of pending) await apply(client, migration, nowMs);
    return pending.map(({ name }) => name);
  } finally {
    // Ends the session and with it the lock.
    await client.end();
  }
}

async function enterSchema(client: pg.Client, schema: string | null): Promise<void> {
  if (schema === null) return;
  await client.query(`CREATE SCHEMA IF NOT EXISTS "${schema}"`);
  await client.query(`SET search_path TO "${schema}"`);
}

async function takeTurn(client: pg.Client): Promise<void> {
  try {
    await client.query("SELECT pg_advisory_lock($1)", [MIGRATION_LOCK]);
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || error.code !== LOCK_NOT_AVAILABLE) throw error;
    throw new MigrationError(
      "Another server has been migrating this database for too long. When it has finished or been stopped, start again.",
      { cause: error },
    );
  }
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration, nowMs: () => number): Promise<void> {
  const startedAt = new Date(nowMs());
  try {
    await client.query("BEGIN");
    await client.query(sql);
    await client.query(INSERT, [randomUUID(), checksum, name, startedAt, new Date(nowMs())]);
    await client.query("COMMIT");
  } catch (error) {
    // Where the connection has ended, the server has rolled back by itself.
    await client.query("ROLLBACK").catch(() => {});
    throw new MigrationError(`The migration ${name} failed and was taken back: ${String(error)}`, { cause: error });
  }
}
