import { createServer, type Server } from "node:net";
import pg from "pg";
import { afterEach, describe, expect, test } from "vitest";
import { useDatabase } from "@/lib/data/client";
import { isDatabaseAway } from "@/lib/data/database-away";
import { createDatabase, type Database } from "@/lib/data/engine/database";
import { databaseLocation } from "@/lib/env";
import { freePort } from "@/scripts/free-port";
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
