// The migrations make what the schema says, on both engines, and record it as Prisma's own commands would.

import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createDatabase, type Database, type Engine } from "@/lib/data/engine/database";
import { DatabaseInUseError } from "@/lib/data/engine/process-lock";
import { MIGRATIONS_FOLDER, migrate } from "@/prisma/migrate";
import { MigrationError, readMigrations } from "@/prisma/migration-files";
import { diagnoseHistory, diffToSchema } from "@/prisma/schema-engine";
import { ENGINES, type FreshDatabase, makeDatabase } from "./harness";

const nowMs = () => Date.UTC(2026, 0, 2, 3, 4, 5, 678);

describe.each(ENGINES)("migrations of %s", (engine: Engine) => {
  let fresh: FreshDatabase;
  let folder: string;
  beforeEach(async () => {
    fresh = await makeDatabase(engine, { migrated: false });
    folder = mkdtempSync(join(tmpdir(), "termwise-migrations-"));
    cpSync(MIGRATIONS_FOLDER, folder, { recursive: true });
  });
  afterEach(async () => {
    await fresh.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  const own = readMigrations(join(MIGRATIONS_FOLDER, engine));
  const run = () => migrate({ database: fresh.location, nowMs, folder });
  const add = (name: string, sql: string) => {
    mkdirSync(join(folder, engine, name));
    writeFileSync(join(folder, engine, name, "migration.sql"), sql);
  };
  async function query(sql: string): Promise<unknown[]> {
    const database: Database = createDatabase(fresh.location);
    try {
      return await database.prisma.$queryRawUnsafe<unknown[]>(sql);
    } finally {
      await database.close();
    }
  }
  const recorded = () =>
    query(`SELECT "migration_name" AS "name", "checksum" FROM "_prisma_migrations" ORDER BY "migration_name"`);

  test("make exactly what the schema says", async () => {
    expect(await run()).toEqual(own.map(({ name }) => name));
    expect(await diffToSchema(fresh.location)).toBeNull();
  });

  test("a schema that has moved on is noticed", async () => {
    add("20990101000000_surplus", `CREATE TABLE "Surplus" ("id" TEXT NOT NULL PRIMARY KEY)`);
    await run();
    expect(await diffToSchema(fresh.location)).toContain(`DROP TABLE "Surplus"`);
  });

  test("are recorded as prisma migrate records them", async () => {
    await run();
    expect(await diagnoseHistory(fresh.location, own)).toEqual({
      editedMigrationNames: [],
      failedMigrationNames: [],
      hasMigrationsTable: true,
      history: null,
    });
    expect(await recorded()).toEqual(own.map(({ name, checksum }) => ({ name, checksum })));
  });

  test("run once, and later only what is new", async () => {
    await run();
    expect(await run()).toEqual([]);
    add("20990101000000_later", `CREATE TABLE "Later" ("id" TEXT NOT NULL PRIMARY KEY)`);
    expect(await run()).toEqual(["20990101000000_later"]);
    expect(await query(`SELECT * FROM "Later"`)).toEqual([]);
  });

  test("one that fails half-way leaves nothing behind, and can be mended", async () => {
    await run();
    add(
      "20990101000000_broken",
      `CREATE TABLE "Half" ("id" TEXT NOT NULL PRIMARY KEY); INSERT INTO "Nowhere" VALUES (1);`,
    );
    await expect(run()).rejects.toThrow(/20990101000000_broken failed and was taken back/);
    await expect(query(`SELECT * FROM "Half"`)).rejects.toThrow();
    expect(await recorded()).toHaveLength(own.length);
    rmSync(join(folder, engine, "20990101000000_broken"), { recursive: true });
    add("20990101000000_broken", `CREATE TABLE "Half" ("id" TEXT NOT NULL PRIMARY KEY)`);
    expect(await run()).toEqual(["20990101000000_broken"]);
  });

  test("a changed migration, or a database of a newer app, is refused", async () => {
    add("20990101000000_later", `CREATE TABLE "Later" ("id" TEXT NOT NULL PRIMARY KEY)`);
    await run();
    writeFileSync(join(folder, engine, "20990101000000_later", "migration.sql"), "SELECT 1");
    await expect(run()).rejects.toThrow("The migration 20990101000000_later has been changed since it was applied.");
    rmSync(join(folder, engine, "20990101000000_later"), { recursive: true });
    await expect(run()).rejects.toThrow(MigrationError);
  });

  test("one that another tool began and did not finish is refused", async () => {
    await run();
    await query(`UPDATE "_prisma_migrations" SET "finished_at" = NULL`);
    await expect(run()).rejects.toThrow("was begun but not finished");
  });

  test("rows that a migration leaves without what they point to are refused", async () => {
    await run();
    add("20990101000000_orphan", `INSERT INTO "Card" ("id", "conceptId", "skill") VALUES ('x', 'nowhere', 'en-zh')`);
    await expect(run()).rejects.toThrow(MigrationError);
    expect(await query(`SELECT * FROM "Card"`)).toEqual([]);
  });
});

describe("several servers that start at once", () => {
  test("on PostgreSQL each waits for its turn and the migrations run once", async () => {
    const fresh = await makeDatabase("postgresql", { migrated: false });
    const applied = await Promise.all(Array.from({ length: 4 }, () => migrate({ database: fresh.location, nowMs })));
    expect(applied.flat()).toEqual(readMigrations(join(MIGRATIONS_FOLDER, "postgresql")).map(({ name }) => name));
    await fresh.remove();
  });

  test("on SQLite a file in use is refused", async () => {
    const fresh = await makeDatabase("sqlite");
    const database = createDatabase(fresh.location);
    await expect(migrate({ database: fresh.location, nowMs })).rejects.toThrow(DatabaseInUseError);
    await database.close();
    expect(await migrate({ database: fresh.location, nowMs })).toEqual([]);
    await fresh.remove();
  });
});

test("both engines have the same migrations", () => {
  const names = (engine: Engine) => readdirSync(join(MIGRATIONS_FOLDER, engine)).sort();
  expect(names("postgresql")).toEqual(names("sqlite"));
});
