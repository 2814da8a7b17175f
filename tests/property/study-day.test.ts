import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { asStudyDay, isTimeZone, studyDayAt, studyDayEndsAt, studyDayToDate } from "@/lib/srs/study-day";
import { utcOffsetMs } from "@/lib/srs/wall-clock";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const ZONES = Intl.supportedValuesOf("timeZone");
const zones = fc.constantFrom(...ZONES);
const rollovers = fc.integer({ min: 0, max: 23 });
const instants = fc.integer({ min: Date.UTC(1970, 0, 1), max: Date.UTC(2100, 0, 1) });

/** The instants from `from` to `to` at which the zone's clock is set forward or back; of several within a month the first or none. */
function clockChanges(timeZone: string, from: number, to: number): number[] {
  const changes: number[] = [];
  const step = 30 * DAY_MS;
  let offset = utcOffsetMs(timeZone, from);
  for (let start = from; start < to; start += step) {
    const next = utcOffsetMs(timeZone, Math.min(start + step, to));
    let [before, after] = next === offset ? [0, 0] : [start, Math.min(start + step, to)];
    while (after - before > 1) {
      const middle = Math.floor((before + after) / 2);
      if (utcOffsetMs(timeZone, middle) === offset) before = middle;
      else after = middle;
    }
    if (next !== offset) changes.push(after);
    offset = next;
  }
  return changes;
}

/** What the zone's clock shows, from a formatter of our own. */
function wallClock(timeZone: string, instantMs: number): { date: string; hour: number } {
  const parts = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
  }).formatToParts(instantMs);
  const part = (type: string) => parts.find((candidate) => candidate.type === type)?.value ?? "";
  return { date: `${part("year")}-${part("month")}-${part("day")}`, hour: Number(part("hour")) };
}

describe("every zone of the world", () => {
  test("is a zone", () => {
    expect(ZONES.length).toBeGreaterThan(400);
    expect(ZONES.filter((zone) => !isTimeZone(zone))).toEqual([]);
  });

  test("where the clock runs on, the study day is the date on the wall, or the one before it until the rollover hour", () => {
    for (const timeZone of ZONES) {
      for (const instantMs of [Date.UTC(2026, 0, 15, 3, 59, 59, 999), Date.UTC(2026, 6, 15, 21)]) {
        const { date, hour } = wallClock(timeZone, instantMs);
        for (const rolloverHour of [0, 4, 23]) {
          const studyDay = studyDayAt({ instantMs, timeZone, rolloverHour });
          expect(studyDayToDate(asStudyDay(hour < rolloverHour ? studyDay + 1 : studyDay))).toBe(date);
        }
      }
    }
  });

  test("over both edges of daylight saving in 2026 and 2027, days follow each other and end where the next begins", () => {
    const edges = ZONES.flatMap((timeZone) =>
      clockChanges(timeZone, Date.UTC(2026, 0), Date.UTC(2028, 0)).map((at) => ({ timeZone, at })),
    );
    expect(edges.length).toBeGreaterThan(200);
    for (const { timeZone, at } of edges) expectSoundDays({ timeZone, at, rolloverHours: [0, 2, 4] });
  });

  test("over a sample of all changes of all clocks since 1970, odd ones among them", () => {
    const edges = ZONES.filter((zone) => !zone.startsWith("Etc/")).flatMap((timeZone, index) =>
      clockChanges(timeZone, 0, Date.UTC(2026, 0))
        .filter((_, change) => change % 32 === index % 32)
        .map((at) => ({ timeZone, at })),
    );
    expect(edges.length).toBeGreaterThan(500);
    edges.push(
      ...clockChanges("America/St_Johns", Date.UTC(2009, 0), Date.UTC(2011, 0)).map(edgeOf("America/St_Johns")),
    );
    edges.push(...clockChanges("Pacific/Apia", Date.UTC(2011, 0), Date.UTC(2013, 0)).map(edgeOf("Pacific/Apia")));
    edges.push(
      ...clockChanges("Pacific/Kwajalein", Date.UTC(1969, 0), Date.UTC(1994, 0)).map(edgeOf("Pacific/Kwajalein")),
    );
    for (const { timeZone, at } of edges) expectSoundDays({ timeZone, at, rolloverHours: [0, 2] });
  });
});

function edgeOf(timeZone: string): (at: number) => { timeZone: string; at: number } {
  return (at) => ({ timeZone, at });
}

/** Around an instant: study days never run backwards, never skip one unless the calendar does, and end exactly where the next begins. */
function expectSoundDays(input: { timeZone: string; at: number; rolloverHours: readonly number[] }): void {
  const { timeZone, at } = input;
  for (const rolloverHour of input.rolloverHours) {
    const dayAt = (instantMs: number) => studyDayAt({ instantMs, timeZone, rolloverHour });
    const around = Array.from({ length: 17 }, (_, index) => at + (index - 8) * 2 * HOUR_MS);
    const days = [...around, at - HOUR_MS, at - 1, at, at + HOUR_MS / 2, at + HOUR_MS].sort((a, b) => a - b).map(dayAt);
    const where = `${timeZone} at ${new Date(at).toISOString()}, rollover ${rolloverHour}`;
    expect(days, where).toEqual([...days].sort((a, b) => a - b));
    for (const studyDay of new Set(days.slice(0, -1))) {
      const endMs = studyDayEndsAt({ studyDay, timeZone, rolloverHour });
      expect(dayAt(endMs - 1), where).toBe(studyDay);
      expect(dayAt(endMs), where).toBeGreaterThan(studyDay);
    }
  }
}

describe("a study day", () => {
  test("never runs backwards", () => {
    fc.assert(
      fc.property(
        zones,
        rollovers,
        instants,
        fc.nat({ max: 3 * DAY_MS }),
        (timeZone, rolloverHour, instantMs, laterMs) => {
          const before = studyDayAt({ instantMs, timeZone, rolloverHour });
          const after = studyDayAt({ instantMs: instantMs + laterMs, timeZone, rolloverHour });
          expect(after).toBeGreaterThanOrEqual(before);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  test("ends after every instant of it, and the next day begins there", () => {
    fc.assert(
      fc.property(zones, rollovers, instants, (timeZone, rolloverHour, instantMs) => {
        const studyDay = studyDayAt({ instantMs, timeZone, rolloverHour });
        const endMs = studyDayEndsAt({ studyDay, timeZone, rolloverHour });
        expect(endMs).toBeGreaterThan(instantMs);
        expect(endMs - instantMs).toBeLessThanOrEqual(50 * HOUR_MS);
        expect(studyDayAt({ instantMs: endMs - 1, timeZone, rolloverHour })).toBe(studyDay);
        expect(studyDayAt({ instantMs: endMs, timeZone, rolloverHour })).toBeGreaterThan(studyDay);
      }),
      { numRuns: 500 },
    );
  });

  test("differs by at most two between any two zones, so a traveller loses or repeats no more", () => {
    fc.assert(
      fc.property(zones, zones, rollovers, instants, (home, abroad, rolloverHour, instantMs) => {
        const day = (timeZone: string) => studyDayAt({ instantMs, timeZone, rolloverHour });
        expect(Math.abs(day(home) - day(abroad))).toBeLessThanOrEqual(2);
      }),
    );
  });

  test("a later rollover hour never gives a later day", () => {
    fc.assert(
      fc.property(zones, fc.integer({ min: 0, max: 22 }), instants, (timeZone, rolloverHour, instantMs) => {
        const earlier = studyDayAt({ instantMs, timeZone, rolloverHour });
        const later = studyDayAt({ instantMs, timeZone, rolloverHour: rolloverHour + 1 });
        expect([earlier, earlier - 1]).toContain(later);
      }),
    );
  });
});
