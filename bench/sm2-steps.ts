import { sm2Scheduler } from "@/lib/srs/scheduler";
import type { Quality } from "@/lib/srs/types";
import type { Benchmark } from "./context";

const STEPS = 2_000_000;
const QUALITIES: readonly Quality[] = [4, 5, 3, 4, 1, 4, 4, 2, 5, 4];

/** How many answers a second SM-2 can schedule. */
export const measureSm2Steps: Benchmark = async ({ scale }) => {
  const steps = Math.max(10_000, Math.round(STEPS * scale));
  const run = () => {
    let schedule = sm2Scheduler.start;
    for (let i = 0; i < steps; i += 1) schedule = sm2Scheduler.answer(schedule, QUALITIES[i % QUALITIES.length] ?? 4);
    return schedule;
  };
  run();
  const start = performance.now();
  const end = run();
  return { stepsPerSecond: Math.round((steps / (performance.now() - start)) * 1000), last: end };
};
