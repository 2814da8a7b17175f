// True retention: of the reviews that were due, how many were remembered. First answers to new cards and drill answers say nothing of memory
// over days and do not count.

import type { StudyDay } from "../srs/types";
import { DAYS_PER_WEEK, plusDays, weekStartOf } from "./week";

/** Scheduled reviews of one day. */
export interface ReviewedDay {
  readonly studyDay: StudyDay;
  /** Of quality 3 or more. */
  readonly passed: number;
  readonly n: number;
}

export interface RetentionWeek {
  /** A Monday. */
  readonly weekStart: StudyDay;
  readonly passed: number;
  /** 0 for a week without reviews, which has no rate. */
  readonly n: number;
}

/** Week by week, oldest first, without gaps from the first week that has a review to the last. Rows in any order; days may repeat. */
export function weeklyRetention(input: { readonly rows: readonly ReviewedDay[] }): RetentionWeek[] {
  const weeks = new Map<StudyDay, { passed: number; n: number }>();
  for (const { studyDay, passed, n } of input.rows) {
    if (n === 0) continue;
    const weekStart = weekStartOf(studyDay);
    const before = weeks.get(weekStart) ?? { passed: 0, n: 0 };
    weeks.set(weekStart, { passed: before.passed + passed, n: before.n + n });
  }
  const starts = [...weeks.keys()].sort((a, b) => a - b);
  const [first, last] = [starts[0], starts.at(-1)];
  if (first === undefined || last === undefined) return [];
  return Array.from({ length: (last - first) / DAYS_PER_WEEK + 1 }, (_, index) => {
    const weekStart = plusDays(first, index * DAYS_PER_WEEK);
    return { weekStart, ...(weeks.get(weekStart) ?? { passed: 0, n: 0 }) };
  });
}
