// Fetches the day's queue anew when the study day is over, or when somebody knows that it is old.

import type { SessionPayload } from "@/lib/srs/session-payload";
import type { ApiResult } from "./api";

export interface RefresherPorts {
  fetch(): Promise<ApiResult<SessionPayload>>;
  take(payload: SessionPayload): void;
  /** The end of the study day on the screen, ms by the server's clock. */
  dayEndsAt(): number;
  /** A card whose answer is shown is graded before its day goes. */
  isAnswerShown(): boolean;
  /** The browser's clock, ms. */
  nowMs(): number;
  /** How far the server's clock is ahead of the browser's, ms. */
  readonly skewMs: number;
}

export interface QueueRefresher {
  /** Fetches now, unless a fetch is under way. */
  refresh(): void;
  /** Fetches when the study day is over and no answer is shown. */
  check(): void;
  stop(): void;
}

/** After a failure, or a queue that is over as it arrives, this long passes before the next try, ms. */
const PAUSE_MS = 60_000;
/** The longest wait that a timer can keep, ms. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** Makes the refresher of one review; it wakes by itself when the day ends. */
export function createQueueRefresher(ports: RefresherPorts): QueueRefresher {
  let { skewMs } = ports;
  let pausedUntil = 0;
  let busy = false;
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const leftMs = () => ports.dayEndsAt() - (ports.nowMs() + skewMs);

  function plan(): void {
    clearTimeout(timer);
    const waitMs = Math.max(leftMs() + 1_000, pausedUntil - ports.nowMs(), 1_000);
    if (!stopped) timer = setTimeout(check, Math.min(LONGEST_TIMER_MS, waitMs));
  }

  async function refresh(): Promise<void> {
    if (busy || stopped) return;
    busy = true;
    const wasOver = leftMs() <= 0;
    const fetched = await ports.fetch();
    busy = false;
    if (stopped) return;
    if (fetched.ok) {
      skewMs = fetched.value.serverNow - ports.nowMs();
      // Shown meanwhile: grading it will look at the day again.
      if (!(wasOver && ports.isAnswerShown())) ports.take(fetched.value);
      else return;
    }
    if (!fetched.ok || leftMs() <= 0) pausedUntil = ports.nowMs() + PAUSE_MS;
    plan();
  }

  function check(): void {
    if (leftMs() > 0 || ports.nowMs() < pausedUntil || ports.isAnswerShown()) plan();
    else void refresh();
  }

  plan();
  return {
    refresh: () => void refresh(),
    check,
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
