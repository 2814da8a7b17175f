// A database server that neither answers nor hangs up: its machine is frozen, or the network between is gone.

import { afterEach, beforeEach, expect, test } from "vitest";
import { isDatabaseAway } from "@/lib/data/database-away";
import { createDatabase, type Database } from "@/lib/data/engine/database";
import { databaseLocation } from "@/lib/env";
import { type Relay, startRelay } from "../relay";
import { type FreshDatabase, makeDatabase } from "./harness";

let fresh: FreshDatabase;
let relay: Relay;
let database: Database;
beforeEach(async () => {
  fresh = await makeDatabase("postgresql");
  const url = new URL(fresh.location.url);
  relay = await startRelay(Number(url.port));
  url.port = String(relay.port);
  database = createDatabase(databaseLocation(url.href, "/"), {
    poolSize: 2,
    connectTimeoutMs: 5_000,
    statementTimeoutMs: 2_000,
  });
});
afterEach(async () => {
  await relay.restore();
  await database.close();
  await relay.stop();
  await fresh.remove();
});

const away = async (work: PromiseLike<unknown>) =>
  isDatabaseAway(
    await Promise.resolve(work).then(
      () => null,
      (error: unknown) => error,
    ),
  );

test("statements fail, inside and outside of a transaction, and work again when it answers again", async () => {
  const { prisma } = database;
  let freeze = () => {};
  const frozen = new Promise<void>((resolve) => {
    freeze = () => {
      relay.freeze();
      resolve();
    };
  });
  const inside = prisma.$transaction(async (tx) => {
    await tx.user.count();
    await frozen;
    await tx.user.count();
  });
  await prisma.user.count();
  freeze();
  expect(await Promise.all([away(inside), away(prisma.user.count())])).toEqual([true, true]);
  expect(await away(prisma.user.count())).toBe(true);
  await relay.restore();
  expect(await prisma.user.count()).toBe(0);
  expect(await prisma.$transaction((tx) => tx.user.count())).toBe(0);
});
