import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { claimAttempt, forgetFailures, forgiveAttempt, removeOldThrottles } from "@/lib/data/throttle";
import type { ThrottlePolicy } from "@/lib/data/throttle-delay";
import { TEST_NOW_MS } from "./factories";
import { describeOnEachEngine } from "./harness";

const MINUTE_MS = 60_000;
const policy: ThrottlePolicy = { freeFailures: 5, leakMs: 30 * MINUTE_MS };
const aKey = () => ({ key: `test:${randomUUID()}`, policy });

async function fail(key: ReturnType<typeof aKey>, times: number, nowMs: number): Promise<void> {
  for (let count = 0; count < times; count += 1) expect(await claimAttempt([key], nowMs)).toEqual({ allowed: true });
}

describeOnEachEngine("throttle", () => {
  test("five failures cost nothing, then every further one doubles the wait up to a quarter of an hour", async () => {
    const key = aKey();
    let nowMs = TEST_NOW_MS;
    await fail(key, 5, nowMs);
    const waits: number[] = [];
    for (let count = 0; count < 8; count += 1) {
      const claim = await claimAttempt([key], nowMs);
      if (claim.allowed) throw new Error("allowed without waiting");
      waits.push(claim.retryAfterSeconds);
      nowMs += claim.retryAfterSeconds * 1000;
      expect(await claimAttempt([key], nowMs)).toEqual({ allowed: true });
    }
    expect(waits).toEqual([32, 64, 128, 256, 512, 900, 900, 900]);
  });

  test("who asks while waiting does not wait longer for it", async () => {
    const key = aKey();
    await fail(key, 5, TEST_NOW_MS);
    for (let count = 0; count < 20; count += 1) {
      expect(await claimAttempt([key], TEST_NOW_MS + 400)).toEqual({ allowed: false, retryAfterSeconds: 32 });
    }
    expect(await claimAttempt([key], TEST_NOW_MS + 32_000)).toEqual({ allowed: true });
  });

  test("of fifty tries at once, five get through", async () => {
    const key = aKey();
    const claims = await Promise.all(Array.from({ length: 50 }, () => claimAttempt([key], TEST_NOW_MS)));
    expect(claims.filter((claim) => claim.allowed)).toHaveLength(5);
  });

  test("tries under crossed pairs of keys neither deadlock nor get lost", async () => {
    const [a, b] = [aKey(), aKey()];
    const claims = await Promise.all(
      Array.from({ length: 20 }, (_, index) => claimAttempt(index % 2 === 0 ? [a, b] : [b, a], TEST_NOW_MS)),
    );
    expect(claims.filter((claim) => claim.allowed)).toHaveLength(5);
  });

  test("a blocked key blocks without counting under the other", async () => {
    const [blocked, free] = [aKey(), aKey()];
    await fail(blocked, 5, TEST_NOW_MS);
    for (let count = 0; count < 10; count += 1) {
      expect(await claimAttempt([blocked, free], TEST_NOW_MS)).toMatchObject({ allowed: false });
    }
    await fail(free, 5, TEST_NOW_MS);
  });

  test("a success gives its try back, and forgetting gives all back", async () => {
    const key = aKey();
    await fail(key, 4, TEST_NOW_MS);
    for (let count = 0; count < 10; count += 1) {
      expect(await claimAttempt([key], TEST_NOW_MS)).toEqual({ allowed: true });
      await forgiveAttempt(key.key);
    }
    await fail(key, 1, TEST_NOW_MS);
    expect(await claimAttempt([key], TEST_NOW_MS)).toMatchObject({ allowed: false });
    await forgetFailures(key.key);
    await fail(key, 5, TEST_NOW_MS);
  });

  test("nothing can be forgiven twice into credit", async () => {
    const key = aKey();
    await fail(key, 1, TEST_NOW_MS);
    for (let count = 0; count < 5; count += 1) await forgiveAttempt(key.key);
    await fail(key, 5, TEST_NOW_MS);
    expect(await claimAttempt([key], TEST_NOW_MS)).toMatchObject({ allowed: false });
  });

  test("failures leak away with time", async () => {
    const key = aKey();
    await fail(key, 5, TEST_NOW_MS);
    const later = TEST_NOW_MS + 3 * policy.leakMs;
    await fail(key, 3, later);
    expect(await claimAttempt([key], later)).toEqual({ allowed: false, retryAfterSeconds: 32 });
  });

  test("a clock that goes back lengthens no wait", async () => {
    const key = aKey();
    await fail(key, 5, TEST_NOW_MS);
    expect(await claimAttempt([key], TEST_NOW_MS - 86_400_000)).toEqual({ allowed: false, retryAfterSeconds: 32 });
  });

  test("counts that nobody adds to are removed after days", async () => {
    const [old, recent] = [aKey(), aKey()];
    await fail(old, 1, TEST_NOW_MS - 5 * 86_400_000);
    await fail(recent, 5, TEST_NOW_MS);
    expect(await removeOldThrottles(TEST_NOW_MS)).toBeGreaterThanOrEqual(1);
    expect(await claimAttempt([recent], TEST_NOW_MS)).toMatchObject({ allowed: false });
  });
});
