// What a learner's totals by day must be, computed from the log alone, and what is stored.

import { rolesOf } from "@/lib/data/answer-roles";
import type { PrismaClient } from "@/lib/data/engine/database";
import { sm2Scheduler } from "@/lib/srs/scheduler";
import type { LoggedOperation, UserId } from "@/lib/srs/types";

/** [study day, answers, ms, reviews, of them recalled], oldest first; days without answers left out. */
export type DayRow = readonly [number, number, number, number, number];

/** By the fold over each card's log, whatever roles are stored. */
export async function totalsOfLog(prisma: PrismaClient, userId: UserId): Promise<DayRow[]> {
  const days = new Map<number, [number, number, number, number]>();
  const operations = (await prisma.operation.findMany({ where: { userId } })).map(toLogged);
  const roles = new Map(
    [...new Set(operations.map(({ cardId }) => cardId))].flatMap((cardId) => {
      const ofCard = operations.filter((operation) => operation.cardId === cardId);
      return [...rolesOf({ operations: ofCard, scheduler: sm2Scheduler })];
    }),
  );
  for (const operation of operations) {
    const role = roles.get(operation.id) ?? "";
    if (operation.kind === "undo" || !["learn", "review", "drill"].includes(role)) continue;
    const day = days.get(operation.studyDay) ?? [0, 0, 0, 0];
    day[0] += 1;
    day[1] += operation.elapsedMs;
    day[2] += role === "review" ? 1 : 0;
    day[3] += role === "review" && operation.quality >= 3 ? 1 : 0;
    days.set(operation.studyDay, day);
  }
  return [...days].sort(([a], [b]) => a - b).map(([studyDay, day]) => [studyDay, ...day]);
}

/** The stored totals, rows of zeros left out. */
export async function storedTotals(prisma: PrismaClient, userId: UserId): Promise<DayRow[]> {
  const rows = await prisma.dayTotal.findMany({ where: { userId }, orderBy: { studyDay: "asc" } });
  const totals = rows.map(
    (row): DayRow => [row.studyDay, row.answers, Number(row.elapsedMs), row.reviews, row.recalled],
  );
  return totals.filter(([, ...sums]) => sums.some((sum) => sum !== 0));
}

type Row = Awaited<ReturnType<PrismaClient["operation"]["findMany"]>>[number];

function toLogged(row: Row): LoggedOperation {
  const { id, cardId, studyDay, timeZone } = row;
  const base = { id, cardId, studyDay, timeZone, answeredAt: Number(row.answeredAt) };
  const own =
    row.kind === "undo"
      ? { kind: "undo", targetId: row.targetId }
      : { kind: "answer", quality: row.quality, elapsedMs: row.elapsedMs, mode: row.mode };
  // The columns were checked before they were written.
  return { ...base, ...own } as LoggedOperation;
}
