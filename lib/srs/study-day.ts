// Cards fall due on days, not instants. A study day is the learner's calendar day in their zone, beginning at their rollover hour.

import type { StudyDay } from "./types";
import { utcOffsetMs } from "./wall-clock";

export { isTimeZone } from "./wall-clock";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** No zone ever set its clock back by more than a day. */
const LONGEST_SETBACK_MS = 26 * HOUR_MS;
/** No zone was ever more than this away from UTC. */
const LARGEST_OFFSET_MS = 16 * HOUR_MS;

export interface StudyDayClock {
  /** IANA name. */
  readonly timeZone: string;
  /** Local hour at which the day begins, 0 to 23. */
  readonly rolloverHour: number;
}

/** Takes a number that is a study day: from the database, or days added to one. Throws when it is not an integer. */
export function asStudyDay(day: number): StudyDay {
  if (!Number.isSafeInteger(day)) throw new Error(`Inconsistent: ${day} is not a study day`);
  return day as StudyDay;
}

/**
 * The study day of an instant: the calendar date of the local wall clock minus the rollover hour. A day of 23 or 25 hours is one day.
 *
 * A study day begins when the wall clock first shows its rollover hour, or jumps over it. Where the clock is later set back to before that
 * hour (in Troll at 03:00 to 01:00, in St. John's until 2011 a minute after midnight), the day goes on: study days never run backwards,
 * or an answer would be dated before the one just given.
 *
 * Throws RangeError for an unknown zone.
 */
export function studyDayAt({ instantMs, ...clock }: StudyDayClock & { readonly instantMs: number }): StudyDay {
  const { timeZone } = clock;
  const offsetMs = utcOffsetMs(timeZone, instantMs);
  const dayNow = wallDay(instantMs + offsetMs, clock);
  const earlierMs = instantMs - LONGEST_SETBACK_MS;
  const earlierOffsetMs = utcOffsetMs(timeZone, earlierMs);
  // Without a setback in the last hours, or when the unset clock shows the same date, the wall clock has the last word.
  if (wallDay(instantMs + earlierOffsetMs, clock) <= dayNow) return asStudyDay(dayNow);
  const setbackMs = firstInstant(earlierMs, instantMs, (ms) => utcOffsetMs(timeZone, ms) !== earlierOffsetMs);
  return asStudyDay(Math.max(dayNow, wallDay(setbackMs - 1 + earlierOffsetMs, clock)));
}

/** The instant (ms) at which the next study day begins: the first whose studyDayAt is later than `studyDay`. */
export function studyDayEndsAt({ studyDay, ...clock }: StudyDayClock & { readonly studyDay: StudyDay }): number {
  const wallEndMs = (studyDay + 1) * DAY_MS + clock.rolloverHour * HOUR_MS;
  return firstInstant(
    wallEndMs - LARGEST_OFFSET_MS,
    wallEndMs + LARGEST_OFFSET_MS,
    (instantMs) => studyDayAt({ instantMs, ...clock }) > studyDay,
  );
}

/** "2026-11-23": the date of a study day in the learner's calendar. */
export function studyDayToDate(studyDay: StudyDay): string {
  return new Date(studyDay * DAY_MS).toISOString().slice(0, 10);
}

function wallDay(wallMs: number, { rolloverHour }: StudyDayClock): number {
  return Math.floor((wallMs - rolloverHour * HOUR_MS) / DAY_MS);
}

/** The first ms after `fromMs`, at the latest `toMs`, at which `holds`, for a condition that stays true once it is. */
function firstInstant(fromMs: number, toMs: number, holds: (ms: number) => boolean): number {
  let before = fromMs;
  let after = toMs;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (holds(middle)) after = middle;
    else before = middle;
  }
  return after;
}
