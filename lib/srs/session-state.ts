// The state of the review screen and what an operation does to it. Immutable: every change gives a new state.

import { foldCard, type LoggedAnswer, standingAnswers } from "./answer-log";
import type { QueueEntry } from "./queue";
import { DRILL_DISTANCE } from "./queue-order";
import { sm2Scheduler } from "./scheduler";
import type { QueueKind, SessionCard, SessionConcept, SessionPayload } from "./session-payload";
import type { CardId, ConceptId, LoggedOperation, Operation, StudyDay } from "./types";

/** What the screen shows of the card at the queue's head; "done": nothing is left. */
export type Phase = "question" | "answer" | "done";

export interface Session {
  /** As it came from the server; the other fields go on from there. */
  readonly payload: SessionPayload;
  readonly phase: Phase;
  /** What is still to be asked; the first is the current card. */
  readonly queue: readonly QueueEntry[];
  readonly cards: ReadonlyMap<CardId, SessionCard>;
  readonly concepts: ReadonlyMap<ConceptId, SessionConcept>;
  /** Today's answers that stand, oldest first. */
  readonly given: readonly LoggedAnswer[];
  /** Cards set aside since the payload was made. */
  readonly suspended: ReadonlySet<CardId>;
  /** Newest time in the logs, ms; by the server's clock or by ours. */
  readonly newestAt: number;
  /** Newest time that this client has given to an operation, ms by its own clock; −Infinity before the first. */
  readonly newestOwnAt: number;
}

/** The order of a log is by time: a later operation of ours gets a later time, also when a clock was set back. */
export function laterThan(newestMs: number, answeredAt: number): number {
  return Math.max(answeredAt, newestMs + 1);
}

/** What the session holds after one more operation of this client. Unchanged when it knows the operation, or not the card. */
export function applyOperation(session: Session, operation: Operation, studyDay: StudyDay): Session {
  const card = session.cards.get(operation.cardId);
  if (!card || card.log.some(({ id }) => id === operation.id)) return session;
  // Our clock may be behind the server's, which has corrected what stands in the log already; it will correct this one likewise.
  const logged: LoggedOperation = {
    ...operation,
    answeredAt: laterThan(session.newestAt, operation.answeredAt),
    studyDay,
  };
  const changed = withLog(card, [...card.log, logged]);
  const before = session.given.filter(({ cardId }) => cardId === card.cardId);
  const after = answersOfDay(changed.log, session.payload.studyDay);
  const given = [...session.given.filter(({ cardId }) => cardId !== card.cardId), ...after].sort(byTime);
  return {
    ...session,
    cards: new Map(session.cards).set(card.cardId, changed),
    given,
    queue: requeue({ session, card: changed, before, after }),
    newestAt: logged.answeredAt,
    newestOwnAt: Math.max(session.newestOwnAt, operation.answeredAt),
  };
}

function withLog(card: SessionCard, log: readonly LoggedOperation[]): SessionCard {
  return { ...card, log, progress: foldCard({ operations: log, scheduler: sm2Scheduler }), version: log.length };
}

/** The answers of one study day that stand. */
export function answersOfDay(log: readonly LoggedOperation[], studyDay: StudyDay): LoggedAnswer[] {
  return standingAnswers(log).filter((answer) => answer.studyDay === studyDay);
}

export function byTime(a: LoggedOperation, b: LoggedOperation): number {
  return a.answeredAt - b.answeredAt || (a.id < b.id ? -1 : 1);
}

/** The queue after a card's answers of today have changed from `before` to `after`; everything else keeps its order. */
function requeue(input: {
  readonly session: Session;
  readonly card: SessionCard;
  readonly before: readonly LoggedAnswer[];
  readonly after: readonly LoggedAnswer[];
}): readonly QueueEntry[] {
  const { session, card, before, after } = input;
  const { cardId } = card;
  const others = session.queue.filter((entry) => entry.cardId !== cardId);
  if (session.suspended.has(cardId)) return others;
  const due = dueKind(card, session.payload.studyDay);
  if (after.length > before.length) {
    const last = after.at(-1);
    return last && last.quality < 4 ? others.toSpliced(DRILL_DISTANCE, 0, { cardId, kind: "drill" }) : others;
  }
  // A card with an answer of today that stands is never due today: what is taken back then was its drill.
  if (after.length < before.length) return [{ cardId, kind: due ?? "drill" }, ...others];
  // An operation of another day that had not been sent.
  if (after.length > 0) return session.queue;
  if (due === null) return others;
  return session.queue.map((entry) => (entry.cardId === cardId ? { cardId, kind: due } : entry));
}

function dueKind({ progress }: SessionCard, studyDay: StudyDay): Exclude<QueueKind, "drill"> | null {
  if (progress === null) return "new";
  return progress.dueDay <= studyDay ? "due" : null;
}
