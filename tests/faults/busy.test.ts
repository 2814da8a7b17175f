import { join } from "node:path";
import { expect, test } from "vitest";
import { recordOperations } from "@/lib/data/answers";
import { db } from "@/lib/data/client";
import { isDatabaseAway } from "@/lib/data/database-away";
import { withDatabase } from "@/lib/data/with-database";
import { databaseLocation } from "@/lib/env";
import { busy } from "./busy";
import { operationMaker } from "./operations";
import { type OtherProcess, openElsewhere } from "./other-process";
import { openSchool, type School } from "./school";
import { withFolder } from "./temporary-folder";

test("a file that another process has locked loses nothing, and needs no restart", async () => {
  const summary = await busy.run({ count: 10, seed: 1, say: () => {} });
  expect(summary).toMatchObject({ locks: 10, failedCommits: 2, lost: 0, doubled: 0 });
  expect(summary.refused).toBeGreaterThan(0);
  expect(summary.waited).toBeGreaterThan(0);
});

/** The app's database in this process, and the same file in another. */
async function besideAnother(
  use: (given: { readonly school: School; readonly other: OtherProcess }) => Promise<void>,
  { connectTimeoutMs = 60_000 } = {},
): Promise<void> {
  await withFolder(async (folder) => {
    const file = join(folder, "school.db");
    const location = databaseLocation(`file:${file}`, folder);
    const school = await openSchool(location, { pupils: 1, devices: 1 });
    await withDatabase(
      location,
      async () => {
        const other = await openElsewhere(file);
        await use({ school, other }).finally(() => other.end());
      },
      { connectTimeoutMs },
    );
  });
}

test("whoever waits for a lock does not stop the process, nor those who read", async () => {
  await besideAnother(async ({ other }) => {
    await other.run("BEGIN IMMEDIATE");
    const written = Promise.all([
      db().meta.create({ data: { key: "one", value: "" } }),
      db().$transaction((tx) => tx.meta.create({ data: { key: "two", value: "" } })),
    ]);
    expect(await db().meta.count({ where: { key: { in: ["one", "two"] } } })).toBe(0);
    // Only this process, which would stand still, makes the other one let go.
    await other.run("ROLLBACK");
    await written;
    expect(await db().meta.count({ where: { key: { in: ["one", "two"] } } })).toBe(2);
  });
});

test("patience ends: a statement, a transaction and answers then say that the database is away", async () => {
  await besideAnother(
    async ({ school, other }) => {
      const { cards, pupils } = school;
      const [pupil] = pupils;
      if (!pupil) throw new Error("an empty school");
      const makeOperation = operationMaker({ cards, random: () => 0.5, nowMs: Date.now });
      const attempts = () => [
        db().meta.updateMany({ data: { value: "changed" } }),
        db().$transaction((tx) => tx.meta.count()),
        recordOperations(pupil.userId, { ops: [makeOperation()], sentAt: Date.now(), receivedAt: Date.now() }),
      ];
      await other.run("BEGIN IMMEDIATE");
      for (const outcome of await Promise.allSettled(attempts()))
        expect(outcome.status === "rejected" && isDatabaseAway(outcome.reason)).toBe(true);
      await other.run("ROLLBACK");
      await Promise.all(attempts());
      expect(await db().operation.count()).toBe(1);
    },
    { connectTimeoutMs: 50 },
  );
});

test("with a write-ahead log no lock of another process makes COMMIT fail", async () => {
  await besideAnother(async ({ other }) => {
    const tries = {
      "an old snapshot": { take: "BEGIN; SELECT COUNT(*) FROM Meta", release: "COMMIT" },
      "folding the log into the file": { take: "PRAGMA wal_checkpoint(PASSIVE)", release: "SELECT 1" },
      "emptying the log": { take: "PRAGMA busy_timeout = 0; PRAGMA wal_checkpoint(TRUNCATE)", release: "SELECT 1" },
    };
    for (const [name, { take, release }] of Object.entries(tries)) {
      await db().$transaction(async (tx) => {
        await tx.meta.create({ data: { key: name, value: "" } });
        await other.run(take);
      });
      await other.run(release);
    }
    // What would be in the way cannot be had while the app has the file open and a transaction in it.
    await db().$transaction(async (tx) => {
      await tx.meta.create({ data: { key: "the whole file", value: "" } });
      await expect(other.run("BEGIN IMMEDIATE")).rejects.toThrow("SQLITE_BUSY");
      await expect(other.run("BEGIN EXCLUSIVE")).rejects.toThrow("SQLITE_BUSY");
      await expect(other.run("PRAGMA journal_mode = DELETE")).rejects.toThrow("SQLITE_BUSY");
    });
    expect(await db().meta.count({ where: { key: { in: [...Object.keys(tries), "the whole file"] } } })).toBe(4);
  });
});
