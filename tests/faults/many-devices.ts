// One learner's operations reach the server several times at once, over several devices, in any order.

import assert from "node:assert/strict";
import fc from "fast-check";
import { recordOperations } from "@/lib/data/answers";
import { db } from "@/lib/data/client";
import { seededRandom } from "@/lib/seeded-random";
import type { CardId, Operation, OperationId, UserId } from "@/lib/srs/types";
import { operationMaker } from "./operations";
import type { School } from "./school";

/** Noon in UTC on 2031-05-06. */
export const NOON_MS = Date.UTC(2031, 4, 6, 12);
const DEVICES = 3;
const HOURS = 3_600_000;

/** One sending of one operation: over which device, after how many turns of the event loop. */
interface Sending {
  readonly operation: number;
  readonly device: number;
  readonly turns: number;
}
export interface DeliveryPlan {
  readonly seed: number;
  readonly operations: number;
  /** For each of two learners: what goes out, in this order. Both get the same, in another order. */
  readonly orders: readonly [readonly Sending[], readonly Sending[]];
}

const sendings = (operations: number): fc.Arbitrary<readonly Sending[]> =>
  fc
    .tuple(
      ...Array.from({ length: operations }, (_, operation) =>
        fc.array(
          fc.record({
            operation: fc.constant(operation),
            device: fc.nat({ max: DEVICES - 1 }),
            turns: fc.nat({ max: 12 }),
          }),
          { minLength: 2, maxLength: 10 },
        ),
      ),
    )
    .chain((all) => fc.shuffledSubarray(all.flat(), { minLength: all.flat().length }));

export const DELIVERY_PLANS: fc.Arbitrary<DeliveryPlan> = fc.integer({ min: 1, max: 6 }).chain((operations) =>
  fc.record({
    seed: fc.nat(),
    operations: fc.constant(operations),
    orders: fc.tuple(sendings(operations), sendings(operations)),
  }),
);

/**
 * Carries out a plan for two learners. Returns how many requests that took.
 *
 * @throws AssertionError unless each operation was applied once and the two learners end up with the same log and the same states
 */
export async function deliverToTwo(
  plan: DeliveryPlan,
  { cards, learners }: { readonly cards: School["cards"]; readonly learners: readonly [UserId, UserId] },
): Promise<number> {
  const operations = operationsOf(plan, cards);
  for (const [place, learner] of learners.entries()) await deliver(learner, plan.orders[place] ?? [], operations);
  const [one, other] = await Promise.all(learners.map(storedOf));
  assert.deepEqual(one?.log.map(({ id }) => id).sort(), operations.map(({ id }) => id).sort());
  assert.deepEqual(one, other, "the order of arrival makes a difference");
  return plan.orders.flat().length;
}

/** Few cards, so that operations meet; hours apart, so that days pass. */
function operationsOf({ seed, operations }: DeliveryPlan, cards: readonly CardId[]): readonly Operation[] {
  const random = seededRandom(seed);
  let nowMs = NOON_MS;
  const make = operationMaker({ cards: cards.slice(0, 3), random, nowMs: () => nowMs });
  return Array.from({ length: operations }, () => {
    nowMs += random() * 20 * HOURS;
    nowMs = Math.round(nowMs);
    return make();
  });
}

/** Every device sends one request after another, and all devices at once. */
async function deliver(userId: UserId, order: readonly Sending[], operations: readonly Operation[]): Promise<void> {
  const sentAt = NOON_MS + 30 * 24 * HOURS;
  const applied = new Map<OperationId, number>();
  const sendOver = async (device: number) => {
    const requests: Promise<void>[] = [];
    for (const { operation, turns } of order.filter((sending) => sending.device === device)) {
      const op = operations[operation];
      if (!op) throw new Error("Inconsistent: a plan with an operation that is not there");
      for (let turn = 0; turn < turns; turn += 1) await new Promise((resolve) => setImmediate(resolve));
      const request = recordOperations(userId, { ops: [op], sentAt, receivedAt: sentAt }).then(([result]) => {
        assert.ok(result?.status === "applied" || result?.status === "duplicate", JSON.stringify(result));
        if (result.status === "applied") applied.set(op.id, (applied.get(op.id) ?? 0) + 1);
      });
      requests.push(request);
    }
    await Promise.all(requests);
  };
  await Promise.all(Array.from({ length: DEVICES }, (_, device) => sendOver(device)));
  for (const { id } of operations) assert.equal(applied.get(id), 1, `${id} was applied ${applied.get(id)} times`);
}

/** The log and the states, without what differs between learners. */
async function storedOf(userId: UserId) {
  const log = await db().operation.findMany({ where: { userId }, orderBy: { id: "asc" }, omit: { userId: true } });
  const states = await db().cardState.findMany({
    where: { userId },
    orderBy: { cardId: "asc" },
    omit: { userId: true },
  });
  return { log, states };
}
