// Brings a review to life in a browser: what an earlier visit kept, the outbox, the other tabs, the end of the study day.

import { OPERATION_ID_RANDOM_BYTES } from "@/lib/srs/operation-id";
import type { SessionPayload } from "@/lib/srs/session-payload";
import type { CardId, ConceptId, UserId } from "@/lib/srs/types";
import { type ApiFailure, type ApiResult, fetchSession, postExtraNew, putSuspension } from "./api";
import { type BrowserSync, startBrowserSync } from "./browser-sync";
import { nowMs } from "./clock";
import { databaseOpener } from "./database";
import { adoptGuestOperations } from "./outbox";
import { createQueueRefresher } from "./queue-refresher";
import { ReviewController } from "./review-controller";
import { type CachedSession, openSessionCache, type SessionCache } from "./session-cache";
import type { SyncStatus } from "./sync";

export interface ReviewLearner {
  readonly userId: UserId;
  readonly guest: boolean;
}

export interface ReviewSessionListener {
  status(status: SyncStatus): void;
  /** The browser refuses to store; unsent answers live only as long as the page. */
  volatile(): void;
  /** The day's queue was replaced because a new study day has begun. */
  newDay(): void;
}

export interface ReviewSession {
  readonly controller: ReviewController;
  readonly sync: BrowserSync;
  /** Asks for more new cards today. Null when they are there. */
  learnMore(extraNew: number): Promise<ApiFailure | null>;
  /** Sets a card, or with `cardId` null a whole concept, aside or takes it back. Null when done. */
  suspend(input: { conceptId: ConceptId; cardId: CardId | null; suspended: boolean }): Promise<ApiFailure | null>;
  stop(): void;
}

const openDatabase = databaseOpener();

/**
 * Opens the review. `payload` is what the server put into the page, null when it could not; then the kept queue serves. Resolves to a
 * failure only when there is neither. `stopped` tells that the page went away while this was waiting.
 */
export async function openReviewSession(input: {
  readonly learner: ReviewLearner;
  readonly payload: SessionPayload | null;
  readonly listener: ReviewSessionListener;
  readonly stopped: () => boolean;
}): Promise<ApiResult<ReviewSession> | null> {
  const { learner, listener } = input;
  const cache = openSessionCache(openDatabase, learner.userId);
  if (!learner.guest) await adoptGuestOperations(openDatabase, learner.userId).catch(() => 0);
  const kept = await cache.load(input.payload?.studyDay ?? null);
  let payload = input.payload ?? kept.payload;
  if (payload === null) {
    const fetched = await fetchSession(learner.userId);
    if (!fetched.ok) return input.stopped() ? null : fetched;
    payload = fetched.value;
  }
  if (input.stopped()) return null;
  if (!isComplete(payload)) return { ok: false, failure: { kind: "error", code: "internal" } };
  // A page that comes back from the browser's memory brings the queue of its first showing.
  const stale = kept.payload !== null && payload.serverNow <= kept.payload.serverNow;
  return { ok: true, value: runReviewSession({ learner, listener, payload, kept, cache, stale }) };
}

/** Every card of the queue has its content; a kept queue of an older version of the app might not. */
function isComplete({ queue, cards, concepts }: SessionPayload): boolean {
  const conceptOf = new Map(cards.map((card) => [card.cardId, card.conceptId]));
  const known = new Set(concepts.map((concept) => concept.id));
  return queue.every(({ cardId }) => {
    const conceptId = conceptOf.get(cardId);
    return conceptId !== undefined && known.has(conceptId);
  });
}

function runReviewSession(input: {
  readonly learner: ReviewLearner;
  readonly listener: ReviewSessionListener;
  readonly payload: SessionPayload;
  readonly kept: CachedSession;
  readonly cache: SessionCache;
  /** The payload is not fresh from the server. */
  readonly stale: boolean;
}): ReviewSession {
  const { learner, listener, cache, kept } = input;
  const { userId } = learner;
  const controller: ReviewController = new ReviewController(
    {
      nowMs,
      steadyMs: () => performance.now(),
      randomBytes: () => crypto.getRandomValues(new Uint8Array(OPERATION_ID_RANDOM_BYTES)),
      enqueue: (operations) => sync.enqueue(operations),
      pin: (card) => void cache.pin(card),
    },
    { payload: input.payload, operations: kept.operations, pinned: kept.pinned, hidden: document.hidden },
  );
  const sync: BrowserSync = startBrowserSync({
    ...learner,
    open: openDatabase,
    studyDay: () => controller.view().session.payload.studyDay,
    listener: {
      status: listener.status,
      volatile: listener.volatile,
      elsewhere: (operations) => controller.foldElsewhere(operations),
      settled(states) {
        if (controller.isBehind(states)) refresher.refresh();
        else goOn();
      },
    },
  });
  const take = (payload: SessionPayload) => {
    const isNewDay = payload.studyDay !== controller.view().session.payload.studyDay;
    controller.replacePayload(payload);
    void cache.savePayload(payload);
    if (isNewDay) listener.newDay();
  };
  const refresher = createQueueRefresher({
    fetch: () => fetchSession(userId),
    take,
    dayEndsAt: () => controller.view().session.payload.dayEndsAt,
    isAnswerShown: () => controller.view().session.phase === "answer",
    nowMs,
    skewMs: input.stale ? 0 : input.payload.serverNow - nowMs(),
  });
  /** A long queue comes in pieces: at the end of one, and when the server knows of every answer, the next is due. */
  const goOn = () => {
    if (controller.needsMore() && sync.status().pending === 0) refresher.refresh();
  };
  if (input.stale) refresher.refresh();
  else void cache.savePayload(input.payload);
  const stopWatching = watchPage({
    controller,
    check() {
      refresher.check();
      goOn();
    },
  });
  return {
    controller,
    sync,
    async learnMore(extraNew) {
      const answered = await postExtraNew(userId, extraNew);
      if (!answered.ok) return answered.failure;
      take(answered.value);
      return null;
    },
    async suspend(suspension) {
      const answered = await putSuspension(userId, suspension);
      if (!answered.ok) return answered.failure;
      if (suspension.suspended) controller.suspend(suspension.conceptId, suspension.cardId);
      else refresher.refresh();
      return null;
    },
    stop() {
      stopWatching();
      refresher.stop();
      sync.stop();
    },
  };
}

/** Looks at the day whenever a card is done or the page comes back, and stops the card's time while nobody can see it. */
function watchPage({ controller, check }: { controller: ReviewController; check: () => void }): () => void {
  const look = () => {
    controller.setHidden(document.hidden);
    check();
  };
  const unsubscribe = controller.subscribe(check);
  document.addEventListener("visibilitychange", look);
  window.addEventListener("pageshow", look);
  return () => {
    unsubscribe();
    document.removeEventListener("visibilitychange", look);
    window.removeEventListener("pageshow", look);
  };
}
