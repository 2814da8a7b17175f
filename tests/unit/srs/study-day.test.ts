import { describe, expect, test } from "vitest";
import { asStudyDay, isTimeZone, studyDayAt, studyDayEndsAt, studyDayToDate } from "@/lib/srs/study-day";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** The date of the study day of an instant. */
const dateAt = (instant: string, timeZone: string, rolloverHour = 4) =>
  studyDayToDate(studyDayAt({ instantMs: Date.parse(instant), timeZone, rolloverHour }));
const endOf = (date: string, timeZone: string, rolloverHour = 4) =>
  new Date(
    studyDayEndsAt({ studyDay: asStudyDay(Date.parse(date) / (24 * HOUR_MS)), timeZone, rolloverHour }),
  ).toISOString();

describe("studyDayAt", () => {
  test("day 0 is 1970-01-01", () => {
    expect(studyDayAt({ instantMs: 0, timeZone: "UTC", rolloverHour: 0 })).toBe(0);
    expect(studyDayAt({ instantMs: -1, timeZone: "UTC", rolloverHour: 0 })).toBe(-1);
  });

  test("begins at the rollover hour of the learner's zone, to the millisecond", () => {
    expect(dateAt("2026-11-22T19:59:59.999Z", "Asia/Shanghai")).toBe("2026-11-22");
    expect(dateAt("2026-11-22T20:00:00.000Z", "Asia/Shanghai")).toBe("2026-11-23");
    expect(dateAt("2026-11-22T20:00:00.000Z", "Asia/Kathmandu")).toBe("2026-11-22");
    expect(dateAt("2026-11-22T22:15:00.000Z", "Asia/Kathmandu")).toBe("2026-11-23");
  });

  test.each([
    [0, "2026-11-22T15:59:59.999Z", "2026-11-22T16:00:00Z"],
    [23, "2026-11-23T14:59:59.999Z", "2026-11-23T15:00:00Z"],
  ])("rollover at %i", (rolloverHour, before, after) => {
    expect(dateAt(before, "Asia/Shanghai", rolloverHour)).toBe("2026-11-22");
    expect(dateAt(after, "Asia/Shanghai", rolloverHour)).toBe("2026-11-23");
  });

  test("one instant is another day elsewhere", () => {
    const instant = "2026-03-01T10:30:00Z";
    expect(dateAt(instant, "Pacific/Kiritimati", 0)).toBe("2026-03-02");
    expect(dateAt(instant, "Etc/GMT+12", 0)).toBe("2026-02-28");
  });

  test("the hour that is skipped in spring", () => {
    // New York, 2026-03-08: 01:59:59 is followed by 03:00:00.
    expect(dateAt("2026-03-08T06:59:59.999Z", "America/New_York", 2)).toBe("2026-03-07");
    expect(dateAt("2026-03-08T07:00:00.000Z", "America/New_York", 2)).toBe("2026-03-08");
    expect(endOf("2026-03-07", "America/New_York", 2)).toBe("2026-03-08T07:00:00.000Z");
  });

  test("the hour that comes twice in autumn", () => {
    // New York, 2026-11-01: 01:00 to 02:00 comes at 05:00Z and again at 06:00Z.
    expect(dateAt("2026-11-01T04:59:59.999Z", "America/New_York", 1)).toBe("2026-10-31");
    expect(dateAt("2026-11-01T05:00:00.000Z", "America/New_York", 1)).toBe("2026-11-01");
    expect(dateAt("2026-11-01T06:00:00.000Z", "America/New_York", 1)).toBe("2026-11-01");
    expect(dateAt("2026-11-01T06:59:59.999Z", "America/New_York", 2)).toBe("2026-10-31");
    expect(dateAt("2026-11-01T07:00:00.000Z", "America/New_York", 2)).toBe("2026-11-01");
  });

  test("a day that has begun goes on when the clock is set back to before its rollover hour", () => {
    // Troll, 2025-10-26: 03:00 is followed by 01:00, so 02:00 comes at 00:00Z and again at 02:00Z.
    expect(dateAt("2025-10-25T23:59:59.999Z", "Antarctica/Troll", 2)).toBe("2025-10-25");
    for (const instant of ["00:00:00.000", "00:59:59.999", "01:00:00.000", "01:59:59.999", "02:00:00.000"]) {
      expect(dateAt(`2025-10-26T${instant}Z`, "Antarctica/Troll", 2)).toBe("2025-10-26");
    }
    expect(endOf("2025-10-25", "Antarctica/Troll", 2)).toBe("2025-10-26T00:00:00.000Z");
    expect(endOf("2025-10-26", "Antarctica/Troll", 2)).toBe("2025-10-27T02:00:00.000Z");
    // St. John's, 2010-11-07: 00:01 is followed by 23:01 of the day before.
    expect(dateAt("2010-11-07T02:29:59.999Z", "America/St_Johns", 0)).toBe("2010-11-06");
    expect(dateAt("2010-11-07T02:30:00.000Z", "America/St_Johns", 0)).toBe("2010-11-07");
    expect(dateAt("2010-11-07T02:31:00.000Z", "America/St_Johns", 0)).toBe("2010-11-07");
  });

  test("a clock set back after the rollover hour, or long before it, changes no day", () => {
    expect(dateAt("2025-10-26T00:59:59.999Z", "Antarctica/Troll", 4)).toBe("2025-10-25");
    expect(dateAt("2025-10-26T01:30:00.000Z", "Antarctica/Troll", 4)).toBe("2025-10-25");
    expect(dateAt("2025-10-26T03:59:59.999Z", "Antarctica/Troll", 4)).toBe("2025-10-25");
    expect(dateAt("2025-10-26T04:00:00.000Z", "Antarctica/Troll", 4)).toBe("2025-10-26");
    expect(dateAt("2025-10-26T01:30:00.000Z", "Antarctica/Troll", 1)).toBe("2025-10-26");
  });

  test("half an hour of daylight saving on Lord Howe Island", () => {
    // 2026-04-05: 02:00 (+11) is followed by 01:30 (+10:30); 2026-10-04: 02:00 by 02:30.
    expect(endOf("2026-04-04", "Australia/Lord_Howe", 2)).toBe("2026-04-04T15:30:00.000Z");
    expect(endOf("2026-10-03", "Australia/Lord_Howe", 2)).toBe("2026-10-03T15:30:00.000Z");
    expect(endOf("2026-10-04", "Australia/Lord_Howe", 2)).toBe("2026-10-04T15:00:00.000Z");
  });

  test("the days that the date line has taken away", () => {
    // Apia had no 2011-12-30; with a rollover at 4 its study day lasts from midnight, when the clock skips it, to 4.
    expect(dateAt("2011-12-30T09:59:59.999Z", "Pacific/Apia", 0)).toBe("2011-12-29");
    expect(dateAt("2011-12-30T10:00:00.000Z", "Pacific/Apia", 0)).toBe("2011-12-31");
    expect(endOf("2011-12-29", "Pacific/Apia", 0)).toBe("2011-12-30T10:00:00.000Z");
    expect(endOf("2011-12-30", "Pacific/Apia", 0)).toBe("2011-12-30T10:00:00.000Z");
    expect(endOf("2011-12-30", "Pacific/Apia", 4)).toBe("2011-12-30T14:00:00.000Z");
    expect(dateAt("1993-08-21T11:59:59.999Z", "Pacific/Kwajalein", 0)).toBe("1993-08-20");
    expect(dateAt("1993-08-21T12:00:00.000Z", "Pacific/Kwajalein", 0)).toBe("1993-08-22");
  });

  test("a calendar day that came twice counts as the later one", () => {
    // Kwajalein went from +11 to −12 at the end of 1969-09-30.
    expect(dateAt("1969-09-30T12:59:59.999Z", "Pacific/Kwajalein", 23)).toBe("1969-09-30");
    expect(dateAt("1969-09-30T13:30:00.000Z", "Pacific/Kwajalein", 23)).toBe("1969-09-30");
  });

  test("refuses a zone that does not exist and an instant that is none", () => {
    expect(() => studyDayAt({ instantMs: 0, timeZone: "Mars/Olympus_Mons", rolloverHour: 4 })).toThrow(RangeError);
    expect(() => studyDayAt({ instantMs: Number.NaN, timeZone: "UTC", rolloverHour: 4 })).toThrow(RangeError);
  });
});

describe("the length of a study day", () => {
  const hours = (date: string, timeZone: string) => {
    const studyDay = Date.parse(date) / (24 * HOUR_MS);
    const end = (day: number) => studyDayEndsAt({ studyDay: asStudyDay(day), timeZone, rolloverHour: 4 });
    return (end(studyDay) - end(studyDay - 1)) / HOUR_MS;
  };

  test("is 24 hours, 23 in spring and 25 in autumn", () => {
    expect(hours("2026-06-01", "Europe/Berlin")).toBe(24);
    expect(hours("2026-03-28", "Europe/Berlin")).toBe(23);
    expect(hours("2026-10-24", "Europe/Berlin")).toBe(25);
    expect(hours("2026-04-04", "Australia/Lord_Howe")).toBe(24.5);
  });
});

describe("isTimeZone", () => {
  test("knows names, not offsets nor anything else", () => {
    const known = ["UTC", "Asia/Shanghai", "America/Argentina/Buenos_Aires", "America/Port-au-Prince", "Etc/GMT+12"];
    for (const name of known) expect(isTimeZone(name)).toBe(true);
    const unknown = [
      "",
      " ",
      "Mars/Olympus_Mons",
      "+08:00",
      "Asia/Shanghai ",
      "Asia/Shanghai\n",
      "亚洲/上海",
      "A".repeat(65),
    ];
    for (const name of unknown) expect(isTimeZone(name)).toBe(false);
  });

  test("a stranger's many spellings of a zone do not slow the others down", () => {
    const spellings = (bits: number) =>
      [..."america/argentina/buenos_aires"]
        .map((c, index) => ((bits >> (index % 12)) & 1 ? c.toUpperCase() : c))
        .join("");
    for (let bits = 0; bits < 1_500; bits += 1) expect(isTimeZone(spellings(bits))).toBe(true);
    expect(dateAt("2026-11-22T20:00:00.000Z", "Asia/Shanghai")).toBe("2026-11-23");
  });
});

describe("asStudyDay and studyDayToDate", () => {
  test("are each other's ends", () => {
    expect(studyDayToDate(asStudyDay(20_780))).toBe("2026-11-23");
    expect(studyDayToDate(asStudyDay(-1))).toBe("1969-12-31");
    expect(studyDayToDate(asStudyDay(20_780 + 36_500))).toBe("2126-10-30");
  });

  test("a study day is an integer", () => {
    for (const bad of [0.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => asStudyDay(bad)).toThrow(/Inconsistent/);
    }
  });
});
