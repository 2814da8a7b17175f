import type Database from "better-sqlite3";
import { foldWithRoles } from "@/lib/data/answer-roles";
import { type DayTotals, dayChangesOf, NO_TOTALS, plusTotals } from "@/lib/data/day-totals";
import { seededRandom } from "@/lib/seeded-random";
import { sm2Scheduler } from "@/lib/srs/scheduler";
import { asStudyDay } from "@/lib/srs/study-day";
import { type CardId, GENERAL_SKILLS, type LoggedOperation, type OperationId, type UserId } from "@/lib/srs/types";
import { makeCardHistory } from "./card-history";
import { inserter } from "./insert-rows";
import { BENCH_DECK, conceptIdOf } from "./write-glossary";

const DAY_MS = 86_400_000;
/** Noon in UTC, so that the study day is the calendar day. */
const NOON_MS = DAY_MS / 2;
/** The learner began at most so long ago. */
export const LONGEST_HISTORY_DAYS = 1_500;

/** How large the learner is. Full size: 50,000 concepts, 200,000 cards, half of them started, 12 answers each. */
export interface LearnerSize {
  readonly concepts: number;
  /** 0: nothing has been started. */
  readonly answersPerCard: number;
}

export interface WrittenProgress {
  readonly startedCards: number;
  readonly logRows: number;
}

/** The log, the states and the totals by day of the learner: of fifty concepts twenty with all skills, six with two and eight with one. */
export function writeProgress(
  database: Database.Database,
  options: { readonly userId: UserId; readonly size: LearnerSize; readonly today: number },
): WrittenProgress {
  const { userId, size, today } = options;
  const random = seededRandom(1990);
  const insertOperation = inserter(database, "Operation");
  const insertState = inserter(database, "CardState");
  const days = new Map<number, DayTotals>();
  let startedCards = 0;
  let logRows = 0;
  const startedConcepts = size.answersPerCard === 0 ? 0 : Math.floor((size.concepts * 34) / 50);
  for (let number = 0; number < startedConcepts; number += 1) {
    const share = number % 34;
    const skills = GENERAL_SKILLS.slice(0, share < 20 ? 4 : share < 26 ? 2 : 1);
    for (const skill of skills) {
      const conceptId = conceptIdOf(number);
      const cardId = `${conceptId}.${skill}` as CardId;
      const operations = operationsOf({ cardId, today, count: size.answersPerCard, random, sequence: logRows });
      const { progress, roles } = foldWithRoles({ operations, scheduler: sm2Scheduler });
      const turns = operations.map((operation) => {
        const after = roles.get(operation.id) ?? "undone";
        return { userId, operation, before: null, after };
      });
      for (const { operation, after } of turns) insertOperation({ userId, ...operationRow(operation, after) });
      for (const change of dayChangesOf(turns))
        days.set(change.studyDay, plusTotals(days.get(change.studyDay) ?? NO_TOTALS, change));
      const place = { conceptId, deckId: BENCH_DECK, position: number, skill };
      const version = operations.length;
      insertState({ userId: userId, cardId, ...place, ...progress, version, started: (1 << skills.length) - 1 });
      startedCards += 1;
      logRows += operations.length;
    }
  }
  const insertDay = inserter(database, "DayTotal");
  for (const [studyDay, totals] of days) insertDay({ userId, studyDay, ...totals });
  return { startedCards, logRows };
}

/** The history of one card, moved in time so that today lies in its present interval. */
function operationsOf(input: {
  readonly cardId: CardId;
  readonly today: number;
  readonly count: number;
  readonly random: () => number;
  readonly sequence: number;
}): LoggedOperation[] {
  const { cardId, today, random } = input;
  let history = makeCardHistory(Math.max(2, input.count - 2 + Math.floor(random() * 5)), random);
  while (history.intervalDays < 6 || history.dueOffset > LONGEST_HISTORY_DAYS)
    history = makeCardHistory(Math.max(2, input.count), random);
  const daysToDue = pickDaysToDue(history.intervalDays, random());
  const firstDay = today + daysToDue - history.dueOffset;
  return history.answers.map(({ dayOffset, quality }, index) => {
    const studyDay = asStudyDay(firstDay + dayOffset);
    const answeredAt = studyDay * DAY_MS + NOON_MS + index * 1_000;
    const id = operationId(answeredAt, input.sequence + index);
    const elapsedMs = 2_000 + Math.floor(random() * 8_000);
    return { id, kind: "answer", cardId, quality, answeredAt, timeZone: "UTC", elapsedMs, mode: "flip", studyDay };
  });
}

/** Two cards in a hundred are due or overdue, one in two thousand was answered today, the others wait. */
function pickDaysToDue(intervalDays: number, chance: number): number {
  if (chance < 0.02) return -Math.floor(chance * 300);
  if (chance < 0.0205) return intervalDays;
  return 1 + Math.floor(((chance - 0.0205) / (1 - 0.0205)) * (intervalDays - 1));
}

function operationRow(op: LoggedOperation, role: string): Record<string, unknown> {
  const answer = op.kind === "answer" ? op : null;
  const { id, cardId, kind, answeredAt, studyDay, timeZone } = op;
  const own = {
    quality: answer?.quality ?? null,
    targetId: null,
    elapsedMs: answer?.elapsedMs ?? 0,
    mode: "flip",
    typedText: null,
  };
  const fingerprint = id.replaceAll("-", "").padEnd(43, "0");
  return {
    id,
    cardId,
    kind,
    answeredAt,
    studyDay,
    timeZone,
    ...own,
    fingerprint,
    receivedAt: answeredAt,
    role,
  };
}

/** A UUIDv7 of this instant with a number instead of random bits. */
function operationId(instantMs: number, sequence: number): OperationId {
  const time = instantMs.toString(16).padStart(12, "0");
  const tail = sequence.toString(16).padStart(12, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${tail}` as OperationId;
}
