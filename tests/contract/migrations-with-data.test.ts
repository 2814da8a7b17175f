// Every migration, from every earlier version, on a database that is in use: what people have is still there afterwards.

import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Engine } from "@/lib/data/engine/database";
import { MIGRATIONS_FOLDER, migrate } from "@/prisma/migrate";
import { readMigrations } from "@/prisma/migration-files";
import { diffToSchema } from "@/prisma/schema-engine";
import { ENGINES, type FreshDatabase, makeDatabase } from "./harness";
import { fillTables, lostRows, readRows } from "./table-rows";
import { expectUpToDate } from "./up-to-date";

const nowMs = () => Date.UTC(2026, 0, 2, 3, 4, 5, 678);

/** As the schema engine rebuilds a table of SQLite; PostgreSQL changes it in place. */
const REBUILD = {
  sqlite: `PRAGMA defer_foreign_keys=ON; PRAGMA foreign_keys=OFF;
    CREATE TABLE "new_Card" ("id" TEXT NOT NULL PRIMARY KEY, "conceptId" TEXT NOT NULL, "skill" TEXT NOT NULL, "retiredAt" DATETIME, "extra" INTEGER NOT NULL DEFAULT 7,
      CONSTRAINT "Card_conceptId_fkey" FOREIGN KEY ("conceptId") REFERENCES "Concept" ("id") ON DELETE RESTRICT ON UPDATE CASCADE);
    INSERT INTO "new_Card" ("id", "conceptId", "skill", "retiredAt") SELECT "id", "conceptId", "skill", "retiredAt" FROM "Card";
    DROP TABLE "Card"; ALTER TABLE "new_Card" RENAME TO "Card";
    CREATE UNIQUE INDEX "Card_conceptId_skill_key" ON "Card"("conceptId", "skill");
    CREATE INDEX "Card_retiredAt_idx" ON "Card"("retiredAt");
    PRAGMA foreign_keys=ON; PRAGMA defer_foreign_keys=OFF;`,
  postgresql: `ALTER TABLE "Card" ADD COLUMN "extra" INTEGER NOT NULL DEFAULT 7`,
};

describe.each(ENGINES)("migrations of %s on a database with data in it", (engine: Engine) => {
  let fresh: FreshDatabase;
  let folder: string;
  beforeEach(async () => {
    fresh = await makeDatabase(engine, { migrated: false });
    folder = mkdtempSync(join(tmpdir(), "termwise-migrations-"));
  });
  afterEach(async () => {
    await fresh.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  const own = readMigrations(join(MIGRATIONS_FOLDER, engine));
  const run = () => migrate({ database: fresh.location, nowMs, folder });
  const give = (names: readonly string[]) => {
    for (const name of names)
      cpSync(join(MIGRATIONS_FOLDER, engine, name), join(folder, engine, name), { recursive: true });
  };
  const add = (name: string, sql: string) => {
    mkdirSync(join(folder, engine, name));
    writeFileSync(join(folder, engine, name, "migration.sql"), sql);
  };

  test.each(own.map(({ name }, index) => ({ name, versions: index + 1 })))(
    "from $name on keep every row, and lead to what the schema says",
    async ({ versions }) => {
      const names = own.map(({ name }) => name);
      give(names.slice(0, versions));
      await run();
      await fillTables(fresh.location);
      const before = await readRows(fresh.location);
      expect(Object.values(before).every(({ rows }) => rows.length === 3)).toBe(true);
      expect(Object.keys(before)).toEqual(expect.arrayContaining(["User", "Operation", "CardState", "Card"]));

      give(names);
      expect(await run()).toEqual(names.slice(versions));
      expect(lostRows(before, await readRows(fresh.location, before))).toEqual([]);
      await expectUpToDate(fresh.location, own);
    },
  );

  test.each([
    ["rows", `DELETE FROM "Suspension"`, 3],
    ["what stood in a column", `UPDATE "Operation" SET "elapsedMs" = 0`, 3],
    ["a column", `ALTER TABLE "Operation" DROP COLUMN "typedText"`, 1],
    ["a table", `DROP TABLE "Throttle"`, 1],
  ])("one that loses %s is noticed", async (_what, sql, lost) => {
    give(own.map(({ name }) => name));
    await run();
    await fillTables(fresh.location);
    const before = await readRows(fresh.location);
    add("20990101000000_lossy", sql);
    await run();
    expect(lostRows(before, await readRows(fresh.location, before))).toHaveLength(lost);
  });

  test("one that rebuilds a table others point to keeps its rows", async () => {
    give(own.map(({ name }) => name));
    await run();
    await fillTables(fresh.location);
    const before = await readRows(fresh.location);
    add("20990101000000_rebuild", REBUILD[engine]);
    await run();
    const after = await readRows(fresh.location);
    expect(lostRows(before, await readRows(fresh.location, before))).toEqual([]);
    expect(after.Card?.columns).toContain("extra");
  });

  test.each([
    [
      "a table that the schema does not have",
      `CREATE TABLE "Surplus" ("id" TEXT NOT NULL PRIMARY KEY)`,
      /DROP TABLE "Surplus"/,
    ],
    ["a column that the schema does not have", `ALTER TABLE "Meta" ADD COLUMN "extra" TEXT`, /Meta/],
    ["too few tables", `DROP TABLE "Throttle"`, /CREATE TABLE "Throttle"/],
    ["too few columns", `ALTER TABLE "Operation" DROP COLUMN "typedText"`, /"typedText"/],
    ["too few indexes", `DROP INDEX "User_email_key"`, /CREATE UNIQUE INDEX "User_email_key"/],
  ])("those that would make %s are noticed as drift", async (_what, sql, said) => {
    give(own.map(({ name }) => name));
    add("20990101000000_drift", sql);
    await run();
    expect(await diffToSchema(fresh.location)).toMatch(said);
  });
});
