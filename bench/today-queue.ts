import { getSession } from "@/lib/data/study-session";
import { BENCH_NOW_MS, type Benchmark, withFile } from "./context";
import { timeRuns } from "./summary";

/** Today's queue of the large learner, from the settings to the payload with content and logs. */
export const measureTodayQueue: Benchmark = async (context) => {
  const { file, userId, cards, startedCards, logRows } = await context.learner();
  return withFile(file, async () => {
    const session = () => getSession(userId, { nowMs: BENCH_NOW_MS });
    const first = performance.now();
    const payload = await session();
    const firstMs = Math.round(performance.now() - first);
    const sessionMs = await timeRuns({ times: 100, warmUp: 20 }, session);
    const payloadKb = Math.round(JSON.stringify(payload).length / 1024);
    const sizes = { cards, startedCards, logRows, queued: payload.queue.length, waiting: payload.counts.waiting };
    return { sessionMs, firstMs, payloadKb, ...sizes, targetMs: 25 };
  });
};
