// The way around Prisma's client: same database, same lock, same values.

import { describe, expect, test } from "vitest";
import { db, rawDb } from "@/lib/data/client";
import { Prisma } from "@/lib/data/generated/sqlite/client";
import { describeOnEachEngine } from "./harness";

const INSERT = (key: string, value = "") => Prisma.sql`INSERT INTO "Meta" ("key", "value") VALUES (${key}, ${value})`;
const keys = async (prefix: string) => {
  const rows = await db().meta.findMany({ where: { key: { startsWith: prefix } }, orderBy: { key: "asc" } });
  return rows.map(({ key }) => key);
};

describeOnEachEngine("the raw database", () => {
  test("keeps and returns values as Prisma's client does", async () => {
    const createdAt = new Date("2026-05-06T07:08:09.123Z");
    await rawDb()
      .$executeRaw`INSERT INTO "User" ("id", "kind", "createdAt", "lastSeenAt") VALUES (${"raw"}, ${"guest"}, ${createdAt}, ${createdAt})`;
    expect(await db().user.findUnique({ where: { id: "raw" } })).toMatchObject({ createdAt, username: null });
    const select = Prisma.sql`SELECT "id", "createdAt", "username" FROM "User" WHERE "id" = ${"raw"}`;
    const rows = await rawDb().$queryRaw<object[]>(select);
    expect(rows).toEqual([{ id: "raw", createdAt, username: null }]);
    expect(await db().$queryRaw(select)).toEqual(rows);
  });

  test("says how many rows were written", async () => {
    await rawDb().$executeRaw(INSERT("count-1"));
    await rawDb().$executeRaw(INSERT("count-2"));
    expect(await rawDb().$executeRaw`UPDATE "Meta" SET "value" = ${"x"} WHERE "key" LIKE 'count-%'`).toBe(2);
  });

  test("a transaction that fails leaves nothing, and does not stand in the way of the next", async () => {
    const failing = rawDb().transaction(async (tx) => {
      await tx.$executeRaw(INSERT("failing-1"));
      throw new Error("on purpose");
    });
    await expect(failing).rejects.toThrow("on purpose");
    const broken = rawDb().transaction(async (tx) => {
      await tx.$executeRaw(INSERT("failing-2"));
      await tx.$executeRaw`INSERT INTO "Nowhere" VALUES (1)`;
    });
    await expect(broken).rejects.toThrow();
    await rawDb().transaction((tx) => Promise.resolve(tx.$executeRaw(INSERT("failing-not"))));
    expect(await keys("failing")).toEqual(["failing-not"]);
  });

  test("nothing acknowledged is lost beside transactions of either kind that fail", async () => {
    const rounds = Array.from({ length: 30 }, (_, round) => String(round).padStart(2, "0"));
    const fail = () => {
      throw new Error("on purpose");
    };
    const work = rounds.flatMap((round) => [
      db().$transaction(async (tx) => {
        await tx.meta.create({ data: { key: `lost-prisma-${round}`, value: "" } });
        await tx.meta.count();
        fail();
      }),
      rawDb().$executeRaw(INSERT(`kept-raw-${round}`)),
      rawDb().transaction(async (tx) => {
        await tx.$executeRaw(INSERT(`lost-raw-${round}`));
        await tx.$queryRaw`SELECT 1 AS "one"`;
        fail();
      }),
      db().meta.create({ data: { key: `kept-prisma-${round}`, value: "" } }),
      rawDb().transaction((tx) => Promise.resolve(tx.$executeRaw(INSERT(`kept-together-${round}`)))),
    ]);
    await Promise.allSettled(work);
    expect(await keys("lost")).toEqual([]);
    const kept = ["kept-prisma", "kept-raw", "kept-together"];
    expect(await keys("kept")).toEqual(kept.flatMap((name) => rounds.map((round) => `${name}-${round}`)));
  });
});

describe("statements that are kept prepared", () => {
  describeOnEachEngine("more of them than are kept", () => {
    test("still give their own answers", async () => {
      for (const width of [...Array.from({ length: 450 }, (_, index) => index + 1), 1, 2, 3]) {
        const numbers = Prisma.join(
          Array.from({ length: width }, (_, index) => Prisma.sql`SELECT ${index} AS "n"`),
          " UNION ALL ",
        );
        const rows = await rawDb().$queryRaw<
          { all: number | bigint }[]
        >`SELECT COUNT(*) AS "all" FROM (${numbers}) AS x`;
        expect(Number(rows[0]?.all)).toBe(width);
      }
    });
  });
});
