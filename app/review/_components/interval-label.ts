// How an interval is written on a button: days while they can be pictured, then months and years with one decimal. Pure.

const DAYS_PER_MONTH = 365.25 / 12;
const DAYS_PER_YEAR = 365.25;

export interface IntervalLabel {
  readonly unit: "days" | "months" | "years";
  readonly count: number;
}

/** 1–30 days as they are, then months up to a year, then years, rounded to one decimal. */
export function labelInterval(intervalDays: number): IntervalLabel {
  if (intervalDays <= 30) return { unit: "days", count: intervalDays };
  const months = Math.round((intervalDays / DAYS_PER_MONTH) * 10) / 10;
  if (months < 12) return { unit: "months", count: months };
  return { unit: "years", count: Math.round((intervalDays / DAYS_PER_YEAR) * 10) / 10 };
}
