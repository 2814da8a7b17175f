// What the tabs of one browser tell each other: an answer given in one must not be asked for in another.

import type { Operation, UserId } from "@/lib/srs/types";

export type TabMessage =
  /** Operations made in the sending tab, folded in by the others. */
  | { readonly kind: "operations"; readonly userId: UserId; readonly operations: readonly Operation[] }
  /** The outbox shrank or grew: count again. */
  | { readonly kind: "outbox"; readonly userId: UserId };

export interface Tabs {
  tell(message: TabMessage): void;
  close(): void;
}

const CHANNEL = "termwise";

/** Opens the channel of one learner; messages about another learner are not for us. Without BroadcastChannel nothing is told. */
export function openTabs(userId: UserId, onMessage: (message: TabMessage) => void): Tabs {
  if (typeof BroadcastChannel === "undefined") return { tell() {}, close() {} };
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = (event: MessageEvent<TabMessage>) => {
    if (event.data.userId === userId) onMessage(event.data);
  };
  return {
    tell: (message) => channel.postMessage(message),
    close: () => channel.close(),
  };
}
