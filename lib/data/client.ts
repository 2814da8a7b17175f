// lib/data is the only code that touches the database: one file a noun, the learner's id first, the owner in every where. It imports the
// pure folders and nothing of the screens.
import "server-only";
import { env } from "@/lib/env";
import { createDatabase, type Database, type Engine, type PrismaClient } from "./engine/database";
import type { RawDatabase } from "./engine/raw-database";

const slot = Symbol.for("termwise.database");
/** On globalThis: in development modules are loaded again after every change, and a bundler may keep several copies of this one. */
const scope = globalThis as { [slot]?: Database };

/** The database of this process, opened at the first call as DATABASE_URL says. */
export function db(): PrismaClient {
  return current().prisma;
}

/** The same database for SQL written by hand, by the shortest way: for what happens at every request. */
export function rawDb(): RawDatabase {
  return current().raw;
}

/** Which engine `db()` talks to, for the few places where SQL differs. */
export function engine(): Engine {
  return current().engine;
}

/** Makes `db()` and `engine()` answer with this database from now on. For scripts and tests that open their own; null forgets it. */
export function useDatabase(database: Database | null): void {
  if (database === null) delete scope[slot];
  else scope[slot] = database;
}

function current(): Database {
  const { database, databasePoolSize, databaseConnectTimeoutMs, databaseStatementTimeoutMs } = env();
  scope[slot] ??= createDatabase(database, {
    poolSize: databasePoolSize,
    connectTimeoutMs: databaseConnectTimeoutMs,
    statementTimeoutMs: databaseStatementTimeoutMs,
  });
  return scope[slot];
}
