import "server-only";

export interface BucketSize {
  /** Tokens that a full bucket holds: what may be asked for at once. */
  readonly burst: number;
  /** Tokens that flow in per second, up to `burst`: what may be asked for in the long run. */
  readonly perSecond: number;
}

interface Bucket {
  tokens: number;
  filledAt: number;
}

/**
 * Buckets by key, in the memory of this process. `take` removes `cost` tokens from the bucket of `key` and returns 0, or leaves it as it
 * is and returns the seconds until there will be enough.
 *
 * @param keysMax keys that are remembered at least; never more than twice as many are. Of more, those not seen for longest begin afresh
 */
export function tokenBuckets({ burst, perSecond }: BucketSize, { keysMax }: { readonly keysMax: number }) {
  let recent = new Map<string, Bucket>();
  let older = new Map<string, Bucket>();

  function bucketOf(key: string, nowMs: number): Bucket {
    const known = recent.get(key);
    if (known) return known;
    const bucket = older.get(key) ?? { tokens: burst, filledAt: nowMs };
    if (recent.size >= keysMax) {
      older = recent;
      recent = new Map();
    }
    recent.set(key, bucket);
    return bucket;
  }

  return {
    take(key: string, cost: number, nowMs: number): number {
      const bucket = bucketOf(key, nowMs);
      // A clock that was set back fills nothing in, and does not take back what it filled in before.
      const elapsedMs = Math.max(0, nowMs - bucket.filledAt);
      bucket.tokens = Math.min(burst, bucket.tokens + (elapsedMs * perSecond) / 1000);
      bucket.filledAt = nowMs;
      const lacking = Math.min(cost, burst) - bucket.tokens;
      if (lacking > 0) return Math.ceil(lacking / perSecond);
      bucket.tokens -= Math.min(cost, burst);
      return 0;
    },
    /** Keys that are remembered now. */
    size: () => recent.size + older.size,
  };
}
