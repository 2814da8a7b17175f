import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { databaseLocation } from "@/lib/env";
import { seededRandom } from "@/lib/seeded-random";
import type { OperationId } from "@/lib/srs/types";
import { type PostgresServer, startPostgres } from "@/scripts/embedded-postgres";
import { type AppServer, withApps } from "./app-server";
import { acknowledgedBy, requireUnavailable, type Seat, seatClass, sumOver } from "./class-at-work";
import type { Scenario, ScenarioOptions, Summary } from "./scenario";
import { openSchool } from "./school";
import { requireAcknowledged, requireExactly } from "./stored-answers";

/** 8 requests at a time, half of them at each server. */
const SIZE = { pupils: 4, devices: 2 };
const SERVERS = 2;
/** From the beginning of the work to the crash, and from there to the restart, at most, ms. */
const LIFE_MS = 400;
const DOWN_MS = 600;
/** A client that was refused comes again after so long, ms. */
const RETRY_MS = 50;
/** So often after the restart, and then something does not recover. */
const RETRIES_MAX = 1_200;

export const postgres: Scenario = {
  name: "postgres",
  sentence:
    "PostgreSQL crashes (SIGQUIT or SIGKILL) and starts again while 8 devices answer at two servers: meanwhile these say 503 and when to come again, afterwards they go on without a restart, every acknowledged answer is there, none twice.",
  counted: "crashes",
  defaultCount: 200,
  run: runCrashes,
};

async function runCrashes({ count, seed, say }: ScenarioOptions): Promise<Summary> {
  const random = seededRandom(seed);
  const totals = { crashes: 0, refused: 0, acknowledged: 0, storedBefore: 0 };
  const server = await startPostgres({ durable: true });
  try {
    await withApps(async (start) => {
      await server.createDatabase("school");
      const location = databaseLocation(server.url("school"), "/");
      const school = await openSchool(location, SIZE);
      const apps: AppServer[] = [];
      while (apps.length < SERVERS) apps.push(await start({ databaseUrl: location.url }));
      const seats = await seatClass(school, { baseUrls: apps.map(({ baseUrl }) => baseUrl), random });
      while (totals.crashes < count) {
        totals.refused += await crashAtWork({ server, apps, seats, random });
        totals.crashes += 1;
        requireAcknowledged(await storedIds(location.url), seats);
        if (totals.crashes % 25 === 0)
          say(
            `${totals.crashes} crashes, ${acknowledgedBy(seats).length} answers acknowledged, all of them there once`,
          );
      }
      await Promise.all(apps.map((app) => app.stop()));
      await requireExactly(location, seats);
      totals.acknowledged = acknowledgedBy(seats).length;
      totals.storedBefore = sumOver(seats, ({ duplicates }) => duplicates);
    });
  } finally {
    await server.stop();
  }
  return { ...totals, lost: 0, doubled: 0 };
}

/** One crash while everybody answers. Returns how many requests were refused. */
async function crashAtWork(given: {
  readonly server: PostgresServer;
  readonly apps: readonly AppServer[];
  readonly seats: readonly Seat[];
  readonly random: () => number;
}): Promise<number> {
  const { server, apps, seats, random } = given;
  const time = { isOver: false };
  const working = Promise.all(seats.map((seat) => answerThrough(seat, time)));
  await sleep(random() * LIFE_MS);
  await server.crash(random() < 0.5 ? "SIGQUIT" : "SIGKILL");
  for (const { baseUrl } of apps) {
    assert.equal((await fetch(`${baseUrl}/api/health`)).status, 200);
    assert.equal((await fetch(`${baseUrl}/api/ready`)).status, 503);
  }
  await sleep(random() * DOWN_MS);
  await server.restart();
  time.isOver = true;
  const refused = await working;
  for (const { baseUrl } of apps) assert.equal((await fetch(`${baseUrl}/api/ready`)).status, 200);
  return refused.reduce((sum, each) => sum + each, 0);
}

/** Answers until the time is over and the server has taken everything. Returns how often it was refused meanwhile. */
async function answerThrough({ pupil, makeOperations }: Seat, time: { readonly isOver: boolean }): Promise<number> {
  let retries = 0;
  let refused = 0;
  for (;;) {
    if (pupil.pending.length === 0) {
      if (time.isOver) return refused;
      pupil.pending.push(...makeOperations());
    }
    const reply = await pupil.send();
    if (reply?.status === 200) continue;
    requireUnavailable(reply);
    refused += 1;
    if (time.isOver) retries += 1;
    assert.ok(retries < RETRIES_MAX, "the server does not recover");
    await sleep(RETRY_MS);
  }
}

async function storedIds(url: string): Promise<OperationId[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ id: OperationId }>('SELECT "id" FROM "Operation"');
    return rows.map(({ id }) => id);
  } finally {
    await client.end();
  }
}
