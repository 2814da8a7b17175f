import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  BACKUPS_KEPT_MAX,
  beforeMigrationsToKeep,
  type DatedBackup,
  hourlyToKeep,
  isBackupDue,
  latestFirst,
} from "@/lib/data/backup/retention";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** A Wednesday, 10:30 UTC. */
const NOW_MS = Date.UTC(2026, 10, 25, 10, 30);

const at = (madeAtMs: number): DatedBackup => ({ name: new Date(madeAtMs).toISOString(), madeAtMs });
const every = (stepMs: number, count: number, endMs = NOW_MS) =>
  Array.from({ length: count }, (_, index) => at(endMs - index * stepMs));
const times = (backups: readonly DatedBackup[]) => backups.map(({ name }) => name.slice(0, 16));

/** Any times, also those of a clock that was days ahead or years behind. */
const backups = fc
  .uniqueArray(fc.integer({ min: NOW_MS - 90 * DAY_MS, max: NOW_MS + 3 * DAY_MS }), { maxLength: 120 })
  .map((all) => all.map(at));

describe("the hourly backups that are kept", () => {
  test("are 24 hours, 7 days and 8 weeks of a server that never rests", () => {
    const kept = hourlyToKeep(every(HOUR_MS, 24 * 100), NOW_MS);
    expect(times(kept.slice(0, 24))).toEqual(times(every(HOUR_MS, 24)));
    expect(times(kept.slice(24))).toEqual([
      // The last of each day, of which today's and yesterday's are above.
      ...["2026-11-23T23:30", "2026-11-22T23:30", "2026-11-21T23:30", "2026-11-20T23:30", "2026-11-19T23:30"],
      // The last of each week, of which that of last week, a Sunday, is above.
      ...["2026-11-15T23:30", "2026-11-08T23:30", "2026-11-01T23:30"],
      ...["2026-10-25T23:30", "2026-10-18T23:30", "2026-10-11T23:30"],
    ]);
  });

  test("reach back further for who opens the app once a day or once a week", () => {
    expect(hourlyToKeep(every(DAY_MS, 24), NOW_MS)).toHaveLength(24);
    expect(hourlyToKeep(every(7 * DAY_MS, 24), NOW_MS)).toHaveLength(24);
  });

  test("are the last of each hour", () => {
    expect(times(hourlyToKeep(every(HOUR_MS / 6, 13), NOW_MS))).toEqual([
      "2026-11-25T10:30",
      "2026-11-25T09:50",
      "2026-11-25T08:50",
    ]);
  });

  test("are those made since a clock was put right, whatever it had said before", () => {
    const ahead = every(HOUR_MS, 200, NOW_MS + 365 * DAY_MS);
    const since = every(HOUR_MS, 24);
    expect(times(hourlyToKeep([...ahead, ...since], NOW_MS).slice(0, 24))).toEqual(times(since));
    const behind = at(Date.UTC(1970, 0, 1));
    const kept = hourlyToKeep([...every(HOUR_MS, 48), behind], Date.UTC(1970, 0, 1, 0, 5));
    expect(kept[0]).toBe(behind);
    expect(kept.length).toBeGreaterThan(23);
  });

  test("always hold the latest, never more than the slots, and stay the same when it is asked again", () => {
    fc.assert(
      fc.property(backups, (all) => {
        const kept = hourlyToKeep(all, NOW_MS);
        expect(kept.length).toBeLessThanOrEqual(BACKUPS_KEPT_MAX);
        expect(kept[0]).toBe(latestFirst(all, NOW_MS)[0]);
        expect(hourlyToKeep(kept, NOW_MS)).toEqual(kept);
        expect(hourlyToKeep(all.toReversed(), NOW_MS)).toEqual(kept);
      }),
    );
  });

  test("are in each slot the last of it, of the latest slots there are", () => {
    const slots = [
      { count: 24, slotOf: (name: string) => name.slice(0, 13) },
      { count: 7, slotOf: (name: string) => name.slice(0, 10) },
      { count: 8, slotOf: mondayOf },
    ];
    fc.assert(
      fc.property(backups, (all) => {
        const kept = new Set(hourlyToKeep(all, NOW_MS));
        const wanted = new Set<DatedBackup>();
        for (const { count, slotOf } of slots) {
          const seen = new Set<string>();
          for (const backup of latestFirst(all, NOW_MS)) {
            if (seen.size < count && !seen.has(slotOf(backup.name))) wanted.add(backup);
            seen.add(slotOf(backup.name));
          }
        }
        expect(kept).toEqual(wanted);
      }),
    );
  });

  test("lose nothing that a removal after every single backup would have kept", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 150 }), (gapsInHours) => {
        let now = NOW_MS;
        let standing: DatedBackup[] = [];
        const all: DatedBackup[] = [];
        for (const gap of gapsInHours) {
          now += gap * HOUR_MS;
          all.push(at(now));
          standing = hourlyToKeep([...standing, at(now)], now);
        }
        expect(times(standing)).toEqual(times(hourlyToKeep(all, now)));
      }),
    );
  });
});

test("of those before migrations the last five are kept", () => {
  expect(times(beforeMigrationsToKeep(every(DAY_MS, 9), NOW_MS))).toEqual(times(every(DAY_MS, 5)));
  expect(beforeMigrationsToKeep([], NOW_MS)).toEqual([]);
});

describe("a backup is due", () => {
  const latest = { ...at(NOW_MS - HOUR_MS), changedAtMs: 1_000 };
  const due = (madeAtMs: number, changedAtMs: number) =>
    isBackupDue({ ...latest, madeAtMs }, { changedAtMs, nowMs: NOW_MS });

  test("when there is none", () => expect(isBackupDue(undefined, { changedAtMs: 1, nowMs: NOW_MS })).toBe(true));
  test("after an hour in which something was written", () => expect(due(NOW_MS - HOUR_MS, 2_000)).toBe(true));
  test("also when the clock was put back since", () => expect(due(NOW_MS + DAY_MS, 500)).toBe(true));
  test("not earlier", () => expect(due(NOW_MS - HOUR_MS + 1, 2_000)).toBe(false));
  test("not when nothing was written", () => expect(due(NOW_MS - 30 * DAY_MS, 1_000)).toBe(false));
});

/** The Monday of a date's week. */
function mondayOf(name: string): string {
  const date = new Date(`${name.slice(0, 10)}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
  return date.toISOString().slice(0, 10);
}
