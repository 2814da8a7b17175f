import { useTranslations } from "use-intl";
import type { SyncStatus } from "@/lib/client/sync";

export interface SaveStateView extends SyncStatus {
  /** False when the browser refuses to store: what is pending lives only as long as the page. */
  readonly durable: boolean;
}

export type SaveStateName = "saved" | "pending" | "offline" | "signedOut" | "volatile" | "rejected";

/** The one word for a save state. */
export function readSaveState(save: SaveStateView): SaveStateName {
  if (save.pending === 0) return save.rejected > 0 ? "rejected" : "saved";
  if (save.phase === "signed-out") return "signedOut";
  if (!save.durable) return "volatile";
  return save.phase === "offline" ? "offline" : "pending";
}

/** Where the answers are. "Saved" stands here only when the server has taken every one. */
export function SaveState({ save }: { save: SaveStateView }) {
  const t = useTranslations("review.save");
  const state = readSaveState(save);
  return (
    <span data-testid="save-state" data-state={state} className="flex min-w-0 items-center tabular-nums">
      <Mark state={state} />
      <span className="truncate">{t(state, { count: state === "rejected" ? save.rejected : save.pending })}</span>
    </span>
  );
}

/** A full dot, a ring, a broken ring: told apart without colour. */
function Mark({ state }: { state: SaveStateName }) {
  const colour = state === "saved" ? "var(--good)" : state === "pending" ? "var(--warn)" : "var(--danger)";
  return (
    <svg aria-hidden="true" viewBox="0 0 10 10" className="mr-1.5 size-2.5 shrink-0">
      <circle
        cx="5"
        cy="5"
        r="3.6"
        fill={state === "saved" ? colour : "none"}
        stroke={colour}
        strokeWidth="1.6"
        strokeDasharray={state === "saved" || state === "pending" ? "none" : "3.2 2.4"}
      />
    </svg>
  );
}
