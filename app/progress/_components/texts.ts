// What every part of the progress page is given to write with.

import type { getT } from "@/lib/i18n/server";
import type { Skill, StudyDay } from "@/lib/srs/types";

export type ProgressTranslator = Awaited<ReturnType<typeof getT<"progress">>>;
export type CommonTranslator = Awaited<ReturnType<typeof getT<"common">>>;

export interface Texts {
  readonly t: ProgressTranslator;
  skill(skill: Skill): string;
  /** A number as the language writes it, with at most so many decimals, or with exactly so many. */
  number(value: number, decimals?: number, exact?: "exact"): string;
  /** "91%"; whole percents. */
  percent(share: number): string;
  /** A study day: "3月1日", "Mar 1"; "short": "3/1"; "year": with the year; "month": the month alone. */
  day(studyDay: StudyDay, style?: "day" | "short" | "year" | "month"): string;
  isFirstOfMonth(studyDay: StudyDay): boolean;
  /** Monday to Sunday, one or two letters. */
  weekdays(): readonly string[];
}

const DAY_MS = 86_400_000;
/** 1970-01-05 was a Monday. */
const A_MONDAY = 4;

/** Makes the texts of one language. A study day is a calendar day already, so it is written as if in UTC. */
export function makeTexts(input: { t: ProgressTranslator; common: CommonTranslator; locale: string }): Texts {
  const { t, common, locale } = input;
  const dayFormat = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" });
    return (studyDay: number) => format.format(studyDay * DAY_MS);
  };
  const styles = {
    day: dayFormat({ month: "short", day: "numeric" }),
    short: dayFormat({ month: "numeric", day: "numeric" }),
    year: dayFormat({ year: "numeric", month: "short", day: "numeric" }),
    month: dayFormat({ month: "short" }),
  };
  const weekday = dayFormat({ weekday: "narrow" });
  const percent = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 });
  return {
    t,
    skill: (skill) => common(`skills.${skill}`),
    number: (value, decimals = 0, exact) =>
      new Intl.NumberFormat(locale, {
        maximumFractionDigits: decimals,
        minimumFractionDigits: exact ? decimals : 0,
      }).format(value),
    percent: (share) => percent.format(share),
    day: (studyDay, style = "day") => styles[style](studyDay),
    isFirstOfMonth: (studyDay) => new Date(studyDay * DAY_MS).getUTCDate() === 1,
    weekdays: () => [0, 1, 2, 3, 4, 5, 6].map((offset) => weekday(A_MONDAY + offset)),
  };
}
