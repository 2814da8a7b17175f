// A year of study days as a grid: one column a week, one row a weekday.

import type { StudyDay } from "../srs/types";
import { DAYS_PER_WEEK, plusDays, weekStartOf } from "./week";

/** 0 for nothing, 1 to 4 by the quarter of this learner's active days that the day falls into. */
export type HeatLevel = 0 | 1 | 2 | 3 | 4;

export interface HeatCell {
  readonly studyDay: StudyDay;
  readonly count: number;
  readonly level: HeatLevel;
}

export interface HeatWeek {
  /** A Monday. */
  readonly weekStart: StudyDay;
  /** Seven, Monday to Sunday; null for days after today. */
  readonly days: readonly (HeatCell | null)[];
}

/** The last `weeks` weeks, oldest first; the last one holds today. `counts`: answers by study day. */
export function heatMap(input: {
  readonly counts: ReadonlyMap<StudyDay, number>;
  readonly today: StudyDay;
  readonly weeks?: number;
}): HeatWeek[] {
  const { counts, today, weeks = 53 } = input;
  const first = plusDays(weekStartOf(today), -(weeks - 1) * DAYS_PER_WEEK);
  const shown = [...counts]
    .filter(([day, count]) => day >= first && day <= today && count > 0)
    .map(([, count]) => count);
  const levelOf = levelsFrom(shown);
  const cell = (studyDay: StudyDay): HeatCell | null => {
    if (studyDay > today) return null;
    const count = counts.get(studyDay) ?? 0;
    return { studyDay, count, level: levelOf(count) };
  };
  return Array.from({ length: weeks }, (_, week) => {
    const weekStart = plusDays(first, week * DAYS_PER_WEEK);
    return {
      weekStart,
      days: Array.from({ length: DAYS_PER_WEEK }, (_, weekday) => cell(plusDays(weekStart, weekday))),
    };
  });
}

/** Quarters rather than shares of the largest day: one day of cramming must not make the rest of the year pale. */
function levelsFrom(activeCounts: readonly number[]): (count: number) => HeatLevel {
  const sorted = [...activeCounts].sort((a, b) => a - b);
  const quarter = (share: 1 | 2 | 3) => sorted[Math.floor((sorted.length * share) / 4)] ?? Number.POSITIVE_INFINITY;
  const [second, third, fourth] = [quarter(1), quarter(2), quarter(3)];
  return (count) => {
    if (count <= 0) return 0;
    if (count >= fourth) return 4;
    if (count >= third) return 3;
    return count >= second ? 2 : 1;
  };
}
