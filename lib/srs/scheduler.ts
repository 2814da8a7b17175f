// What the app asks of a scheduling algorithm, so that another one can stand beside SM-2.

import { answerSm2, START } from "./sm2";
import type { Quality, Schedule } from "./types";

export interface Scheduler {
  readonly start: Schedule;
  /** The schedule after an answer to a due or new card. */
  answer(schedule: Schedule, quality: Quality): Schedule;
  /** What each quality would give: the same function that applies it. */
  preview(schedule: Schedule): Readonly<Record<Quality, Schedule>>;
}

/** SM-2 as published in 1990; see sm2.ts. */
export const sm2Scheduler: Scheduler = {
  start: START,
  answer: answerSm2,
  preview: (schedule) => ({
    0: answerSm2(schedule, 0),
    1: answerSm2(schedule, 1),
    2: answerSm2(schedule, 2),
    3: answerSm2(schedule, 3),
    4: answerSm2(schedule, 4),
    5: answerSm2(schedule, 5),
  }),
};
