// Everything a SQLite file holds arrives on PostgreSQL, or the move refuses; the file itself stays as it was.

import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import Sqlite from "better-sqlite3";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { recordOperations } from "@/lib/data/answers";
import type { Database } from "@/lib/data/engine/database";
import { DatabaseInUseError } from "@/lib/data/engine/process-lock";
import { Prisma } from "@/lib/data/generated/sqlite/client";
import { MoveError } from "@/lib/data/move/move-error";
import { createSession } from "@/lib/data/sessions";
import { withDatabase } from "@/lib/data/with-database";
import type { DatabaseLocation } from "@/lib/env";
import type { AnswerOperation, CardId, OperationId, UserId } from "@/lib/srs/types";
import { migrate } from "@/prisma/migrate";
import { type Move, moveDatabase } from "@/scripts/move-database";
import { makeDeck, makeUser, TEST_NOW_MS } from "./factories";
import { type FreshDatabase, makeDatabase } from "./harness";

let source: FreshDatabase;
let target: FreshDatabase;
let file: string;
let client: pg.Client;
let userId: UserId;
let lines: string[];
beforeEach(async () => {
  source = await makeDatabase("sqlite");
  target = await makeDatabase("postgresql", { migrated: false });
  if (source.location.engine !== "sqlite") throw new Error("Inconsistent: another engine");
  file = source.location.file;
  client = new pg.Client({ connectionString: target.location.url });
  await client.connect();
  await withDatabase(source.location, fill);
  lines = [];
});
afterEach(async () => {
  await client.end();
  await target.remove();
  await source.remove();
});

const ANSWERS = 240;
/** Where bytes, UTF-16 units and PostgreSQL's usual collations sort differently, and what has a meaning in PostgreSQL's own notations. */
const KEYS = ["a", "B", "é", "𝒳", "\uFB01", "\uFFFD", "", "NULL", `{"x",\\}`, "a b", "中"];

async function fill({ prisma }: Database): Promise<void> {
  const deck = await makeDeck(prisma, { id: "d", concepts: 10 });
  userId = await makeUser(prisma, { username: "alice", decks: [deck.id] });
  await makeUser(prisma, { timeZone: "Asia/Shanghai", createdAtMs: Date.UTC(2021, 1, 28, 23, 59, 59, 7) });
  await createSession(userId, { kind: "registered", nowMs: TEST_NOW_MS + 1 });
  const at = new Date(TEST_NOW_MS + 120);
  for (const key of KEYS) await prisma.throttle.create({ data: { key, failures: 2, lastFailureAt: at } });
  await prisma.suspension.create({ data: { userId, conceptId: "d.d-9", cardId: "", createdAt: at } });
  await prisma.providerAccount.create({ data: { provider: "github", providerAccountId: "7", userId, createdAt: at } });
  await prisma.deck.update({ where: { id: "d" }, data: { descriptionZh: "引号“”'\"\\，\n换行\t😀" } });
  const ops = Array.from({ length: ANSWERS }, (_, index) => answer(index, deck.cardIds[index % 40] as CardId));
  for (let start = 0; start < ANSWERS; start += 40)
    await recordOperations(userId, { ops: ops.slice(start, start + 40), sentAt: TEST_NOW_MS, receivedAt: TEST_NOW_MS });
}

function answer(index: number, cardId: CardId): AnswerOperation {
  const id = `01900000-0000-7000-8000-${String(index).padStart(12, "0")}` as OperationId;
  const answeredAt = TEST_NOW_MS - (ANSWERS - index) * 3_600_000;
  const typed = index % 3 === 0 ? { mode: "typed" as const, typedText: `答案 ${index}` } : { mode: "flip" as const };
  return { kind: "answer", id, cardId, quality: 4, answeredAt, timeZone: "UTC", elapsedMs: index * 10, ...typed };
}

const move = (changes: Partial<Move> = {}) => {
  if (target.location.engine !== "postgresql") throw new Error("Inconsistent: another engine");
  const nowMs = () => TEST_NOW_MS;
  return moveDatabase({
    source: file,
    target: target.location,
    nowMs,
    tell: (line) => lines.push(line),
    pageRows: 7,
    ...changes,
  });
};

const MODELS = Object.keys(Prisma.ModelName) as Prisma.ModelName[];

/** All rows of all models as the app reads them, in an order of their own. */
function readAll(location: DatabaseLocation): Promise<[string, string[]][]> {
  return withDatabase(location, async ({ prisma }) => {
    const all: [string, string[]][] = [];
    for (const model of MODELS) {
      const name = `${model.charAt(0).toLowerCase()}${model.slice(1)}`;
      const delegate = Reflect.get(prisma, name) as { findMany(): Promise<object[]> };
      const rows = (await delegate.findMany()).map((row) =>
        JSON.stringify(row, (_, value: unknown) => (typeof value === "bigint" ? `${value}n` : value)),
      );
      all.push([model, rows.sort()]);
    }
    return all;
  });
}

const hashOfSource = () => createHash("sha256").update(readFileSync(file)).digest("hex");
const filesBeside = () => readdirSync(dirname(file)).sort();
const countOf = async (table: string) => (await client.query(`SELECT COUNT(*)::int AS n FROM "${table}"`)).rows[0].n;

function inSource(change: (database: Sqlite.Database) => void): void {
  const database = new Sqlite(file);
  change(database);
  database.close();
}

describe("a move", () => {
  test("brings every row of every model, and leaves the file as it was", async () => {
    const before = { hash: hashOfSource(), files: filesBeside(), rows: await readAll(source.location) };
    const { tables, states } = await move();
    expect(tables.map(({ name }) => name).sort()).toEqual([...MODELS].sort());
    expect(await readAll(target.location)).toEqual(before.rows);
    for (const [model, rows] of before.rows) {
      expect([model, rows.length]).toEqual([model, tables.find(({ name }) => name === model)?.rows]);
      expect([model, await countOf(model)]).toEqual([model, rows.length]);
    }
    expect(before.rows.find(([model]) => model === "Operation")?.[1]).toHaveLength(ANSWERS);
    expect(states).toMatchObject({ damage: [], complete: true, faults: [], operations: ANSWERS });
    expect([hashOfSource(), filesBeside()]).toEqual([before.hash, before.files]);
  });

  test("done again finds everything there, and adds nothing", async () => {
    const first = await move();
    const again = await move();
    expect(again.tables).toEqual(first.tables);
    expect(lines).toContain(
      `Going on from an earlier move: ${first.tables.reduce((sum, { rows }) => sum + rows, 0)} rows are there already.`,
    );
  });

  test("reads what is still in the write-ahead log, and leaves that as it was, too", async () => {
    const writer = new Sqlite(file);
    writer.pragma("journal_mode = WAL");
    writer.pragma("wal_autocheckpoint = 0");
    writer.exec(`UPDATE "User" SET "displayName" = 'only in the log' WHERE "username" = 'alice'`);
    const log = `${file}-wal`;
    const before = [hashOfSource(), readFileSync(log).toString("hex")];
    await move();
    expect([hashOfSource(), readFileSync(log).toString("hex")]).toEqual(before);
    writer.close();
    const { rows } = await client.query(`SELECT "displayName" FROM "User" WHERE "username" = 'alice'`);
    expect(rows).toEqual([{ displayName: "only in the log" }]);
  });

  test("tells of states that were wrong in the file already, and moves them as they are", async () => {
    inSource((database) =>
      database.exec(`UPDATE "CardState" SET "dueDay" = 1 WHERE "cardId" = (SELECT MIN("cardId") FROM "CardState")`),
    );
    expect((await move()).states).toMatchObject({ damage: [], faults: [{ name: "wrong-schedule", count: 1 }] });
    const rows = await readAll(source.location);
    expect(await readAll(target.location)).toEqual(rows);
  });

  test("fills in what somebody removed from a half-moved target", async () => {
    await move();
    await client.query(`DELETE FROM "Operation" WHERE "id" LIKE '%7'`);
    expect(await countOf("Operation")).toBe(ANSWERS - ANSWERS / 10);
    await move();
    expect(await countOf("Operation")).toBe(ANSWERS);
  });
});

describe("a move that is killed", () => {
  /** The command of `npm run move`, in a process of its own. */
  function command() {
    const args = ["--import", "tsx", "--conditions=react-server", "scripts/move.ts", "--to", target.location.url];
    const child = spawn(process.execPath, args, {
      env: { PATH: process.env.PATH, NODE_ENV: "production", DATABASE_URL: `file:${file}` },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    child.stdout.on("data", (chunk) => (output += chunk));
    child.stderr.on("data", (chunk) => (output += chunk));
    const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
    return { child, ended, output: () => output };
  }

  test("in the middle of a table goes on when it is started again", async () => {
    // More than a page, so that some of it has been committed.
    inSource((database) => {
      database.exec(`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 6000)
        INSERT INTO "Throttle" ("key", "failures", "lastFailureAt")
        SELECT 'many-' || printf('%05d', i), i, '2026-01-01T00:00:00.000+00:00' FROM n`);
    });
    const hash = hashOfSource();
    const rows = await readAll(source.location);
    await migrate({ database: target.location, nowMs: () => TEST_NOW_MS });
    // A row in the middle waits for a lock that this test has: there the process is killed.
    await client.query(`CREATE FUNCTION wait() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN PERFORM pg_advisory_xact_lock(4711); RETURN NEW; END $$`);
    await client.query(
      `CREATE TRIGGER wait BEFORE INSERT ON "Throttle" FOR EACH ROW WHEN (NEW."key" = 'many-05000') EXECUTE FUNCTION wait()`,
    );
    await client.query("SELECT pg_advisory_lock(4711)");
    const killed = command();
    for (;;) {
      const { rows: waiting } = await client.query(
        `SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND objid = 4711 AND NOT granted`,
      );
      if (waiting.length > 0) break;
      if (killed.child.exitCode !== null) throw new Error(`The move ended too early:\n${killed.output()}`);
    }
    killed.child.kill("SIGKILL");
    await killed.ended;
    const there = await countOf("Throttle");
    expect(there).toBeGreaterThan(0);
    expect(there).toBeLessThan(5_000);
    await client.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'termwise-move'`,
    );
    await client.query("SELECT pg_advisory_unlock(4711)");

    const again = command();
    expect(await again.ended, again.output()).toBe(0);
    expect(again.output()).toContain("Going on from an earlier move");
    expect(again.output()).not.toContain("termwise@");
    expect(await readAll(target.location)).toEqual(rows);
    expect(hashOfSource()).toBe(hash);
  });
});

describe("a move refuses", () => {
  const untouched = async () => {
    for (const model of MODELS) {
      const { rows } = await client.query("SELECT to_regclass($1) IS NOT NULL AS there", [`"${model}"`]);
      if (rows[0].there) expect([model, await countOf(model)]).toEqual([model, 0]);
    }
  };

  test("a file that the app has open", async () => {
    await withDatabase(source.location, async () => {
      await expect(move()).rejects.toThrow(DatabaseInUseError);
    });
    await untouched();
    await move();
  });

  test("a target where others learn", async () => {
    const used = await makeDatabase("postgresql");
    await withDatabase(used.location, ({ prisma }) => makeUser(prisma, { username: "bob" }));
    const before = await readAll(used.location);
    const location = used.location as Move["target"];
    await expect(move({ target: location })).rejects.toThrow("The target has learners whom the source does not have.");
    expect(await readAll(used.location)).toEqual(before);
    await used.remove();
  });

  test.each([
    ["has one more", `INSERT INTO "Meta" VALUES ('surplus', '')`, "a row of Meta (key = surplus) that the source"],
    ["differs", `UPDATE "Throttle" SET "failures" = 3 WHERE "key" = '𝒳'`, "(key = 𝒳) whose failures differs"],
    [
      "differs by a millisecond",
      `UPDATE "Session" SET "createdAt" = "createdAt" + interval '1 ms'`,
      "createdAt differs",
    ],
    ["has something for nothing", `UPDATE "Deck" SET "retiredAt" = now()`, "whose retiredAt differs"],
  ])("a target that %s, and changes nothing there", async (_, change, message) => {
    await move();
    await client.query(`DELETE FROM "Operation"`);
    await client.query(change);
    const before = await readAll(target.location);
    await expect(move()).rejects.toThrow(message);
    expect(await readAll(target.location)).toEqual(before);
  });

  test("to call it done when somebody used the target meanwhile", async () => {
    await move();
    await client.query(`DELETE FROM "Operation"`);
    await client.query(`CREATE FUNCTION enter() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      INSERT INTO "User" ("id", "kind", "createdAt", "lastSeenAt") VALUES ('intruder', 'guest', now(), now()) ON CONFLICT DO NOTHING;
      RETURN NULL; END $$`);
    await client.query(`CREATE TRIGGER enter AFTER INSERT ON "Operation" FOR EACH ROW EXECUTE FUNCTION enter()`);
    await expect(move()).rejects.toThrow("The target has a row of User (id = intruder) that the source does not have.");
  });

  test.each([
    ["the character 0", (value: Sqlite.Database) => typeInto(value, "a\0b"), "holds the character 0"],
    ["half of a character", (value: Sqlite.Database) => typeInto(value, "a\ud800b"), "is not well-formed Unicode"],
    ["a number for a text", (value: Sqlite.Database) => value.exec(`UPDATE "Meta" SET "value" = x'00'`), "is no text"],
    [
      "a time that is none",
      (value: Sqlite.Database) => value.exec(`UPDATE "Session" SET "createdAt" = 'yesterday'`),
      "createdAt is no time",
    ],
    [
      "a number that is too large",
      (value: Sqlite.Database) => value.exec(`UPDATE "Throttle" SET "failures" = 3000000000`),
      "failures is too large for integer",
    ],
  ])("a source that holds %s, naming the row", async (_, change, message) => {
    inSource((database) => {
      change(database);
    });
    await expect(move()).rejects.toThrow(message);
    await expect(move()).rejects.toThrow(/^A row of \w+ \(.+ = .*\) cannot be moved: /);
  });

  function typeInto(database: Sqlite.Database, text: string): void {
    database.prepare(`UPDATE "Operation" SET "typedText" = ? WHERE "id" LIKE '%199'`).run(text);
  }

  test("a source of an older or a newer version, or of another app", async () => {
    inSource((database) => database.exec(`UPDATE "_prisma_migrations" SET "migration_name" = '99999999999999_newer'`));
    await expect(move()).rejects.toThrow("was made by a newer version of this app");
    inSource((database) => database.exec(`DELETE FROM "_prisma_migrations"`));
    await expect(move()).rejects.toThrow("is not up to date. Run npm run migrate first");
    inSource((database) => database.exec(`DROP TABLE "_prisma_migrations"`));
    await expect(move()).rejects.toThrow("is no database of this app");
    const missing = `${file}.missing`;
    await expect(move({ source: missing })).rejects.toThrow("There is no database to move");
    expect(existsSync(missing)).toBe(false);
    await untouched();
  });

  test("a server that cannot be reached or a database that is not there, in a sentence", async () => {
    const url = (change: (url: URL) => void): Move["target"] => {
      const address = new URL(target.location.url);
      change(address);
      return { engine: "postgresql", url: address.href };
    };
    const nowhere = url((address) => (address.pathname = "/nowhere"));
    await expect(move({ target: nowhere })).rejects.toThrow("it does not exist on its server. Create it first.");
    const stranger = url((address) => (address.password = "wrong"));
    await expect(move({ target: stranger })).rejects.toThrow(MoveError);
    const closed = url((address) => (address.port = "1"));
    await expect(move({ target: closed })).rejects.toThrow("cannot be reached (ECONNREFUSED)");
  });
});
