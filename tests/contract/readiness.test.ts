// Whether the app can do its work, for load balancers, and whether pages can be made at all.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import { useDatabase } from "@/lib/data/client";
import { createDatabase, type Database, type Engine } from "@/lib/data/engine/database";
import { MIGRATIONS } from "@/lib/data/generated/migrations";
import { isDatabasePresent, requireReady } from "@/lib/data/readiness";
import { databaseLocation } from "@/lib/env";
import { startRelay } from "../relay";
import { describeOnEachEngine, ENGINES, makeDatabase } from "./harness";

const NOT_READY = { code: "unavailable", status: 503, retryAfterSeconds: 5, message: "unavailable" };

/** What was answered before is given to everybody for half a second: each test begins behind that. */
function forgetPresence(): void {
  Reflect.deleteProperty(globalThis, Symbol.for("termwise.database-presence"));
}

describeOnEachEngine("readiness", (subject) => {
  afterEach(forgetPresence);

  const mark = (column: string, name: string) =>
    subject.prisma.$executeRawUnsafe(
      `UPDATE "_prisma_migrations" SET "${column}" = ${column === "finished_at" ? "NULL" : "'2026-01-01 00:00:00'"} WHERE "migration_name" = '${name}'`,
    );
  const add = (name: string, finishedAt: Date | null) =>
    subject.prisma
      .$executeRaw`INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name", "started_at", "finished_at", "applied_steps_count") VALUES (${name}, '0', ${name}, ${new Date(0)}, ${finishedAt}, 1)`;

  test("when everything this build needs is there", async () => {
    await requireReady();
    expect(await isDatabasePresent()).toBe(true);
  });

  test("also when a newer build has migrated further", async () => {
    await add("99999999999998_newer", new Date(0));
    await requireReady();
  });

  test("not while a migration is unfinished", async () => {
    await add("99999999999999_half", null);
    await expect(requireReady()).rejects.toMatchObject(NOT_READY);
    await mark("rolled_back_at", "99999999999999_half");
    await requireReady();
  });

  test("not when one is missing that this build needs, or none was ever applied", async () => {
    const [first = ""] = MIGRATIONS;
    await mark("rolled_back_at", first);
    await expect(requireReady()).rejects.toMatchObject(NOT_READY);
    // Pages are another matter: what is there can be read.
    expect(await isDatabasePresent()).toBe(true);
    await subject.prisma.$executeRawUnsafe(`DROP TABLE "_prisma_migrations"`);
    await expect(requireReady()).rejects.toMatchObject(NOT_READY);
    forgetPresence();
    expect(await isDatabasePresent()).toBe(false);
  });
});

describe.each(ENGINES)("a database of %s that is not migrated", (engine: Engine) => {
  test("is neither ready nor present", async () => {
    const fresh = await makeDatabase(engine, { migrated: false });
    const database = createDatabase(fresh.location);
    useDatabase(database);
    await expect(requireReady()).rejects.toMatchObject(NOT_READY);
    expect(await isDatabasePresent()).toBe(false);
    useDatabase(null);
    forgetPresence();
    await database.close();
    await fresh.remove();
  });
});

describe("a database that cannot be read", () => {
  let database: Database | undefined;
  afterEach(async () => {
    useDatabase(null);
    await database?.close();
    forgetPresence();
  });

  test("a file that is none is not present, and throws nothing", async () => {
    const folder = mkdtempSync(join(tmpdir(), "termwise-spoilt-"));
    const file = join(folder, "spoilt.db");
    writeFileSync(file, "This is a text and no database. ".repeat(200));
    database = createDatabase(databaseLocation(`file:${file}`, folder));
    useDatabase(database);
    expect(await isDatabasePresent()).toBe(false);
    await expect(requireReady()).rejects.toMatchObject(NOT_READY);
    await database.close();
    database = undefined;
    rmSync(folder, { recursive: true });
  });

  test("a server that hangs is asked once, not by every page, and noticed when it is back", async () => {
    const fresh = await makeDatabase("postgresql");
    const url = new URL(fresh.location.url);
    const relay = await startRelay(Number(url.port));
    url.port = String(relay.port);
    database = createDatabase(databaseLocation(url.href, "/"), { poolSize: 2, statementTimeoutMs: 60_000 });
    useDatabase(database);
    expect(await isDatabasePresent()).toBe(true);
    relay.freeze();
    forgetPresence();
    const asked = vi.spyOn(database.prisma, "$queryRaw");
    expect(await Promise.all([1, 2, 3].map(() => isDatabasePresent()))).toEqual([false, false, false]);
    await expect(requireReady()).rejects.toMatchObject(NOT_READY);
    expect(await isDatabasePresent()).toBe(false);
    // The pages' question and the load balancer's.
    expect(asked).toHaveBeenCalledTimes(2);
    await relay.restore();
    while (!(await isDatabasePresent())) await new Promise((resolve) => setImmediate(resolve));
    await requireReady();
    await relay.stop();
    await fresh.remove();
  });

  test("a pool without a free connection makes the app not ready within three seconds", async () => {
    const fresh = await makeDatabase("postgresql");
    database = createDatabase(fresh.location, { poolSize: 1, connectTimeoutMs: 60_000 });
    useDatabase(database);
    const { prisma } = database;
    let finish = () => {};
    const held = new Promise<void>((resolve) => (finish = resolve));
    const holding = new Promise<void>((begun) => {
      void prisma.$transaction(async (tx) => {
        await tx.user.count();
        begun();
        await held;
      });
    });
    await holding;
    await expect(requireReady()).rejects.toMatchObject(NOT_READY);
    finish();
    await requireReady();
    await database.close();
    database = undefined;
    await fresh.remove();
  });
});
