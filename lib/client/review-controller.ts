// The review screen without a screen: which card is shown under which operation id, and what each act of the learner does at once.
// Everything here is synchronous; storing and sending happen behind it.

import { makeOperationId } from "@/lib/srs/operation-id";
import {
  currentCard,
  grade,
  resumeAt,
  reveal,
  type Session,
  startSession,
  suspendCard,
  suspendConcept,
  undo,
} from "@/lib/srs/session";
import type { CardStateView, SessionPayload } from "@/lib/srs/session-payload";
import type { CardId, ConceptId, Operation, OperationId, Quality } from "@/lib/srs/types";
import type { PinnedCard } from "./session-cache";
import { elapsedMs, pauseStopwatch, resumeStopwatch, type Stopwatch, startStopwatch } from "./stopwatch";

export interface ReviewPorts {
  /** The browser's clock, ms since the epoch. */
  nowMs(): number;
  /** A clock that never jumps, ms. */
  steadyMs(): number;
  /** At least 10 bytes. */
  randomBytes(): Uint8Array;
  /** Keeps and sends operations; must not block. */
  enqueue(operations: readonly Operation[]): void;
  /** Keeps the card on the screen for a reload; must not block. */
  pin(card: PinnedCard | null): void;
}

/** One showing of one card. Its id is the operation id prepared for its answer: whoever answers names it, so that no event hits another card. */
export interface Presentation {
  readonly id: OperationId;
  readonly cardId: CardId;
}

export interface ReviewView {
  readonly session: Session;
  /** null when nothing is left to be asked. */
  readonly shown: Presentation | null;
}

export interface ReviewStart {
  readonly payload: SessionPayload;
  /** Operations made in this browser that the payload may lack. */
  readonly operations: readonly Operation[];
  readonly pinned: PinnedCard | null;
  /** The page is in the background. */
  readonly hidden: boolean;
}

export class ReviewController {
  readonly #ports: ReviewPorts;
  readonly #listeners = new Set<() => void>();
  #made: readonly Operation[];
  #previousId: OperationId | null = null;
  #watch: Stopwatch;
  #hidden: boolean;
  #view: ReviewView;

  constructor(ports: ReviewPorts, start: ReviewStart) {
    this.#ports = ports;
    this.#made = start.operations;
    this.#hidden = start.hidden;
    const begun = startSession({ payload: start.payload, pending: start.operations });
    const pinned = start.pinned !== null && !isAnswered(begun, start.pinned) ? start.pinned : null;
    const session = pinned === null ? begun : resumeAt(begun, pinned.cardId);
    const resumes = pinned !== null && currentCard(session)?.cardId === pinned.cardId;
    this.#watch = this.#newWatch(resumes ? pinned.elapsedMs : 0);
    this.#view = resumes
      ? {
          session: pinned.revealed ? reveal(session) : session,
          shown: { id: pinned.operationId, cardId: pinned.cardId },
        }
      : this.#present(session);
    this.#pin();
  }

  readonly view = (): ReviewView => this.#view;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Shows the answer of this showing; nothing when it is shown already or the card has changed. */
  reveal(presentationId: OperationId): void {
    const { session, shown } = this.#view;
    if (shown?.id !== presentationId || session.phase !== "question") return;
    this.#show({ session: reveal(session), shown });
  }

  /** Grades this showing; nothing when it has been graded already or its answer is not shown. */
  grade(presentationId: OperationId, quality: Quality): void {
    const { session, shown } = this.#view;
    if (shown?.id !== presentationId || session.phase !== "answer") return;
    const spentMs = elapsedMs(this.#watch, this.#ports.steadyMs());
    const graded = grade(session, { ...this.#stamp(shown.id), quality, elapsedMs: spentMs });
    this.#record(graded.operation);
    this.#showNext(graded.session);
  }

  /** Takes back the last answer that stands today; false when there is none. */
  undo(): boolean {
    const undone = undo(this.#view.session, this.#stamp(this.#newId()));
    if (undone === null) return false;
    this.#record(undone.operation);
    this.#showNext(undone.session);
    return true;
  }

  /** Takes a card, or with `cardId` null all cards of a concept, out of the session, once the server has agreed. */
  suspend(conceptId: ConceptId, cardId: CardId | null): void {
    const { session } = this.#view;
    this.#keepOrNext(cardId === null ? suspendConcept(session, conceptId) : suspendCard(session, cardId));
  }

  /** Folds in what another tab has made, so that no card is asked twice. */
  foldElsewhere(operations: readonly Operation[]): void {
    this.replacePayload(this.#view.session.payload, operations);
  }

  /** Goes on with a newer queue. The card on the screen stays there when it is still to be asked. */
  replacePayload(payload: SessionPayload, elsewhere: readonly Operation[] = []): void {
    this.#made = [...this.#made, ...elsewhere];
    const { session, shown } = this.#view;
    const fresh = startSession({ payload, pending: this.#made });
    const resumed = shown === null ? fresh : resumeAt(fresh, shown.cardId);
    const same = shown !== null && currentCard(resumed)?.cardId === shown.cardId;
    this.#keepOrNext(same && session.phase === "answer" ? reveal(resumed) : resumed);
  }

  /** Whether the server knows more of a card than this session does: another device has answered. */
  isBehind(states: readonly CardStateView[]): boolean {
    return states.some((state) => state.version > (this.#view.session.cards.get(state.cardId)?.version ?? 0));
  }

  /** Whether this piece of the queue is done and the server has more for today. */
  needsMore(): boolean {
    const { session, shown } = this.#view;
    const { counts, queue } = session.payload;
    return shown === null && counts.due + counts.new + counts.drill > queue.length;
  }

  /** The time on a card does not run while nobody can see it. */
  setHidden(hidden: boolean): void {
    if (this.#hidden === hidden) return;
    this.#hidden = hidden;
    const at = this.#ports.steadyMs();
    this.#watch = hidden ? pauseStopwatch(this.#watch, at) : resumeStopwatch(this.#watch, at);
    if (hidden) this.#pin();
  }

  #newId(): OperationId {
    const input = { nowMs: this.#ports.nowMs(), random: this.#ports.randomBytes(), previous: this.#previousId };
    this.#previousId = makeOperationId(input);
    return this.#previousId;
  }

  #stamp(operationId: OperationId) {
    const { timeZone } = this.#view.session.payload.settings;
    return { operationId, answeredAt: this.#ports.nowMs(), timeZone };
  }

  #newWatch(countedMs = 0): Stopwatch {
    return startStopwatch({ atMs: this.#ports.steadyMs(), countedMs, paused: this.#hidden });
  }

  #present(session: Session): ReviewView {
    const card = currentCard(session);
    return { session, shown: card === null ? null : { id: this.#newId(), cardId: card.cardId } };
  }

  #record(operation: Operation): void {
    this.#made = [...this.#made, operation];
    this.#ports.enqueue([operation]);
  }

  #showNext(session: Session): void {
    this.#watch = this.#newWatch();
    this.#show(this.#present(session));
  }

  /** The same showing as long as its card is the current one and its answer has not been given elsewhere. */
  #keepOrNext(session: Session): void {
    const { shown, session: before } = this.#view;
    const card = currentCard(session);
    const known = shown === null ? undefined : before.cards.get(shown.cardId)?.version;
    const stays = shown !== null && card?.cardId === shown.cardId && card.version === known;
    if (stays) this.#show({ session, shown });
    else this.#showNext(session);
  }

  #show(view: ReviewView): void {
    this.#view = view;
    for (const listener of this.#listeners) listener();
    this.#pin();
  }

  #pin(): void {
    const { shown, session } = this.#view;
    const card = shown && {
      studyDay: session.payload.studyDay,
      cardId: shown.cardId,
      operationId: shown.id,
      revealed: session.phase === "answer",
      elapsedMs: elapsedMs(this.#watch, this.#ports.steadyMs()),
    };
    this.#ports.pin(card);
  }
}

/** A crash between grading and pinning the next card leaves a pin whose answer is given. */
function isAnswered(session: Session, pinned: PinnedCard): boolean {
  return session.cards.get(pinned.cardId)?.log.some((operation) => operation.id === pinned.operationId) ?? false;
}
