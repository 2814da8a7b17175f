import assert from "node:assert/strict";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { databaseLocation } from "@/lib/env";
import { seededRandom } from "@/lib/seeded-random";
import { type AppServer, withApps } from "./app-server";
import { failCommits } from "./busy-commit";
import { acknowledgedBy, requireUnavailable, type Seat, seatClass, sendAll, sendTheRest } from "./class-at-work";
import { type OtherProcess, openElsewhere } from "./other-process";
import type { Scenario, ScenarioOptions, Summary } from "./scenario";
import { openSchool } from "./school";
import { requireExactly, requireKept } from "./stored-answers";
import { withFolder } from "./temporary-folder";

const SIZE = { pupils: 4, devices: 2 };
/** How long the server waits for the other program, ms: short, so that its patience ends often. */
const PATIENCE_MS = 500;
/** A lock that goes by, ms. */
const BRIEF_MS = 50;
/** One COMMIT that fails for so many locks. */
const LOCKS_PER_COMMIT = 5;

export const busy: Scenario = {
  name: "busy",
  sentence:
    "Another process that ignores our lock takes SQLite's own while 8 devices answer, for a moment or too long, at BEGIN, at a statement, at COMMIT: nobody is told “saved” without cause, reading goes on, and afterwards everything works without a restart.",
  counted: "locks",
  defaultCount: 200,
  run: runLocks,
};

/** What the other process takes and how it lets go. */
const LOCKS = {
  /** BEGIN of every transaction fails. */
  write: { take: "BEGIN IMMEDIATE", release: "ROLLBACK" },
  /** The same; and afterwards every session is so old that the next request begins with a write of its own, outside of a transaction. */
  sessions: {
    take: `BEGIN IMMEDIATE; UPDATE "Session" SET "lastSeenAt" = '2020-01-01T00:00:00.000+00:00'`,
    release: "COMMIT",
  },
  /** An old snapshot stops nobody. */
  read: { take: `BEGIN; SELECT COUNT(*) FROM "Operation"`, release: "COMMIT" },
} as const;
type Lock = keyof typeof LOCKS;

async function runLocks({ count, seed, say }: ScenarioOptions): Promise<Summary> {
  const random = seededRandom(seed);
  const totals = { locks: 0, refused: 0, waited: 0, readWhileLocked: 0, acknowledged: 0, failedCommits: 0 };
  await withFolder((folder) =>
    withApps(async (start) => {
      const file = join(folder, "school.db");
      const location = databaseLocation(`file:${file}`, folder);
      const school = await openSchool(location, SIZE);
      const env = { DATABASE_CONNECT_TIMEOUT_MS: String(PATIENCE_MS) };
      const whole = await openElsewhere(file);
      await whole.run("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE");
      const app = await start({ databaseUrl: location.url, env, readyPath: "/api/health" });
      const seats = await seatClass(school, { baseUrls: [app.baseUrl], random });
      // Not even opening the file is possible.
      for (const reply of await sendAll(seats)) requireUnavailable(reply);
      await whole.end();
      await sendTheRest(seats);
      const other = await openElsewhere(file);
      try {
        while (totals.locks < count) {
          const lock = (Object.keys(LOCKS) as Lock[])[Math.floor(random() * 3)] ?? "write";
          const done =
            random() < 0.5 ? await lockForLong({ lock, other, app, seats }) : await lockBriefly({ lock, other, seats });
          totals.locks += 1;
          totals.refused += done.refused;
          totals.waited += done.waited;
          totals.readWhileLocked += done.read;
          requireKept(file, seats);
          if (totals.locks % 50 === 0)
            say(`${totals.locks} locks, ${acknowledgedBy(seats).length} answers acknowledged`);
        }
        await app.stop();
        await requireExactly(location, seats);
        totals.acknowledged = acknowledgedBy(seats).length;
      } finally {
        await other.end();
      }
    }),
  );
  totals.failedCommits = await failCommits(Math.ceil(count / LOCKS_PER_COMMIT), random);
  return { ...totals, lost: 0, doubled: 0 };
}

interface Done {
  /** Requests answered 503. */
  readonly refused: number;
  /** Requests answered 200 that came while a lock in their way was held. */
  readonly waited: number;
  /** Sessions read while the lock was held. */
  readonly read: number;
}

/** The lock stays until everybody has been refused. Reading goes on meanwhile, and the process answers. */
async function lockForLong(given: {
  readonly lock: Lock;
  readonly other: OtherProcess;
  readonly app: AppServer;
  readonly seats: readonly Seat[];
}): Promise<Done> {
  const { lock, other, app, seats } = given;
  await other.run(LOCKS[lock].take);
  const sending = sendAll(seats);
  const health = await fetch(`${app.baseUrl}/api/health`);
  assert.equal(health.status, 200);
  const reads = await Promise.all(seats.map(({ pupil }) => pupil.readSession()));
  for (const read of reads) assert.equal(read.status, 200, read.text);
  const replies = await sending;
  if (lock === "read") for (const reply of replies) assert.equal(reply?.status, 200, reply?.text);
  else for (const reply of replies) requireUnavailable(reply);
  await other.run(LOCKS[lock].release);
  await sendTheRest(seats);
  return { refused: lock === "read" ? 0 : seats.length, waited: 0, read: reads.length };
}

/** The lock is gone after a moment: who came meanwhile has waited, or is refused and comes again. */
async function lockBriefly(given: {
  readonly lock: Lock;
  readonly other: OtherProcess;
  readonly seats: readonly Seat[];
}): Promise<Done> {
  const { lock, other, seats } = given;
  await other.run(LOCKS[lock].take);
  const sending = sendAll(seats);
  await sleep(BRIEF_MS);
  await other.run(LOCKS[lock].release);
  const replies = await sending;
  const refused = replies.filter((reply) => reply?.status !== 200);
  for (const reply of refused) requireUnavailable(reply);
  await sendTheRest(seats);
  return { refused: refused.length, waited: lock === "read" ? 0 : replies.length - refused.length, read: 0 };
}
