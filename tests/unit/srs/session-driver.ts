// Answers and undos as a person makes them, one a second.

import { currentCard, grade, reveal, type Session, undo } from "@/lib/srs/session";
import type { LoggedOperation, Operation, OperationId, Quality, StudyDay } from "@/lib/srs/types";
import { NOON_MS } from "./model-server";
import { newCard, TODAY } from "./queue-factory";

const DAY_MS = 86_400_000;
let serial = 0;

/** Ids in the order in which they are asked for. */
export function nextId(): OperationId {
  serial += 1;
  return `018bcfe5-6800-7000-8000-${serial.toString(16).padStart(12, "0")}` as OperationId;
}
const stamp = () => ({ operationId: nextId(), answeredAt: NOON_MS + serial * 1_000, timeZone: "UTC" });

/** An answer in the past, `daysAgo` days before today. */
export function past(name: string, daysAgo: number, quality: Quality = 4): LoggedOperation {
  const id = nextId();
  const { cardId } = newCard(name);
  const studyDay = (TODAY - daysAgo) as StudyDay;
  const answeredAt = studyDay * DAY_MS + serial;
  return { id, cardId, answeredAt, studyDay, timeZone: "UTC", kind: "answer", quality, elapsedMs: 3_000, mode: "flip" };
}

export interface Course {
  readonly session: Session;
  /** What was sent, oldest first. */
  readonly sent: readonly Operation[];
}

/** Reveals and grades the current card. */
export function answerCurrent({ session, sent }: Course, quality: Quality, elapsedMs = 5_000): Course {
  const graded = grade(reveal(session), { ...stamp(), quality, elapsedMs });
  return { session: graded.session, sent: [...sent, graded.operation] };
}

export function answerAll(session: Session, qualities: readonly Quality[]): Course {
  return qualities.reduce<Course>((course, quality) => answerCurrent(course, quality), { session, sent: [] });
}

/** Undoes the last answer; unchanged when there is none. */
export function undoLast({ session, sent }: Course): Course {
  const undone = undo(session, stamp());
  return undone === null ? { session, sent } : { session: undone.session, sent: [...sent, undone.operation] };
}

export function queued(session: Session): string[] {
  return session.queue.map((entry) => entry.cardId);
}

export function currentName(session: Session): string | undefined {
  return currentCard(session)?.cardId;
}
