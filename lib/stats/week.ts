// Weeks of study days; they begin on Monday. lib/stats is pure: it imports types of lib/srs and nothing else.

import type { StudyDay } from "../srs/types";

export const DAYS_PER_WEEK = 7;

/** 0 for Monday to 6 for Sunday. */
export function weekdayOf(day: StudyDay): number {
  // 1970-01-01, study day 0, was a Thursday; the second remainder is for the days before it.
  return (((day + 3) % DAYS_PER_WEEK) + DAYS_PER_WEEK) % DAYS_PER_WEEK;
}

/** The Monday of the week that a day lies in. */
export function weekStartOf(day: StudyDay): StudyDay {
  return plusDays(day, -weekdayOf(day));
}

/** The study day a number of days later (or, if negative, earlier). */
export function plusDays(day: StudyDay, days: number): StudyDay {
  return (day + days) as StudyDay;
}
