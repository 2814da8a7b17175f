// The log is the truth: a card's state is a fold over its operations, the same whatever the order in which they arrived.

import type { Scheduler } from "./scheduler";
import { asStudyDay } from "./study-day";
import type { AnswerOperation, CardProgress, LoggedOperation, OperationId, Schedule, StudyDay } from "./types";

/** An answer in the log. */
export type LoggedAnswer = AnswerOperation & { readonly studyDay: StudyDay };

/** The log's order: by time as stored, then by id. Each id once. */
export function sortLog(operations: readonly LoggedOperation[]): LoggedOperation[] {
  const seen = new Set<OperationId>();
  return operations.toSorted(compareOperations).filter(({ id }) => !seen.has(id) && seen.add(id));
}

/** A total order. The store keeps one content per id; what comes after the id only makes a broken input give the same result always. */
function compareOperations(a: LoggedOperation, b: LoggedOperation): number {
  return a.answeredAt - b.answeredAt || compareText(a.id, b.id) || compareText(contentOf(a), contentOf(b));
}
function contentOf(operation: LoggedOperation): string {
  const content = operation.kind === "undo" ? operation.targetId : operation.quality;
  return `${operation.kind} ${operation.studyDay} ${content}`;
}
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * The operations that count. One is active unless an active undo targets it, so the undo of an undo is a redo. An undo may stand before
 * its target. Undos that target each other in a circle (no honest client makes them) are all inactive, and can target nothing else.
 */
export function activeOperationIds(operations: readonly LoggedOperation[]): Set<OperationId> {
  return activeIdsOf(sortLog(operations));
}

function activeIdsOf(log: readonly LoggedOperation[]): Set<OperationId> {
  const ids = new Set(log.map(({ id }) => id));
  const targetOf = new Map<OperationId, OperationId>();
  const undecidedUndos = new Map<OperationId, number>();
  for (const operation of log) {
    if (operation.kind === "answer" || !ids.has(operation.targetId)) continue;
    targetOf.set(operation.id, operation.targetId);
    undecidedUndos.set(operation.targetId, (undecidedUndos.get(operation.targetId) ?? 0) + 1);
  }
  // Nearly every log: nothing is taken back.
  if (targetOf.size === 0) return ids;
  const active = new Set<OperationId>();
  const takenBack = new Set<OperationId>();
  // From what nothing targets inwards. An operation is decided when all its undos are; those in a circle never are.
  const decidable = [...ids].filter((id) => !undecidedUndos.has(id));
  for (const id of decidable) {
    const isActive = !takenBack.has(id);
    if (isActive) active.add(id);
    const target = targetOf.get(id);
    if (target === undefined) continue;
    if (isActive) takenBack.add(target);
    const left = (undecidedUndos.get(target) ?? 0) - 1;
    undecidedUndos.set(target, left);
    if (left === 0) decidable.push(target);
  }
  return active;
}

/** The answers that stand, in the log's order. */
export function standingAnswers(operations: readonly LoggedOperation[]): LoggedAnswer[] {
  const log = sortLog(operations);
  const active = activeIdsOf(log);
  return log.filter((operation) => operation.kind === "answer" && active.has(operation.id)) as LoggedAnswer[];
}

/** The state of one card from all its operations, in any order; null when no answer stands. */
export function foldCard(input: {
  readonly operations: readonly LoggedOperation[];
  readonly scheduler: Scheduler;
}): CardProgress | null {
  let progress: CardProgress | null = null;
  for (const answer of standingAnswers(input.operations)) {
    progress = foldAnswer({ progress, answer, scheduler: input.scheduler });
  }
  return progress;
}

/** What the fold takes from an answer. */
export type FoldedAnswer = Pick<LoggedAnswer, "quality" | "studyDay" | "answeredAt">;

/**
 * One step of the fold. An answer on a study day before the card is due is a drill answer: it counts, but changes no schedule. So a
 * second device, an extra round or studying ahead can do no harm.
 */
export function foldAnswer(input: {
  readonly progress: CardProgress | null;
  readonly answer: FoldedAnswer;
  readonly scheduler: Scheduler;
}): CardProgress {
  const { progress, scheduler } = input;
  const { quality, studyDay, answeredAt } = input.answer;
  const passed = quality >= 3 ? studyDay : null;
  const isPractice = isDrill(progress, studyDay);
  const isLapse = !isPractice && quality < 3 && (progress?.firstPassDay ?? null) !== null;
  const after =
    progress !== null && isPractice ? progress : schedule({ before: progress, quality, studyDay, scheduler });
  // Written out field by field: thousands of answers are folded at a time, and spreading takes several times as long.
  return {
    repetitions: after.repetitions,
    intervalDays: after.intervalDays,
    efactorHundredths: after.efactorHundredths,
    dueDay: after.dueDay,
    firstStudyDay: progress?.firstStudyDay ?? studyDay,
    lastStudyDay: studyDay,
    lastQuality: quality,
    lastAnsweredAt: answeredAt,
    firstPassDay: progress?.firstPassDay ?? passed,
    lapses: (progress?.lapses ?? 0) + (isLapse ? 1 : 0),
    answers: (progress?.answers ?? 0) + 1,
  };
}

/** Whether an answer on this study day would change no schedule. */
export function isDrill(progress: Pick<CardProgress, "dueDay"> | null, studyDay: StudyDay): boolean {
  return progress !== null && studyDay < progress.dueDay;
}

function schedule(input: {
  /** null: the card's first answer. */
  readonly before: Schedule | null;
  readonly quality: AnswerOperation["quality"];
  readonly studyDay: StudyDay;
  readonly scheduler: Scheduler;
}): Schedule & Pick<CardProgress, "dueDay"> {
  const { repetitions, intervalDays, efactorHundredths } = input.scheduler.answer(
    input.before ?? input.scheduler.start,
    input.quality,
  );
  return { repetitions, intervalDays, efactorHundredths, dueDay: asStudyDay(input.studyDay + intervalDays) };
}
