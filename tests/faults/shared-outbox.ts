// Browsers of one learner, with clocks that are wrong by up to two days, each with two tabs and a worker that send the same outbox at once.

import assert from "node:assert/strict";
import fc from "fast-check";
import { recordOperations } from "@/lib/data/answers";
import { db } from "@/lib/data/client";
import { DEFAULT_ROLLOVER_HOUR } from "@/lib/data/settings-defaults";
import { seededRandom } from "@/lib/seeded-random";
import type { ReviewsRequest } from "@/lib/srs/session-payload";
import { studyDayAt } from "@/lib/srs/study-day";
import type { Operation, OperationId, UserId } from "@/lib/srs/types";
import {
  type BrowserStorage,
  type Device,
  type DeviceClock,
  makeStorage,
  type Network,
  openDevice,
} from "./browser-device";
import { NOON_MS } from "./many-devices";
import { operationMaker } from "./operations";
import type { School } from "./school";

const DAY_MS = 86_400_000;
/** Below this difference the server leaves a device's times as they are. */
const CLOCK_TOLERANCE_MS = 60_000;
/** Two tabs and a worker. */
const SENDERS = 3;
const ZONES = ["UTC", "Asia/Shanghai", "America/New_York", "Pacific/Auckland"];

interface Step {
  readonly afterMs: number;
  readonly browser: number;
  readonly sender: number;
  readonly answers: number;
  readonly online: boolean;
}
export interface OutboxPlan {
  readonly seed: number;
  /** Of each browser: by how much its clock is ahead, and whether its tabs and worker take turns. */
  readonly browsers: readonly { readonly aheadMs: number; readonly takesTurns: boolean }[];
  readonly steps: readonly Step[];
}

export const OUTBOX_PLANS: fc.Arbitrary<OutboxPlan> = fc.record({
  seed: fc.nat(),
  browsers: fc.array(
    fc.record({ aheadMs: fc.integer({ min: -2 * DAY_MS, max: 2 * DAY_MS }), takesTurns: fc.boolean() }),
    { minLength: 2, maxLength: 2 },
  ),
  steps: fc.array(
    fc.record({
      afterMs: fc.integer({ min: 0, max: DAY_MS }),
      browser: fc.nat({ max: 1 }),
      sender: fc.nat({ max: SENDERS - 1 }),
      answers: fc.integer({ min: 1, max: 3 }),
      online: fc.boolean(),
    }),
    { minLength: 1, maxLength: 6 },
  ),
});

/** The one true time, and the network for all. */
interface World {
  nowMs: number;
  online: boolean;
  requests: number;
  readonly applied: Map<OperationId, number>;
}

interface MadeOperation {
  readonly operation: Operation;
  /** True time. */
  readonly madeAt: number;
  readonly aheadMs: number;
}

/**
 * Carries out a plan. Returns how many requests that took.
 *
 * @throws AssertionError unless each operation was applied once and stands at the true time and study day of its answer
 */
export async function sendFromAllTabs(
  plan: OutboxPlan,
  { cards, userId }: { readonly cards: School["cards"]; readonly userId: UserId },
): Promise<number> {
  const world: World = { nowMs: NOON_MS, online: true, requests: 0, applied: new Map() };
  const random = seededRandom(plan.seed);
  const browsers = plan.browsers.map((browser) => openBrowser({ ...browser, world, userId, random }));
  const makers = browsers.map(({ clock }) => operationMaker({ cards, random, nowMs: () => clock.nowMs }));
  const made: MadeOperation[] = [];
  for (const step of plan.steps) {
    world.nowMs += step.afterMs;
    world.online = step.online;
    const browser = browsers[step.browser];
    const device = browser?.senders[step.sender];
    const make = makers[step.browser];
    if (!browser || !device || !make) throw new Error("Inconsistent: a plan with a sender that is not there");
    const timeZone = ZONES[Math.floor(random() * ZONES.length)] ?? "UTC";
    const operations = Array.from({ length: step.answers }, () => ({ ...make(), timeZone }));
    for (const operation of operations) made.push({ operation, madeAt: world.nowMs, aheadMs: browser.aheadMs });
    await device.sync.enqueue(operations);
    // Time stands still while anything is under way.
    await Promise.all(browsers.flatMap(({ senders }) => senders.map((each) => each.atRest())));
  }
  world.online = true;
  await Promise.all(browsers.flatMap(({ senders }) => senders.map((each) => each.sync.wake())));
  for (const { senders, storage } of browsers) {
    for (const { store, sync } of senders) {
      assert.deepEqual(await store.counts(), { pending: 0, rejected: 0 });
      sync.stop();
    }
    await storage.remove();
  }
  for (const { operation } of made) assert.equal(world.applied.get(operation.id), 1);
  await requireTrueTimes(userId, made);
  return world.requests;
}

interface Browser {
  readonly aheadMs: number;
  readonly clock: DeviceClock;
  readonly storage: BrowserStorage;
  readonly senders: readonly Device[];
}

function openBrowser(given: {
  readonly aheadMs: number;
  readonly takesTurns: boolean;
  readonly world: World;
  readonly userId: UserId;
  readonly random: () => number;
}): Browser {
  const { aheadMs, takesTurns, world, userId, random } = given;
  const clock = {
    get nowMs() {
      return world.nowMs + aheadMs;
    },
    set nowMs(nowMs: number) {
      world.nowMs = nowMs - aheadMs;
    },
  };
  const storage = makeStorage();
  const network = networkOf(world, userId);
  let last: Promise<void> = Promise.resolve();
  const exclusively = (run: () => Promise<void>) => {
    if (!takesTurns) return run();
    last = last.then(run, run);
    return last;
  };
  const senders = Array.from({ length: SENDERS }, () =>
    openDevice({ userId, storage, network, clock, random, exclusively }),
  );
  return { aheadMs, clock, storage, senders };
}

/** The server's own work, without HTTP, at the true time. */
function networkOf(world: World, userId: UserId): Network {
  return {
    async fetch(_path, { body }) {
      if (!world.online) throw new TypeError("Failed to fetch");
      const { ops, sentAt } = JSON.parse(String(body)) as ReviewsRequest;
      world.requests += 1;
      const results = await recordOperations(userId, { ops, sentAt, receivedAt: world.nowMs });
      for (const { id, status } of results)
        if (status === "applied") world.applied.set(id, (world.applied.get(id) ?? 0) + 1);
      return Response.json({ results });
    },
  };
}

async function requireTrueTimes(userId: UserId, made: readonly MadeOperation[]): Promise<void> {
  const rows = await db().operation.findMany({
    where: { userId },
    select: { id: true, answeredAt: true, studyDay: true },
    orderBy: { id: "asc" },
  });
  const expected = made.map(({ operation, madeAt, aheadMs }) => {
    const answeredAt = Math.abs(aheadMs) > CLOCK_TOLERANCE_MS ? madeAt : madeAt + aheadMs;
    const { id, timeZone } = operation;
    const studyDay = studyDayAt({ instantMs: answeredAt, timeZone, rolloverHour: DEFAULT_ROLLOVER_HOUR });
    return { id, answeredAt, studyDay };
  });
  assert.deepEqual(
    rows.map(({ id, answeredAt, studyDay }) => ({ id, answeredAt: Number(answeredAt), studyDay })),
    expected.sort((a, b) => (a.id < b.id ? -1 : 1)),
  );
}
