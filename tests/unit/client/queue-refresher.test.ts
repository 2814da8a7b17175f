import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ApiResult } from "@/lib/client/api";
import { createQueueRefresher } from "@/lib/client/queue-refresher";
import type { SessionPayload } from "@/lib/srs/session-payload";
import { NOON, payloadOf } from "./session-fixture";

const HOUR_MS = 3_600_000;
const OFFLINE: ApiResult<SessionPayload> = { ok: false, failure: { kind: "offline" } };

beforeEach(() => {
  vi.useFakeTimers({ now: NOON });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A server whose clock is `skewMs` ahead of the browser's and whose days end every 24 hours. */
function watch({ skewMs = 0, failures = 0 } = {}) {
  const desk = { payload: payloadOf(3), answerShown: false, fetches: 0, taken: 0 };
  let failuresLeft = failures;
  const refresher = createQueueRefresher({
    async fetch() {
      desk.fetches += 1;
      if (failuresLeft-- > 0) return OFFLINE;
      const serverNow = Date.now() + skewMs;
      const dayEndsAt =
        NOON + 16 * HOUR_MS + Math.ceil((serverNow - NOON - 16 * HOUR_MS + 1) / (24 * HOUR_MS)) * 24 * HOUR_MS;
      return { ok: true, value: payloadOf(3, { serverNow, dayEndsAt }) };
    },
    take(payload) {
      desk.payload = payload;
      desk.taken += 1;
    },
    dayEndsAt: () => desk.payload.dayEndsAt,
    isAnswerShown: () => desk.answerShown,
    nowMs: () => Date.now(),
    skewMs,
  });
  return { desk, refresher };
}

describe("the end of the study day", () => {
  it("fetches the new queue once when the day is over", async () => {
    const { desk } = watch();
    await vi.advanceTimersByTimeAsync(15 * HOUR_MS);
    expect(desk.fetches).toBe(0);
    await vi.advanceTimersByTimeAsync(2 * HOUR_MS);
    expect(desk).toMatchObject({ fetches: 1, taken: 1 });
  });

  it("goes by the server's clock", async () => {
    const { desk } = watch({ skewMs: 3 * HOUR_MS });
    await vi.advanceTimersByTimeAsync(13 * HOUR_MS + 2_000);
    expect(desk.taken).toBe(1);
  });

  it("waits until the answer on the screen has been graded", async () => {
    const { desk, refresher } = watch();
    desk.answerShown = true;
    await vi.advanceTimersByTimeAsync(17 * HOUR_MS);
    expect(desk.taken).toBe(0);
    desk.answerShown = false;
    refresher.check();
    await vi.advanceTimersByTimeAsync(0);
    expect(desk.taken).toBe(1);
  });

  it("tries again a minute after a failure, not at once", async () => {
    const { desk, refresher } = watch({ failures: 1 });
    await vi.advanceTimersByTimeAsync(16 * HOUR_MS + 2_000);
    refresher.check();
    await vi.advanceTimersByTimeAsync(0);
    expect(desk).toMatchObject({ fetches: 1, taken: 0 });
    await vi.advanceTimersByTimeAsync(61_000);
    expect(desk).toMatchObject({ fetches: 2, taken: 1 });
  });

  it("does nothing once stopped", async () => {
    const { desk, refresher } = watch();
    refresher.stop();
    await vi.advanceTimersByTimeAsync(48 * HOUR_MS);
    expect(desk.fetches).toBe(0);
  });
});
