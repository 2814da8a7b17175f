// A migration that is killed in the middle, on a database with data in it: nothing of it is left, and the next start goes through.

import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterEach, describe, expect, test } from "vitest";
import type { Engine } from "@/lib/data/engine/database";
import { MIGRATION_LOCK } from "@/lib/data/engine/migration-lock";
import { MIGRATIONS_FOLDER, migrate } from "@/prisma/migrate";
import { MigrationError, readMigrations } from "@/prisma/migration-files";
import { diffToSchema } from "@/prisma/schema-engine";
import { ENGINES, type FreshDatabase, makeDatabase } from "./harness";
import { type Ran, ROOT, startNode } from "./run-script";
import { fillTables, lostRows, readRows, type Snapshot } from "./table-rows";
import { expectUpToDate } from "./up-to-date";

const nowMs = () => Date.UTC(2026, 0, 2, 3, 4, 5, 678);
/** An advisory lock on which this test makes migrations stop. */
const STOP_LOCK = 4_711;

/** The latest start; a test may make several. */
let fresh: FreshDatabase;
let folder: string;
const made: { readonly database: FreshDatabase; readonly folder: string }[] = [];
afterEach(async () => {
  for (const start of made.splice(0)) {
    await start.database.remove();
    rmSync(start.folder, { recursive: true, force: true });
  }
});

const namesOf = (engine: Engine) => readMigrations(join(MIGRATIONS_FOLDER, engine)).map(({ name }) => name);
/** The starts of this suite: an empty database, and each version but the last, with data in it. */
const STARTS = ENGINES.flatMap((engine) => namesOf(engine).map((next, versions) => ({ engine, versions, next })));

/** Makes a database that has run the first so many migrations and has rows in every table; the folder then has one migration more. */
async function makeStart(engine: Engine, versions: number): Promise<Snapshot> {
  fresh = await makeDatabase(engine, { migrated: false });
  folder = mkdtempSync(join(tmpdir(), "termwise-migrations-"));
  made.push({ database: fresh, folder });
  give(engine, versions);
  if (versions > 0) {
    await migrate({ database: fresh.location, nowMs, folder });
    await fillTables(fresh.location);
  }
  const before = versions === 0 ? {} : await readRows(fresh.location);
  give(engine, versions + 1);
  return before;
}

/** Puts the first so many migrations into the folder. */
function give(engine: Engine, versions: number): void {
  for (const name of namesOf(engine).slice(0, versions))
    cpSync(join(MIGRATIONS_FOLDER, engine, name), join(folder, engine, name), { recursive: true });
}

const migrateHere = () => migrate({ database: fresh.location, nowMs, folder });

/** `npm run migrate` on this test's database and folder, after `first` has run in its process. */
function startMigrating(first = "") {
  const options = JSON.stringify({ database: fresh.location, folder });
  const script = `${first}\nconst { migrate } = await import("./prisma/migrate.ts");
    console.log((await migrate({ ...${options}, nowMs: Date.now })).join());`;
  return startNode(["--conditions=react-server", "--import", "tsx", "--input-type=module", "--eval", script]);
}

/** That the next start finds nothing half done, and brings the database up to date with all its rows. */
async function expectToGoOn(engine: Engine, { before, versions }: { before: Snapshot; versions: number }) {
  const own = readMigrations(join(MIGRATIONS_FOLDER, engine));
  expect(lostRows(before, await readRows(fresh.location, before))).toEqual([]);
  give(engine, own.length);
  expect(await migrateHere()).toEqual(namesOf(engine).slice(versions));
  expect(lostRows(before, await readRows(fresh.location, before))).toEqual([]);
  await expectUpToDate(fresh.location, own);
}

describe("SQLite, the process killed after a statement", () => {
  /** Has better-sqlite3 run scripts statement by statement and kills the process after so many. */
  const killedAfter = (count: number) => `
    import { createRequire } from "node:module";
    const Database = createRequire(${JSON.stringify(join(ROOT, "package.json"))})("better-sqlite3");
    const { exec } = Database.prototype;
    let left = ${count};
    Database.prototype.exec = function (script) {
      let statement = "";
      for (const part of script.split(/(?<=;)[ \\t]*\\n/)) {
        statement += part + "\\n";
        try {
          exec.call(this, statement);
        } catch (error) {
          // A semicolon within a statement.
          if (error.message === "incomplete input") continue;
          throw error;
        }
        statement = "";
        left -= 1;
        if (left === 0) process.kill(process.pid, "SIGKILL");
      }
      return this;
    };`;

  test.each(STARTS.filter(({ engine }) => engine === "sqlite"))(
    "in $next",
    async ({ versions }) => {
      let killed = 0;
      // The first migration makes all tables and has the most statements.
      const step = versions === 0 ? 6 : 2;
      // The first few statements take the lock and make the table of migrations.
      for (let count = 3; ; count += step) {
        const before = await makeStart("sqlite", versions);
        const { signal } = await startMigrating(killedAfter(count)).ended;
        if (signal === null) break;
        killed += 1;
        await expectToGoOn("sqlite", { before, versions });
      }
      expect(killed).toBeGreaterThan(1);
    },
    240_000,
  );
});

describe("PostgreSQL", () => {
  let observer: pg.Client;
  const query = async (sql: string) => (await observer.query<Record<string, unknown>>(sql)).rows;

  /** Makes whoever migrates wait after the `count`-th change of the schema, until `letGo`. */
  async function stopAfter(count: number): Promise<void> {
    observer = new pg.Client({ connectionString: fresh.location.url });
    await observer.connect();
    await query(`SELECT pg_advisory_lock(${STOP_LOCK})`);
    await query(`CREATE SCHEMA probe`);
    await query(`CREATE FUNCTION probe.stop() RETURNS event_trigger LANGUAGE plpgsql AS $$
      DECLARE seen int := coalesce(nullif(current_setting('probe.seen', true), ''), '0')::int + 1;
      BEGIN
        PERFORM set_config('probe.seen', seen::text, false);
        IF seen = ${count} THEN PERFORM pg_advisory_lock_shared(${STOP_LOCK}); END IF;
      END $$`);
    await query(`CREATE EVENT TRIGGER probe ON ddl_command_end EXECUTE FUNCTION probe.stop()`);
  }
  async function letGo(): Promise<void> {
    await query(`SELECT pg_advisory_unlock(${STOP_LOCK})`);
    await query(`DROP EVENT TRIGGER probe`);
    await query(`DROP SCHEMA probe CASCADE`);
    await observer.end();
  }
  /** The process ids of those that wait for an advisory lock. */
  const waitingFor = async (lock: number) =>
    (await query(`SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND objid = ${lock} AND NOT granted`)).map(
      ({ pid }) => Number(pid),
    );
  async function untilWaiting(lock: number): Promise<number> {
    for (;;) {
      const [pid] = await waitingFor(lock);
      if (pid !== undefined) return pid;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
  async function untilGone(pid: number): Promise<void> {
    while ((await query(`SELECT 1 FROM pg_stat_activity WHERE pid = ${pid}`)).length > 0)
      await new Promise((resolve) => setTimeout(resolve, 10));
  }
  /** How many changes of the schema a migration makes. */
  function changesIn(name: string): number {
    const migration = readMigrations(join(MIGRATIONS_FOLDER, "postgresql")).find((own) => own.name === name);
    return migration?.sql.match(/^(CREATE|ALTER|DROP) /gm)?.length ?? 0;
  }

  // One that only writes rows has no change of the schema to stop at.
  const starts = STARTS.filter(({ engine, next }) => engine === "postgresql" && changesIn(next) > 0);

  test.each(starts)("whose server ends the connection in $next", async ({ next, versions }) => {
    for (let count = 2; count <= changesIn(next); count += 4) {
      const before = await makeStart("postgresql", versions);
      await stopAfter(count);
      const failed = migrateHere().then(
        () => null,
        (error: unknown) => error,
      );
      await query(`SELECT pg_terminate_backend(${await untilWaiting(STOP_LOCK)})`);
      const error = await failed;
      expect(error).toBeInstanceOf(MigrationError);
      expect(String(error)).toMatch(/The migration \d+_\w+ failed and was taken back: .*terminating connection/);
      await letGo();
      await expectToGoOn("postgresql", { before, versions });
    }
  });

  test.each(starts)("whose migrating process is killed in $next", async ({ next, versions }) => {
    for (const share of [0.2, 0.9]) {
      const before = await makeStart("postgresql", versions);
      await stopAfter(Math.ceil(share * changesIn(next)));
      const other = startMigrating();
      const pid = await untilWaiting(STOP_LOCK);
      other.kill();
      await other.ended;
      await untilGone(pid);
      await letGo();
      await expectToGoOn("postgresql", { before, versions });
    }
  });

  test("who waits for its turn gets it when the one before is killed in the middle of a statement", async () => {
    await makeStart("postgresql", 0);
    give("postgresql", namesOf("postgresql").length);
    await stopAfter(5);
    const first = startMigrating();
    const pid = await untilWaiting(STOP_LOCK);
    const second = migrateHere();
    await untilWaiting(MIGRATION_LOCK);
    first.kill();
    expect(await first.ended).toMatchObject<Partial<Ran>>({ signal: "SIGKILL" });
    await untilGone(pid);
    await letGo();
    expect(await second).toEqual(namesOf("postgresql"));
    expect(await diffToSchema(fresh.location)).toBeNull();
  });

  test("several processes at once migrate once", async () => {
    await makeStart("postgresql", 0);
    give("postgresql", namesOf("postgresql").length);
    const ran = await Promise.all([startMigrating().ended, startMigrating().ended, startMigrating().ended]);
    expect(ran.map(({ stderr }) => stderr)).toEqual(["", "", ""]);
    expect(ran.map(({ stdout }) => stdout.trim()).sort()).toEqual(["", "", namesOf("postgresql").join()]);
    expect(await diffToSchema(fresh.location)).toBeNull();
  });

  test("who waits too long says why", async () => {
    await makeStart("postgresql", 0);
    await stopAfter(1_000);
    await query(`SELECT pg_advisory_lock(${MIGRATION_LOCK})`);
    await expect(migrate({ database: fresh.location, nowMs, folder, turnTimeoutMs: 50 })).rejects.toThrow(
      new MigrationError(
        "Another server has been migrating this database for too long. When it has finished or been stopped, start again.",
      ),
    );
    await letGo();
    expect(await migrateHere()).toEqual(namesOf("postgresql").slice(0, 1));
  });
});
