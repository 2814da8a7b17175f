import { sm2Scheduler } from "@/lib/srs/scheduler";
import type { Quality } from "@/lib/srs/types";

/** One answer of a made-up history: how many study days after the first one, and how good. */
export interface HistoryAnswer {
  readonly dayOffset: number;
  readonly quality: Quality;
}

export interface CardHistory {
  readonly answers: readonly HistoryAnswer[];
  /** Days from the first answer to the day on which the card falls due. */
  readonly dueOffset: number;
  readonly intervalDays: number;
}

/** Out of ten answers two are forgotten, three are hard, four good, one easy. */
const QUALITIES: readonly Quality[] = [1, 1, 3, 3, 3, 4, 4, 4, 4, 5];

/** A card answered `count` times, always on its due day, with drill until 4 or more as a learner does it. */
export function makeCardHistory(count: number, random: () => number): CardHistory {
  const answers: HistoryAnswer[] = [];
  let schedule = sm2Scheduler.start;
  let dueOffset = 0;
  while (answers.length < count) {
    const quality = QUALITIES[Math.floor(random() * QUALITIES.length)] ?? 4;
    const day = dueOffset;
    answers.push({ dayOffset: day, quality });
    schedule = sm2Scheduler.answer(schedule, quality);
    dueOffset = day + schedule.intervalDays;
    if (quality < 4 && answers.length < count) answers.push({ dayOffset: day, quality: 4 });
  }
  return { answers, dueOffset, intervalDays: schedule.intervalDays };
}
