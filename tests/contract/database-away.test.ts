import { mkdirSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:net";
import pg from "pg";
import { afterEach, describe, expect, test } from "vitest";
import { useDatabase } from "@/lib/data/client";
import { isDatabaseAway } from "@/lib/data/database-away";
import { createDatabase, type Database } from "@/lib/data/engine/database";
import { createSession, findSession, touchSession } from "@/lib/data/sessions";
import { databaseLocation } from "@/lib/env";
import { freePort } from "@/scripts/free-port";
import { makeUser, TEST_NOW_MS } from "./factories";
import { describeOnEachEngine, makeDatabase } from "./harness";

async function errorOf(work: () => PromiseLike<unknown>): Promise<unknown> {
  try {
    await work();
  } catch (error) {
    return error;
  }
  throw new Error("it did not fail");
}

describe("a database that cannot be asked", () => {
  let database: Database | undefined;
  let deaf: Server | undefined;
  afterEach(async () => {
    useDatabase(null);
    await database?.close();
    deaf?.close();
    database = undefined;
    deaf = undefined;
  });
  const open = (url: string) => createDatabase(databaseLocation(url, "/"), { connectTimeoutMs: 300, poolSize: 1 });

  test("because nobody listens", async () => {
    database = open(`postgresql://a:b@127.0.0.1:${await freePort()}/none`);
    const { prisma } = database;
    expect(isDatabaseAway(await errorOf(() => prisma.user.count()))).toBe(true);
    expect(isDatabaseAway(await errorOf(() => prisma.$queryRaw`SELECT 1`))).toBe(true);
    expect(isDatabaseAway(await errorOf(() => prisma.$transaction((tx) => tx.user.count())))).toBe(true);
  });

  test("because whoever listens does not answer", async () => {
    deaf = createServer((socket) => socket.on("error", () => {}));
    const port = await freePort();
    await new Promise<void>((resolve) => deaf?.listen(port, "127.0.0.1", resolve));
    database = open(`postgresql://a:b@127.0.0.1:${port}/none`);
    const { prisma } = database;
    expect(isDatabaseAway(await errorOf(() => prisma.user.count()))).toBe(true);
  });

  test("because all connections are taken for too long", async () => {
    const fresh = await makeDatabase("postgresql");
    database = open(fresh.location.url);
    const { prisma } = database;
    let [finish, begun] = [() => {}, () => {}];
    const held = new Promise<void>((resolve) => (finish = resolve));
    const started = new Promise<void>((resolve) => (begun = resolve));
    const holding = prisma.$transaction(async (tx) => {
      await tx.user.count();
      begun();
      await held;
    });
    await started;
    expect(isDatabaseAway(await errorOf(() => prisma.user.count()))).toBe(true);
    finish();
    await holding;
    await database.close();
    database = undefined;
    await fresh.remove();
  });

  test("because the server ends the connection in the middle", async () => {
    const fresh = await makeDatabase("postgresql");
    database = open(fresh.location.url);
    const { prisma } = database;
    const administrator = new pg.Client({ connectionString: fresh.location.url });
    await administrator.connect();
    const error = await errorOf(() =>
      prisma.$transaction(async (tx) => {
        await tx.user.count();
        await administrator.query(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'termwise' AND datname = current_database()",
        );
        await tx.user.count();
      }),
    );
    expect(isDatabaseAway(error)).toBe(true);
    expect(await prisma.user.count()).toBe(0);
    await administrator.end();
    await database.close();
    database = undefined;
    await fresh.remove();
  });
});

describe("a SQLite file that takes no writes", () => {
  /** What makes it so, and what ends it. */
  const CAUSES = {
    "because it must not be changed": { begin: "PRAGMA query_only = ON", end: "PRAGMA query_only = OFF" },
    "because nothing more fits": { begin: "PRAGMA max_page_count = 1", end: "PRAGMA max_page_count = 4294967294" },
  };
  for (const [cause, { begin, end }] of Object.entries(CAUSES)) {
    test(cause, async () => {
      const fresh = await makeDatabase("sqlite");
      const database = createDatabase(fresh.location);
      useDatabase(database);
      const { prisma } = database;
      const userId = await makeUser(prisma, { createdAtMs: TEST_NOW_MS });
      const sessionId = await createSession(userId, { kind: "guest", nowMs: TEST_NOW_MS });
      const long = "x".repeat(100_000);
      const writes = [
        () => prisma.meta.create({ data: { key: long, value: "" } }),
        () => prisma.$executeRaw`INSERT INTO "Meta" ("key", "value") VALUES (${long}, '')`,
        () => prisma.$transaction((tx) => tx.meta.create({ data: { key: long, value: "" } })),
        () => prisma.$transaction([prisma.meta.create({ data: { key: long, value: "" } })]),
      ];
      await prisma.$queryRawUnsafe(begin);
      for (const write of writes) expect(isDatabaseAway(await errorOf(write))).toBe(true);
      // Reading goes on, also where it would have made a note on the side.
      const later = TEST_NOW_MS + 600_000;
      const session = await findSession(userId, { sessionId, nowMs: later });
      expect(session).not.toBeNull();
      if (session !== null) await touchSession(userId, { session, nowMs: later });
      await prisma.$queryRawUnsafe(end);
      expect(await prisma.meta.count({ where: { key: long } })).toBe(0);
      await writes[0]?.();
      useDatabase(null);
      await database.close();
      await fresh.remove();
    });
  }

  test("because another server has it still", async () => {
    const fresh = await makeDatabase("sqlite");
    const before = createDatabase(fresh.location);
    expect(isDatabaseAway(await errorOf(async () => createDatabase(fresh.location)))).toBe(true);
    await before.close();
    await createDatabase(fresh.location).close();
    await fresh.remove();
  });

  test("because the file that keeps others out cannot be made", async () => {
    const fresh = await makeDatabase("sqlite");
    const inTheWay = `${fresh.location.url.slice("file:".length)}.lock`;
    mkdirSync(inTheWay);
    expect(isDatabaseAway(await errorOf(async () => createDatabase(fresh.location)))).toBe(true);
    rmSync(inTheWay, { recursive: true });
    const database = createDatabase(fresh.location);
    expect(await database.prisma.user.count()).toBe(0);
    await database.close();
    await fresh.remove();
  });
});

describeOnEachEngine("a database that answers", (subject) => {
  test("is not away because of a mistake of ours", async () => {
    const { prisma } = subject;
    expect(isDatabaseAway(await errorOf(() => prisma.$queryRaw`SELECT nonsense FROM nowhere`))).toBe(false);
    await prisma.meta.create({ data: { key: "twice", value: "" } });
    expect(isDatabaseAway(await errorOf(() => prisma.meta.create({ data: { key: "twice", value: "" } })))).toBe(false);
    for (const other of [new Error("no"), "away", null, undefined, { code: 7 }])
      expect(isDatabaseAway(other)).toBe(false);
  });
});
