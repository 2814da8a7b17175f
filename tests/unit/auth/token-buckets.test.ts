import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tokenBuckets } from "@/lib/auth/token-buckets";

const NOW = Date.UTC(2026, 0, 1);
const MEMORY = { keysMax: 100 };

describe("a bucket", () => {
  test("gives its burst at once, then what flows in, and says how long that takes", () => {
    const buckets = tokenBuckets({ burst: 10, perSecond: 2 }, MEMORY);
    for (let count = 0; count < 10; count += 1) expect(buckets.take("a", 1, NOW)).toBe(0);
    expect(buckets.take("a", 1, NOW)).toBe(1);
    expect(buckets.take("a", 5, NOW)).toBe(3);
    expect(buckets.take("a", 1, NOW + 500)).toBe(0);
    expect(buckets.take("a", 1, NOW + 500)).toBe(1);
  });

  test("of one key is not that of another", () => {
    const buckets = tokenBuckets({ burst: 1, perSecond: 1 }, MEMORY);
    expect(buckets.take("a", 1, NOW)).toBe(0);
    expect(buckets.take("a", 1, NOW)).toBe(1);
    expect(buckets.take("b", 1, NOW)).toBe(0);
  });

  test("holds no more than its burst, however long nobody asks", () => {
    const buckets = tokenBuckets({ burst: 2, perSecond: 1 }, MEMORY);
    expect(buckets.take("a", 2, NOW)).toBe(0);
    const later = NOW + 86_400_000;
    expect(buckets.take("a", 2, later)).toBe(0);
    expect(buckets.take("a", 1, later)).toBe(1);
  });

  test("gives what costs more than it holds when it is full", () => {
    const buckets = tokenBuckets({ burst: 2, perSecond: 1 }, MEMORY);
    expect(buckets.take("a", 60, NOW)).toBe(0);
    expect(buckets.take("a", 60, NOW)).toBe(2);
    expect(buckets.take("a", 60, NOW + 2_000)).toBe(0);
  });

  test("gains nothing from a clock that is set back", () => {
    const buckets = tokenBuckets({ burst: 1, perSecond: 1 }, MEMORY);
    expect(buckets.take("a", 1, NOW)).toBe(0);
    expect(buckets.take("a", 1, NOW - 3_600_000)).toBe(1);
    expect(buckets.take("a", 1, NOW - 3_599_000)).toBe(0);
  });
});

test("whatever is asked when, no more is given than the burst and what has flowed in, and waiting as told suffices", () => {
  const asks = fc.array(fc.record({ waitMs: fc.nat(3_000), cost: fc.integer({ min: 1, max: 5 }) }), { maxLength: 50 });
  fc.assert(
    fc.property(asks, (list) => {
      const buckets = tokenBuckets({ burst: 20, perSecond: 3 }, MEMORY);
      let now = NOW;
      let given = 0;
      for (const { waitMs, cost } of list) {
        now += waitMs;
        const wait = buckets.take("a", cost, now);
        if (wait === 0) given += cost;
        else {
          now += wait * 1_000;
          expect(buckets.take("a", cost, now)).toBe(0);
          given += cost;
        }
        expect(given).toBeLessThanOrEqual(20 + (3 * (now - NOW)) / 1000 + 1e-6);
      }
    }),
  );
});

test("memory stays bounded, and whoever keeps asking is not forgotten", () => {
  const buckets = tokenBuckets({ burst: 5, perSecond: 0.001 }, MEMORY);
  for (let count = 0; count < 5; count += 1) buckets.take("busy", 1, NOW);
  for (let count = 0; count < 10_000; count += 1) {
    buckets.take(`passer-by ${count}`, 1, NOW);
    if (count % 50 === 0) expect(buckets.take("busy", 1, NOW)).toBeGreaterThan(0);
  }
  expect(buckets.size()).toBeLessThanOrEqual(200);
});
