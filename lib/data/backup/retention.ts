// Which backups are kept. Pure.

export interface DatedBackup {
  readonly name: string;
  /** ms since the epoch, by the clock at that time. */
  readonly madeAtMs: number;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Hours, days and weeks (from Monday) are UTC's, so that a change of zone or of summer time moves no backup into another slot. */
const SLOTS = [
  { count: 24, slotOf: (ms: number) => Math.floor(ms / HOUR_MS) },
  { count: 7, slotOf: (ms: number) => Math.floor(ms / DAY_MS) },
  // 1970-01-01 was a Thursday.
  { count: 8, slotOf: (ms: number) => Math.floor((Math.floor(ms / DAY_MS) + 3) / 7) },
];
export const BACKUPS_KEPT_MAX = SLOTS.reduce((sum, { count }) => sum + count, 0);
const BEFORE_MIGRATIONS_KEPT = 5;

/**
 * The latest first. Backups with a time that has not come were made while the clock was ahead, nobody knows when: they count as older than
 * all others, so that they cannot keep those made since from being kept.
 */
export function latestFirst<Backup extends DatedBackup>(backups: readonly Backup[], nowMs: number): Backup[] {
  const isAhead = ({ madeAtMs }: Backup) => Number(madeAtMs > nowMs);
  const byName = (a: Backup, b: Backup) => (a.name < b.name ? 1 : -1);
  return [...backups].sort((a, b) => isAhead(a) - isAhead(b) || b.madeAtMs - a.madeAtMs || byName(a, b));
}

/**
 * Of the last 24 hours with a backup the last of each, and so of 7 days and of 8 weeks. Hours without one do not count: who studies for
 * half an hour a day has the last 24 days.
 */
export function hourlyToKeep<Backup extends DatedBackup>(backups: readonly Backup[], nowMs: number): Backup[] {
  const ordered = latestFirst(backups, nowMs);
  const kept = new Set(SLOTS.flatMap(({ count, slotOf }) => firstOfEach(ordered, slotOf).slice(0, count)));
  return ordered.filter((backup) => kept.has(backup));
}

/** The last few of those made before migrations. */
export function beforeMigrationsToKeep<Backup extends DatedBackup>(
  backups: readonly Backup[],
  nowMs: number,
): Backup[] {
  return latestFirst(backups, nowMs).slice(0, BEFORE_MIGRATIONS_KEPT);
}

function firstOfEach<Backup extends DatedBackup>(ordered: readonly Backup[], slotOf: (ms: number) => number): Backup[] {
  const slots = new Map<number, Backup>();
  for (const backup of ordered) {
    const slot = slotOf(backup.madeAtMs);
    if (!slots.has(slot)) slots.set(slot, backup);
  }
  return [...slots.values()];
}

/**
 * Whether it is time for the next: an hour has passed since the latest, and the database has been written to since.
 *
 * @param changedAtMs when the database was last written to, in the same clock as the backups' own `changedAtMs`
 */
export function isBackupDue(
  latest: (DatedBackup & { readonly changedAtMs: number }) | undefined,
  { changedAtMs, nowMs }: { readonly changedAtMs: number; readonly nowMs: number },
): boolean {
  if (latest === undefined) return true;
  // Not "later than": a clock that was put back would hide what was written since.
  if (latest.changedAtMs === changedAtMs) return false;
  const elapsedMs = nowMs - latest.madeAtMs;
  return elapsedMs < 0 || elapsedMs >= HOUR_MS;
}
