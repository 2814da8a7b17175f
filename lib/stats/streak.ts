// How many study days in a row something was answered.

import type { StudyDay } from "../srs/types";

export interface Streak {
  readonly days: number;
  /** False while today has no answer yet: the streak is that of yesterday and can still be carried on. */
  readonly includesToday: boolean;
}

/** The streak that ends today, or yesterday when today has no answer yet. `studyDays`: days with an answer that stands, in any order. */
export function streak(input: { readonly studyDays: Iterable<StudyDay>; readonly today: StudyDay }): Streak {
  const days: ReadonlySet<number> = new Set(input.studyDays);
  const includesToday = days.has(input.today);
  const last = includesToday ? input.today : input.today - 1;
  let first = last;
  while (days.has(first)) first -= 1;
  return { days: last - first, includesToday };
}
