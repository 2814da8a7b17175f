import "server-only";
import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import type { DatabaseLocation } from "@/lib/env";
import { PrismaClient as PostgresqlClient } from "../generated/postgresql/client";
import { PrismaClient as SqliteClient } from "../generated/sqlite/client";
import { sqliteAdapterFactory } from "../sqlite-adapter";
import { type PostgresqlOptions, poolConfig } from "./postgresql-pool";
import { schemaOf } from "./postgresql-schema";
import { lockDatabaseFile } from "./process-lock";
import { type RawDatabase, rawThroughClient } from "./raw-database";

/** The two generated clients have the same models; the app is typed against this one. */
export type PrismaClient = SqliteClient;
export type Engine = DatabaseLocation["engine"];

export interface Database {
  readonly prisma: PrismaClient;
  /** The same database without Prisma's client in between, for statements that every request makes. */
  readonly raw: RawDatabase;
  readonly engine: Engine;
  /** Waits for what is running, closes the connections and lets go of the file. */
  close(): Promise<void>;
}

/** Of these SQLite has `connectTimeoutMs` only: so long it waits for another program that has the file locked. */
export type DatabaseOptions = PostgresqlOptions;

const DEFAULTS: DatabaseOptions = { poolSize: 10, connectTimeoutMs: 5_000, statementTimeoutMs: 15_000 };

/** A transaction waits this long for its turn, and may take this long. Seeds and repairs set their own. */
const TRANSACTION = { maxWait: 10_000, timeout: 20_000 };
const CLIENT_OPTIONS = { transactionOptions: TRANSACTION, errorFormat: "minimal" } as const;

/**
 * Opens a database. SQLite: the file and its folder are made when missing, and this process becomes the file's only user.
 * It connects at the first query; migrations are not applied here.
 *
 * @throws DatabaseInUseError when another process has the file
 */
export function createDatabase(location: DatabaseLocation, options: Partial<DatabaseOptions> = {}): Database {
  const all = { ...DEFAULTS, ...options };
  return location.engine === "sqlite" ? openSqlite(location.file, all) : openPostgresql(location.url, all);
}

function openSqlite(file: string, { connectTimeoutMs }: DatabaseOptions): Database {
  mkdirSync(dirname(file), { recursive: true });
  const unlock = lockDatabaseFile(file);
  const adapter = sqliteAdapterFactory(file, { busyLimitMs: connectTimeoutMs });
  const prisma = new SqliteClient({ adapter, ...CLIENT_OPTIONS });
  return {
    prisma,
    raw: {
      $queryRaw: async (query, ...values) => (await adapter.raw()).$queryRaw(query, ...values),
      $executeRaw: async (query, ...values) => (await adapter.raw()).$executeRaw(query, ...values),
      transaction: async (work) => (await adapter.raw()).transaction(work),
    },
    engine: "sqlite",
    async close() {
      await prisma.$disconnect();
      unlock();
    },
  };
}

function openPostgresql(url: string, options: DatabaseOptions): Database {
  const schema = schemaOf(url);
  const config = poolConfig(url, { ...options, transactionTimeoutMs: TRANSACTION.timeout });
  const adapter = new PrismaPg(config, schema === null ? {} : { schema });
  const client = new PostgresqlClient({ adapter, ...CLIENT_OPTIONS });
  // Same models, same operations; only the generated types' names differ.
  const prisma = client as unknown as PrismaClient;
  return {
    prisma,
    raw: rawThroughClient(prisma),
    engine: "postgresql",
    close: () => client.$disconnect(),
  };
}
