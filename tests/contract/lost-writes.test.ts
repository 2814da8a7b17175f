// Why lib/data has an adapter of its own: on the stock one, what one request writes while another's transaction is open is lost with it.

import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import type { SqlDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import SqliteDatabase from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, inject, test } from "vitest";
import { PrismaClient } from "@/lib/data/generated/sqlite/client";
import { sqliteAdapterFactory } from "@/lib/data/sqlite-adapter";
import { describeOnEachEngine } from "./harness";

const ROUNDS = 25;

let folder: string;
let file: string;
const clients: PrismaClient[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "termwise-lost-"));
  file = join(folder, "test.db");
  copyFileSync(inject("sqliteTemplate"), file);
});
afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.$disconnect()));
  rmSync(folder, { recursive: true, force: true });
});

function open(adapter: SqlDriverAdapterFactory): PrismaClient {
  const client = new PrismaClient({ adapter, transactionOptions: { maxWait: 20_000, timeout: 20_000 } });
  clients.push(client);
  return client;
}

/** Writes one row each while somebody else's transaction is open; returns the keys that were acknowledged and yet are not there. */
async function lostWrites(prisma: PrismaClient): Promise<string[]> {
  const acknowledged: string[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    let begun = () => {};
    const open = new Promise<void>((resolve) => (begun = resolve));
    const failing = prisma.$transaction(async (tx) => {
      await tx.meta.create({ data: { key: `failing-${round}`, value: "" } });
      begun();
      for (let reads = 0; reads < 10; reads += 1) await tx.meta.count();
      throw new Error("on purpose");
    });
    const beside = open.then(async () => {
      await prisma.meta.create({ data: { key: `kept-${round}`, value: "" } });
      acknowledged.push(`kept-${round}`);
    });
    await Promise.allSettled([failing, beside]);
  }
  expect(acknowledged).toHaveLength(ROUNDS);
  const present = new Set((await prisma.meta.findMany({ select: { key: true } })).map(({ key }) => key));
  expect([...present].filter((key) => key.startsWith("failing"))).toEqual([]);
  return acknowledged.filter((key) => !present.has(key));
}

describe("acknowledged writes beside transactions that fail", () => {
  test("the stock adapter loses some", async () => {
    expect((await lostWrites(open(new PrismaBetterSqlite3({ url: file })))).length).toBeGreaterThan(0);
  });

  test("ours loses none", async () => {
    expect(await lostWrites(open(sqliteAdapterFactory(file)))).toEqual([]);
  });
});

describeOnEachEngine("concurrent transactions", (subject) => {
  test("increments read and written in transactions all count", async () => {
    const { prisma } = subject;
    await prisma.meta.create({ data: { key: "counter", value: "0" } });
    const increment = () =>
      prisma.$transaction(async (tx) => {
        const lock = subject.engine === "postgresql" ? "FOR UPDATE" : "";
        const [row] = await tx.$queryRawUnsafe<{ value: string }[]>(
          `SELECT "value" FROM "Meta" WHERE "key" = 'counter' ${lock}`,
        );
        await tx.meta.update({ where: { key: "counter" }, data: { value: String(Number(row?.value) + 1) } });
      });
    await Promise.all(Array.from({ length: 40 }, increment));
    expect(await prisma.meta.findUnique({ where: { key: "counter" } })).toEqual({ key: "counter", value: "40" });
  });

  test("nobody sees what is not committed", async () => {
    const { prisma } = subject;
    const seen: number[] = [];
    const rolledBack = prisma.$transaction(async (tx) => {
      await tx.throttle.create({ data: { key: "account:x", failures: 1, lastFailureAt: new Date(0) } });
      await tx.throttle.count();
      throw new Error("on purpose");
    });
    const readers = Array.from({ length: 20 }, async () => seen.push(await prisma.throttle.count()));
    await expect(rolledBack).rejects.toThrow("on purpose");
    await Promise.all(readers);
    expect(new Set(seen)).toEqual(new Set([0]));
  });

  test("an error inside one statement leaves the next request unharmed", async () => {
    const { prisma } = subject;
    const twice = { key: "twice", value: "" };
    await prisma.meta.create({ data: twice });
    await expect(
      prisma.$transaction([
        prisma.meta.create({ data: { key: "beside", value: "" } }),
        prisma.meta.create({ data: twice }),
      ]),
    ).rejects.toThrow();
    expect(await prisma.meta.count({ where: { key: "beside" } })).toBe(0);
    await prisma.meta.create({ data: { key: "after", value: "" } });
    expect(await prisma.meta.count({ where: { key: "after" } })).toBe(1);
  });
});

describe("the SQLite connection", () => {
  test("is durable, checks links and journals ahead", async () => {
    const prisma = open(sqliteAdapterFactory(file));
    const pragma = async (name: string) =>
      Object.values((await prisma.$queryRawUnsafe<Record<string, unknown>[]>(`PRAGMA ${name}`))[0] ?? {});
    expect(await pragma("journal_mode")).toEqual(["wal"]);
    expect((await pragma("synchronous")).map(Number)).toEqual([2]);
    expect((await pragma("foreign_keys")).map(Number)).toEqual([1]);
  });

  test("takes the write lock when a transaction begins", async () => {
    const prisma = open(sqliteAdapterFactory(file));
    const other = new SqliteDatabase(file, { timeout: 0 });
    try {
      await prisma.$transaction(async (tx) => {
        await tx.meta.count();
        expect(() => other.exec("BEGIN IMMEDIATE")).toThrow("database is locked");
      });
      expect(other.exec("BEGIN IMMEDIATE; ROLLBACK").open).toBe(true);
    } finally {
      other.close();
    }
  });

  test("a COMMIT that fails leaves no transaction and no lock behind", async () => {
    const prisma = open(sqliteAdapterFactory(file));
    const orphan = prisma.$transaction(async (tx) => {
      // Checked only at COMMIT, which therefore fails.
      await tx.$executeRawUnsafe("PRAGMA defer_foreign_keys = ON");
      await tx.card.create({ data: { id: "x", conceptId: "nowhere", skill: "en-zh" } });
    });
    await expect(orphan).rejects.toThrow();
    expect(await prisma.card.count()).toBe(0);
    await prisma.$transaction((tx) => tx.meta.create({ data: { key: "after", value: "" } }));
    expect(await prisma.meta.count()).toBe(1);
  });

  test("a transaction that SQLite itself has ended accepts no further statement", async () => {
    const prisma = open(sqliteAdapterFactory(file));
    const ended = prisma.$transaction(async (tx) => {
      await tx.$executeRawUnsafe("ROLLBACK");
      await tx.meta.create({ data: { key: "half", value: "" } });
    });
    await expect(ended).rejects.toThrow();
    expect(await prisma.meta.count()).toBe(0);
  });

  test("a transaction that waits too long for its turn is dropped without harm", async () => {
    const prisma = open(sqliteAdapterFactory(file));
    let finish = () => {};
    const long = prisma.$transaction(() => new Promise<void>((resolve) => (finish = resolve)));
    const impatient = prisma.$transaction((tx) => tx.meta.create({ data: { key: "late", value: "" } }), {
      maxWait: 50,
    });
    await expect(impatient).rejects.toThrow("Unable to start a transaction");
    finish();
    await long;
    await prisma.meta.create({ data: { key: "next", value: "" } });
    expect((await prisma.meta.findMany()).map(({ key }) => key)).toEqual(["next"]);
  });
});
