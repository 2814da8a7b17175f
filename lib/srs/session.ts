// The review screen's reducer: a day's session in the browser, from the payload and what has been answered since. It needs no network.

import { foldAnswer, isDrill } from "./answer-log";
import { sm2Scheduler } from "./scheduler";
import type { QueueCounts, QueueKind, SessionCard, SessionConcept, SessionPayload } from "./session-payload";
import { answersOfDay, applyOperation, byTime, laterThan, type Session } from "./session-state";
import { asStudyDay, studyDayAt } from "./study-day";
import type {
  AnswerMode,
  AnswerOperation,
  CardId,
  ConceptId,
  Operation,
  OperationId,
  Quality,
  StudyDay,
  UndoOperation,
} from "./types";

export type { Phase, Session } from "./session-state";
export { type SessionSummary, summary } from "./session-summary";

/** Longer is not thinking but absence. */
const ELAPSED_LIMIT_MS = 60_000;

/**
 * Begins or resumes a session. `pending`: operations made in this browser, oldest first; those that the payload has already count once.
 * Throws when the payload asks a card without content.
 */
export function startSession(input: {
  readonly payload: SessionPayload;
  readonly pending?: readonly Operation[];
}): Session {
  const { payload, pending = [] } = input;
  const cards = new Map(payload.cards.map((card) => [card.cardId, card]));
  const concepts = new Map(payload.concepts.map((concept) => [concept.id, concept]));
  for (const { cardId } of payload.queue) {
    const card = cards.get(cardId);
    if (!card || !concepts.has(card.conceptId)) throw new Error(`Inconsistent: no content for the card ${cardId}`);
  }
  const times = [...payload.today, ...payload.cards.flatMap((card) => card.log)].map(({ answeredAt }) => answeredAt);
  const session: Session = {
    payload,
    phase: "question",
    queue: payload.queue,
    cards,
    concepts,
    given: payload.cards.flatMap((card) => answersOfDay(card.log, payload.studyDay)).sort(byTime),
    suspended: new Set(),
    newestAt: times.reduce((newest, time) => Math.max(newest, time), Number.NEGATIVE_INFINITY),
    newestOwnAt: Number.NEGATIVE_INFINITY,
  };
  return atQuestion(
    pending.reduce((state, operation) => applyOperation(state, operation, dayOf(operation, payload)), session),
  );
}

/** The study day of an unsent operation: an earlier one than the session's when it was made before the rollover. */
function dayOf(operation: Operation, { studyDay, settings }: SessionPayload): StudyDay {
  const { answeredAt: instantMs, timeZone } = operation;
  const own = studyDayAt({ instantMs, timeZone, rolloverHour: settings.rolloverHour });
  return asStudyDay(Math.min(own, studyDay));
}

function atQuestion(session: Session): Session {
  return { ...session, phase: session.queue.length === 0 ? "done" : "question" };
}

/** The card on the screen, with its content. */
export interface CurrentCard extends SessionCard {
  readonly kind: QueueKind;
  readonly concept: SessionConcept;
}

/** The card to be asked or graded; null when the session is done. */
export function currentCard(session: Session): CurrentCard | null {
  const [head] = session.queue;
  const card = head && session.cards.get(head.cardId);
  const concept = card && session.concepts.get(card.conceptId);
  if (!head) return null;
  if (!card || !concept) throw new Error(`Inconsistent: no content for the card ${head.cardId}`);
  return { ...card, kind: head.kind, concept };
}

/** Shows the answer. Nothing happens when it is shown already or the session is done. */
export function reveal(session: Session): Session {
  return session.phase === "question" ? { ...session, phase: "answer" } : session;
}

/** What every operation has. `answeredAt` in ms by this client's clock. */
interface OperationInput {
  readonly operationId: OperationId;
  readonly answeredAt: number;
  readonly timeZone: string;
}

export interface GradeInput extends OperationInput {
  readonly quality: Quality;
  /** Time from showing to grading, ms; capped. */
  readonly elapsedMs: number;
  /** "flip" when left out. */
  readonly mode?: AnswerMode;
  readonly typedText?: string;
}

/**
 * Grades the current card and goes on to the next. Below 4 the card comes again after three others, or last when there are fewer.
 * Throws unless the answer is shown: ask `session.phase` before, so that a double tap grades one card.
 */
export function grade(session: Session, input: GradeInput): { session: Session; operation: AnswerOperation } {
  const card = currentCard(session);
  if (!card || session.phase !== "answer")
    throw new Error("Inconsistent: a grade for a card whose answer is not shown");
  const operation: AnswerOperation = {
    kind: "answer",
    id: input.operationId,
    cardId: card.cardId,
    quality: input.quality,
    answeredAt: laterThan(session.newestOwnAt, input.answeredAt),
    timeZone: input.timeZone,
    elapsedMs: Math.min(ELAPSED_LIMIT_MS, Math.max(0, Math.round(input.elapsedMs))),
    mode: input.mode ?? "flip",
    ...(input.typedText === undefined ? {} : { typedText: input.typedText }),
  };
  return { session: atQuestion(applyOperation(session, operation, session.payload.studyDay)), operation };
}

/**
 * Takes back the last answer of today that stands, also one given before a reload; its card is asked again at once, unless it was set
 * aside. Null when no answer of today stands.
 */
export function undo(session: Session, input: OperationInput): { session: Session; operation: UndoOperation } | null {
  const last = session.given.at(-1);
  if (!last) return null;
  const operation: UndoOperation = {
    kind: "undo",
    id: input.operationId,
    cardId: last.cardId,
    targetId: last.id,
    answeredAt: laterThan(session.newestOwnAt, input.answeredAt),
    timeZone: input.timeZone,
  };
  return { session: atQuestion(applyOperation(session, operation, session.payload.studyDay)), operation };
}

/** What a grade would do to the current card. */
export interface GradePreview {
  /** False for a drill answer: the card stays due when it is. */
  readonly changesSchedule: boolean;
  /** Study days from today until the card is due. */
  readonly intervalDays: number;
  /** Whether it would come again in this session. */
  readonly askedAgainToday: boolean;
}

/** The effect of each quality on the current card, by the same fold that applies it; null when the session is done. */
export function previews(session: Session): Readonly<Record<Quality, GradePreview>> | null {
  const card = currentCard(session);
  if (!card) return null;
  const { studyDay } = session.payload;
  const changesSchedule = !isDrill(card.progress, studyDay);
  const preview = (quality: Quality): GradePreview => {
    const answer = { quality, studyDay, answeredAt: 0 };
    const { dueDay } = foldAnswer({ progress: card.progress, answer, scheduler: sm2Scheduler });
    return { changesSchedule, intervalDays: dueDay - studyDay, askedAgainToday: quality < 4 };
  };
  return { 0: preview(0), 1: preview(1), 2: preview(2), 3: preview(3), 4: preview(4), 5: preview(5) };
}

/** Takes a card out of the session; the caller tells the server. */
export function suspendCard(session: Session, cardId: CardId): Session {
  return withoutCards(session, [cardId]);
}

/** Takes all cards of a concept out of the session; the caller tells the server. */
export function suspendConcept(session: Session, conceptId: ConceptId): Session {
  const cards = [...session.cards.values()].filter((card) => card.conceptId === conceptId);
  return withoutCards(
    session,
    cards.map((card) => card.cardId),
  );
}

function withoutCards(session: Session, cardIds: readonly CardId[]): Session {
  const suspended = new Set([...session.suspended, ...cardIds]);
  const queue = session.queue.filter((entry) => !suspended.has(entry.cardId));
  const isCurrentGone = queue[0]?.cardId !== session.queue[0]?.cardId;
  const changed = { ...session, suspended, queue };
  return isCurrentGone ? atQuestion(changed) : changed;
}

/** Puts a card that is still to be asked at the head, so that a reload resumes where it was. Otherwise nothing happens. */
export function resumeAt(session: Session, cardId: CardId): Session {
  const entry = session.queue.find((candidate) => candidate.cardId === cardId);
  if (!entry || entry === session.queue[0]) return session;
  return atQuestion({ ...session, queue: [entry, ...session.queue.filter((candidate) => candidate !== entry)] });
}

/** What is left, by kind. */
export function counts(session: Session): QueueCounts {
  const left = { due: 0, new: 0, drill: 0 };
  for (const { kind } of session.queue) left[kind] += 1;
  return { ...left, waiting: session.payload.counts.waiting };
}

/** An estimate of the time left, ms: at this learner's usual pace. */
export function estimateMs(session: Session): number {
  return session.queue.length * session.payload.msPerAnswer;
}

/** How much of today's session is behind, 0 to 1; grows with every answer. */
export function progressFraction(session: Session): number {
  if (session.queue.length === 0) return 1;
  return session.given.length / (session.given.length + session.queue.length);
}
