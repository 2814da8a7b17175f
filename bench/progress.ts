import { getProgress } from "@/lib/data/progress";
import { BENCH_NOW_MS, type Benchmark, withFile } from "./context";
import { timeRuns } from "./summary";

const TARGET_MS = 50;
const RUNS = { times: 100, warmUp: 10 };

/** All that /progress shows of the large learner, without HTTP. */
export const measureProgress: Benchmark = async (context) => {
  const { file, userId, cards, startedCards, logRows } = await context.learner();
  return withFile(file, async () => {
    const progress = () => getProgress(userId, { nowMs: BENCH_NOW_MS });
    const first = performance.now();
    const view = await progress();
    const firstMs = Math.round(performance.now() - first);
    const progressMs = await timeRuns(RUNS, progress);
    const shown = { streakDays: view.streak.days, overdue: view.overdue, startedConcepts: view.concepts.started };
    return { progressMs, firstMs, cards, startedCards, logRows, ...shown, targetMs: TARGET_MS };
  });
};

/** The same through GET /api/progress of the built app, one request after another. */
export const measureProgressRequests: Benchmark = async (context) => {
  const { logRows } = await context.learner();
  const server = await context.server();
  const headers = { cookie: await server.cookie(0) };
  const get = async () => {
    const response = await fetch(`${server.baseUrl}/api/progress`, { headers });
    const text = await response.text();
    if (response.status !== 200) throw new Error(`GET /api/progress: ${response.status} ${text.slice(0, 200)}`);
  };
  return { requestMs: await timeRuns(RUNS, get), logRows, targetMs: TARGET_MS };
};
