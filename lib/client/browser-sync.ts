// The sender of the outbox in a real browser: its storage, network, locks, timers, and the events that wake it.

import type { Operation, StudyDay, UserId } from "@/lib/srs/types";
import { postReviews } from "./api";
import { nowMs } from "./clock";
import type { Database, RejectedOperation } from "./database";
import { exclusiveRunner } from "./exclusive";
import { withMemoryFallback } from "./memory-outbox";
import { openOutbox } from "./outbox";
import { createSync, type SyncListener, type SyncStatus } from "./sync";
import { openTabs } from "./tabs";

export interface BrowserSyncInput {
  readonly userId: UserId;
  readonly guest: boolean;
  readonly open: () => Promise<Database>;
  readonly studyDay: () => StudyDay;
  readonly listener: SyncListener & {
    /** The browser refused storage: what is unsent lives only as long as the page. */
    volatile(): void;
    /** Another tab of this learner made operations. */
    elsewhere(operations: readonly Operation[]): void;
  };
}

export interface BrowserSync {
  /** Keeps and sends operations, and tells the other tabs. Returns at once; the screen does not wait for it. */
  enqueue(operations: readonly Operation[]): void;
  wake(): void;
  listRejected(): Promise<readonly RejectedOperation[]>;
  retryRejected(): Promise<void>;
  discardRejected(): Promise<void>;
  status(): SyncStatus;
  /** Lets go of events, timers and channels. What is unsent stays in the outbox. */
  stop(): void;
}

/** Starts sending, first of all what an earlier visit left behind. */
export function startBrowserSync(input: BrowserSyncInput): BrowserSync {
  const { userId, guest, open, listener } = input;
  const store = withMemoryFallback(openOutbox(open, { userId, guest, studyDay: input.studyDay }), () =>
    listener.volatile(),
  );
  const tabs = openTabs(userId, (message) => {
    if (message.kind === "operations") listener.elsewhere(message.operations);
    void sync.recount();
  });
  const tellOutbox = () => tabs.tell({ kind: "outbox", userId });
  const sync = createSync(
    {
      store,
      send: (operations) => postReviews({ userId, operations, nowMs: nowMs() }),
      nowMs,
      random: Math.random,
      schedule(delayMs, run) {
        const timer = setTimeout(run, delayMs);
        return () => clearTimeout(timer);
      },
      exclusively: exclusiveRunner(`termwise-outbox-${userId}`, navigator.locks),
      isOnline: () => navigator.onLine,
    },
    {
      status: (status) => listener.status?.(status),
      settled(states) {
        tellOutbox();
        listener.settled?.(states);
      },
    },
  );
  const wake = () => void sync.wake();
  const stopListening = listenForReturn(wake);
  wake();
  return {
    enqueue(operations) {
      void sync.enqueue(operations);
      tabs.tell({ kind: "operations", userId, operations });
    },
    wake,
    listRejected: () => store.listRejected(),
    retryRejected: () => sync.retryRejected().finally(tellOutbox),
    discardRejected: () => sync.discardRejected().finally(tellOutbox),
    status: () => sync.status(),
    stop() {
      stopListening();
      tabs.close();
      sync.stop();
    },
  };
}

/** Calls back when the network, the page or the learner comes back. Returns how to stop. */
function listenForReturn(wake: () => void): () => void {
  const wakeWhenVisible = () => {
    if (document.visibilityState === "visible") wake();
  };
  window.addEventListener("online", wake);
  window.addEventListener("pageshow", wake);
  document.addEventListener("visibilitychange", wakeWhenVisible);
  return () => {
    window.removeEventListener("online", wake);
    window.removeEventListener("pageshow", wake);
    document.removeEventListener("visibilitychange", wakeWhenVisible);
  };
}
