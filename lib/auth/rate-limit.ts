import "server-only";
import type { NextRequest } from "next/server";
import { nowMs } from "@/lib/clock";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { log } from "@/lib/log";
import { addressBlock, clientAddress } from "./request-address";
import { decodeSessionToken, sessionCookieName } from "./session-cookie";
import { type BucketSize, tokenBuckets } from "./token-buckets";

// How much one learner and one address may ask for, so that a script gone wrong takes nothing from the others. It is far above what a
// person, a browser sending weeks of answers, or a school behind one address comes to. Why in memory: docs/decisions/0015. Guessing
// passwords and making accounts have limits of their own (lib/auth/throttle-keys), which are kept in the database.

const LEARNER: BucketSize = { burst: 1_200, perSecond: 60 };
const ADDRESS: BucketSize = { burst: 6_000, perSecond: 300 };
/** Of an address many learners may come: what they ask for weighs less there than what strangers do. */
const LEARNER_SHARE = 0.25;
const KEYS_MAX = 10_000;

/** What a request costs that costs more than the usual 1. */
const COSTS: ReadonlyMap<string, number> = new Map([
  ["/api/session", 3],
  ["/api/progress", 5],
  ["/api/export", 60],
  // Asked by whoever watches over the process, and hardly any work.
  ["/api/health", 0],
  ["/api/ready", 0],
]);
const PAGE_COST = 2;

interface Limits {
  readonly learners: ReturnType<typeof tokenBuckets>;
  readonly addresses: ReturnType<typeof tokenBuckets>;
}

const slot = Symbol.for("termwise.rate-limits");
/** On globalThis, because pages, routes and what is answered directly are bundled apart and must count together. null: no limits. */
const scope = globalThis as { [slot]?: Limits | null };

function limits(): Limits | null {
  if (scope[slot] !== undefined) return scope[slot];
  const { rateLimitFactor: factor } = env();
  const scaled = ({ burst, perSecond }: BucketSize) => ({ burst: burst * factor, perSecond: perSecond * factor });
  const memory = { keysMax: KEYS_MAX };
  scope[slot] =
    factor === 0
      ? null
      : { learners: tokenBuckets(scaled(LEARNER), memory), addresses: tokenBuckets(scaled(ADDRESS), memory) };
  return scope[slot];
}

/** Who asks, of the framework's requests and of Node's. */
export interface RatedRequest {
  readonly headers: Pick<Headers, "get">;
  /** The value of the session's cookie. */
  readonly cookie: string | undefined;
}

/** Lets a request to a route pass unless its learner or its address asks too much. Throws AppError "too-many-requests". */
export async function requireWithinRate(request: NextRequest): Promise<void> {
  await spend(ratedOf(request), COSTS.get(request.nextUrl.pathname) ?? 1);
}

/** The same for a page. */
export async function requirePageWithinRate(request: NextRequest): Promise<void> {
  await spend(ratedOf(request), PAGE_COST);
}

/** The same for a request with answers that does not come by way of the framework. */
export async function requireAnswerWithinRate(request: RatedRequest): Promise<void> {
  await spend(request, 1);
}

function ratedOf(request: NextRequest): RatedRequest {
  return { headers: request.headers, cookie: request.cookies.get(sessionCookieName())?.value };
}

async function spend(request: RatedRequest, cost: number): Promise<void> {
  const buckets = limits();
  if (buckets === null || cost === 0) return;
  // Only a cookie that we have made counts as a learner's, so made-up ones do not multiply what an address may ask for.
  const token = await decodeSessionToken(request.cookie);
  const now = nowMs();
  const ownWait = token === null ? 0 : buckets.learners.take(token.userId, cost, now);
  const share = token === null ? 1 : LEARNER_SHARE;
  const address = addressBlock(clientAddress(request.headers, env().trustProxyHops));
  const retryAfterSeconds = Math.max(ownWait, ownWait > 0 ? 0 : buckets.addresses.take(address, cost * share, now));
  if (retryAfterSeconds === 0) return;
  tellOnceAMinute(ownWait > 0 ? "learner" : "address", now);
  throw new AppError("too-many-requests", { retryAfterSeconds });
}

const TOLD_EVERY_MS = 60_000;
let toldAt = Number.NEGATIVE_INFINITY;

/** A flood of requests must not become a flood of lines. */
function tellOnceAMinute(limit: "learner" | "address", now: number): void {
  if (Math.abs(now - toldAt) < TOLD_EVERY_MS) return;
  toldAt = now;
  log().warn({ limit }, "too many requests");
}
