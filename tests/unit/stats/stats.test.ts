import { describe, expect, test } from "vitest";
import type { StudyDay } from "@/lib/srs/types";
import { forecast } from "@/lib/stats/forecast";
import { heatMap } from "@/lib/stats/heat-map";
import { weeklyRetention } from "@/lib/stats/retention";
import { stageOf } from "@/lib/stats/stage";
import { weekdayOf, weekStartOf } from "@/lib/stats/week";

/** The study day of a date. */
const day = (date: string) => (Date.parse(date) / 86_400_000) as StudyDay;
const counts = (entries: Record<string, number>) => new Map(Object.entries(entries).map(([date, n]) => [day(date), n]));
// 2026-11-23 is a Monday.
const MONDAY = day("2026-11-23");
const TODAY = day("2026-11-25");

describe("weeks", () => {
  test("begin on Monday", () => {
    const dates = ["2026-11-23", "2026-11-24", "2026-11-28", "2026-11-29", "2026-11-30"];
    expect(dates.map((date) => weekdayOf(day(date)))).toEqual([0, 1, 5, 6, 0]);
    expect(weekStartOf(day("2026-11-29"))).toBe(MONDAY);
    expect(weekStartOf(MONDAY)).toBe(MONDAY);
  });

  test("also before 1970", () => {
    expect([weekdayOf(day("1970-01-01")), weekdayOf(day("1969-12-28")), weekdayOf(day("1969-12-29"))]).toEqual([
      3, 6, 0,
    ]);
  });
});

describe("heatMap", () => {
  test("53 weeks of seven days, the last with today, the future empty", () => {
    const weeks = heatMap({ counts: counts({ "2026-11-25": 7 }), today: TODAY });
    expect(weeks).toHaveLength(53);
    expect(weeks.every((week) => week.days.length === 7)).toBe(true);
    expect(weeks[0]?.weekStart).toBe(MONDAY - 52 * 7);
    expect(weeks[0]?.days[0]).toEqual({ studyDay: MONDAY - 52 * 7, count: 0, level: 0 });
    expect(weeks.at(-1)).toEqual({
      weekStart: MONDAY,
      days: [
        { studyDay: MONDAY, count: 0, level: 0 },
        { studyDay: MONDAY + 1, count: 0, level: 0 },
        { studyDay: TODAY, count: 7, level: 4 },
        null,
        null,
        null,
        null,
      ],
    });
  });

  test("every day stands once, in order", () => {
    const cells = heatMap({ counts: new Map(), today: TODAY, weeks: 3 }).flatMap((week) => week.days);
    const days = cells.flatMap((cell) => (cell === null ? [] : [cell.studyDay]));
    expect(days).toEqual(Array.from({ length: 17 }, (_, index) => TODAY - 16 + index));
  });

  test("levels are quarters of the active days, so that one day of cramming does not make the rest pale", () => {
    const dates = ["16", "17", "18", "19", "20", "21", "22", "23"].map((date) => `2026-11-${date}`);
    const values = [10, 20, 30, 40, 50, 60, 70, 5_000];
    const given = counts(Object.fromEntries(dates.map((date, index) => [date, values[index] ?? 0])));
    const cells = heatMap({ counts: given, today: TODAY, weeks: 2 }).flatMap((week) => week.days);
    expect(cells.slice(0, 9).map((cell) => cell?.level)).toEqual([1, 1, 2, 2, 3, 3, 4, 4, 0]);
  });

  test("days outside of the picture set no level", () => {
    const inside = { "2026-11-23": 1, "2026-11-24": 2, "2026-11-25": 3 };
    const outside = { "2020-01-01": 900, "2026-11-26": 901, "2026-11-27": 902, "2026-11-22": 0 };
    const levels = (given: Record<string, number>) =>
      heatMap({ counts: counts(given), today: TODAY, weeks: 1 })[0]?.days.map((cell) => cell?.level);
    expect(levels({ ...inside, ...outside })).toEqual(levels(inside));
    expect(levels(inside)).toEqual([2, 3, 4, undefined, undefined, undefined, undefined]);
  });
});

describe("forecast", () => {
  test("30 days from today, what is overdue today", () => {
    const dueCounts = counts({
      "2026-11-01": 4,
      "2026-11-24": 2,
      "2026-11-25": 1,
      "2026-11-26": 9,
      "2026-12-24": 3,
      "2026-12-25": 5,
    });
    const days = forecast({ dueCounts, today: TODAY });
    expect(days).toHaveLength(30);
    expect(days.slice(0, 3)).toEqual([
      { studyDay: TODAY, due: 7 },
      { studyDay: TODAY + 1, due: 9 },
      { studyDay: TODAY + 2, due: 0 },
    ]);
    expect(days.at(-1)).toEqual({ studyDay: day("2026-12-24"), due: 3 });
    expect(forecast({ dueCounts, today: TODAY, days: 1 })).toEqual([{ studyDay: TODAY, due: 7 }]);
  });
});

describe("stages", () => {
  test("new, learning below 6 days, young below 21, mature", () => {
    expect(stageOf(null)).toBe("new");
    const at = (repetitions: number, intervalDays: number) => stageOf({ repetitions, intervalDays });
    expect([at(0, 1), at(1, 1), at(2, 6), at(3, 20), at(3, 21), at(9, 400)]).toEqual([
      "learning",
      "learning",
      "young",
      "young",
      "mature",
      "mature",
    ]);
  });
});

describe("weeklyRetention", () => {
  const row = (date: string, passed: number, n: number) => ({ studyDay: day(date), passed, n });

  test("sums the days of each week, in order, with the empty weeks between", () => {
    const rows = [row("2026-11-25", 3, 4), row("2026-11-23", 5, 5), row("2026-11-08", 1, 2), row("2026-11-29", 0, 1)];
    expect(weeklyRetention({ rows })).toEqual([
      { weekStart: day("2026-11-02"), passed: 1, n: 2 },
      { weekStart: day("2026-11-09"), passed: 0, n: 0 },
      { weekStart: day("2026-11-16"), passed: 0, n: 0 },
      { weekStart: MONDAY, passed: 8, n: 10 },
    ]);
  });

  test("nothing reviewed, no weeks", () => {
    expect(weeklyRetention({ rows: [] })).toEqual([]);
    expect(weeklyRetention({ rows: [row("2026-11-25", 0, 0)] })).toEqual([]);
    expect(weeklyRetention({ rows: [row("2026-11-25", 1, 1)] })).toHaveLength(1);
  });
});
