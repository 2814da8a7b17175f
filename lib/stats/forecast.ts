// What falls due in the days to come, if nothing else is answered.

import type { StudyDay } from "../srs/types";
import { plusDays } from "./week";

export interface ForecastDay {
  readonly studyDay: StudyDay;
  readonly due: number;
}

/** `days` days from today on. What is overdue counts for today. `dueCounts`: cards by the day on which they fall due. */
export function forecast(input: {
  readonly dueCounts: ReadonlyMap<StudyDay, number>;
  readonly today: StudyDay;
  readonly days?: number;
}): ForecastDay[] {
  const { dueCounts, today, days = 30 } = input;
  let overdue = 0;
  for (const [day, count] of dueCounts) if (day < today) overdue += count;
  return Array.from({ length: days }, (_, index) => {
    const studyDay = plusDays(today, index);
    return { studyDay, due: (dueCounts.get(studyDay) ?? 0) + (index === 0 ? overdue : 0) };
  });
}
