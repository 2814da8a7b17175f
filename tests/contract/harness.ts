// Runs one suite of behaviour on every engine, each time on a fresh, migrated database of its own that db() answers with.

import { randomUUID } from "node:crypto";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, inject } from "vitest";
import { useDatabase } from "@/lib/data/client";
import { createDatabase, type Database, type Engine, type PrismaClient } from "@/lib/data/engine/database";
import { type DatabaseLocation, databaseLocation } from "@/lib/env";

export const ENGINES: readonly Engine[] = ["sqlite", "postgresql"];
const TEMPLATE = "template_migrated";

/** The database under test. Its properties can be read inside hooks and tests, not while tests are collected. */
export interface EngineUnderTest {
  readonly engine: Engine;
  readonly prisma: PrismaClient;
  readonly location: DatabaseLocation;
}

export interface FreshDatabase {
  readonly location: DatabaseLocation;
  remove(): Promise<void>;
}

/** `describe` twice, on SQLite and on PostgreSQL. All tests of one block share the block's database. */
export function describeOnEachEngine(name: string, define: (subject: EngineUnderTest) => void): void {
  for (const engine of ENGINES) {
    describe(`${name} on ${engine}`, () => {
      let fresh: FreshDatabase | undefined;
      let database: Database | undefined;
      beforeAll(async () => {
        fresh = await makeDatabase(engine);
        database = createDatabase(fresh.location);
        useDatabase(database);
      });
      afterAll(async () => {
        useDatabase(null);
        await database?.close();
        await fresh?.remove();
      });
      define({
        engine,
        get prisma() {
          return required(database).prisma;
        },
        get location() {
          return required(fresh).location;
        },
      });
    });
  }
}

/** A database of its own for a test that closes, breaks or migrates it; `migrated` false: an empty one. */
export async function makeDatabase(engine: Engine, { migrated = true } = {}): Promise<FreshDatabase> {
  return engine === "sqlite" ? makeSqlite(migrated) : await makePostgresql(migrated);
}

function makeSqlite(migrated: boolean): FreshDatabase {
  const folder = mkdtempSync(join(tmpdir(), "termwise-test-"));
  const file = join(folder, "test.db");
  if (migrated) copyFileSync(inject("sqliteTemplate"), file);
  return {
    location: databaseLocation(`file:${file}`, folder),
    async remove() {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function makePostgresql(migrated: boolean): Promise<FreshDatabase> {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await asAdministrator(`CREATE DATABASE ${name}${migrated ? ` TEMPLATE ${TEMPLATE}` : ""}`);
  return {
    location: databaseLocation(inject("postgresUrl").replace("DATABASE", name), "/"),
    remove: () => asAdministrator(`DROP DATABASE ${name} WITH (FORCE)`),
  };
}

async function asAdministrator(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject("postgresUrl").replace("DATABASE", "postgres") });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

function required<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error("The database under test is there only inside hooks and tests");
  return value;
}
