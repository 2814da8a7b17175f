import "server-only";
import { db, engine } from "./client";
import type { Tx } from "./sql-dialect";
import { countingFailures, type ThrottlePolicy, waitMs } from "./throttle-delay";

/** What is counted: an account or an address (hashed by the caller), and how. */
export interface ThrottleKey {
  readonly key: string;
  readonly policy: ThrottlePolicy;
}

export type Claim = { readonly allowed: true } | { readonly allowed: false; readonly retryAfterSeconds: number };

/** Counts are kept this long after the last failure. */
const KEPT_MS = 3 * 86_400_000;

/**
 * Asks for one try and counts it as failed under every key, BEFORE it is made: of a hundred tries sent at once only the free ones get
 * through. A try that turns out well is taken back by `forgiveAttempt`. A refused one counts nothing, so waiting always helps.
 */
export async function claimAttempt(keys: readonly ThrottleKey[], nowMs: number): Promise<Claim> {
  const sorted = [...keys].sort((a, b) => (a.key < b.key ? -1 : 1));
  return db().$transaction(async (tx) => {
    await lockKeys(tx, sorted);
    const rows = await tx.throttle.findMany({ where: { key: { in: sorted.map(({ key }) => key) } } });
    const counts = new Map(
      rows.map((row) => [row.key, { failures: row.failures, lastFailureAt: row.lastFailureAt.getTime() }]),
    );
    const waits = sorted.map(({ key, policy }) => {
      const count = counts.get(key);
      return count ? waitMs(count, policy, nowMs) : 0;
    });
    const longestMs = Math.max(0, ...waits);
    if (longestMs > 0) return { allowed: false, retryAfterSeconds: Math.ceil(longestMs / 1000) };
    for (const { key, policy } of sorted) {
      const count = counts.get(key);
      const failures = 1 + (count ? countingFailures(count, policy, nowMs) : 0);
      const data = { failures, lastFailureAt: new Date(nowMs) };
      await tx.throttle.upsert({ where: { key }, create: { key, ...data }, update: data });
    }
    return { allowed: true };
  });
}

/** Takes back one counted try. */
export async function forgiveAttempt(key: string): Promise<void> {
  await db().throttle.updateMany({ where: { key, failures: { gt: 0 } }, data: { failures: { decrement: 1 } } });
}

/** Forgets all failures under a key. */
export async function forgetFailures(key: string): Promise<void> {
  await db().throttle.deleteMany({ where: { key } });
}

/** Deletes counts that nobody has added to for days. Returns how many. */
export async function removeOldThrottles(nowMs: number): Promise<number> {
  const { count } = await db().throttle.deleteMany({ where: { lastFailureAt: { lt: new Date(nowMs - KEPT_MS) } } });
  return count;
}

/** On SQLite a transaction has the database to itself; on PostgreSQL the keys are locked until it ends, in a fixed order. */
async function lockKeys(tx: Tx, keys: readonly ThrottleKey[]): Promise<void> {
  if (engine() !== "postgresql") return;
  for (const { key } of keys) {
    await tx.$queryRaw`SELECT 1 AS "locked" FROM (SELECT pg_advisory_xact_lock(hashtextextended(${key}, 0))) AS lock`;
  }
}
