import "server-only";
import { mergeGuest } from "@/lib/data/guest-merge";
import { createSession, endSession, type LearnerKind } from "@/lib/data/sessions";
import type { UserId } from "@/lib/srs/types";
import type { SessionUser } from "./current-user";
import { rememberDevice } from "./device-cookie";
import { clearSessionCookie, setSessionCookie } from "./session-cookie";

/** A session that has begun. The browser still has to be given its cookie: by us, or by next-auth after a provider's sign-in. */
export interface OpenedSession {
  readonly userId: UserId;
  readonly sessionId: string;
}

/** Who was signed in with this browser until now. */
export interface SessionChange {
  readonly before: SessionUser | null;
  readonly nowMs: number;
}

/** Begins a session of a learner in the database; the browser's session until now ends. */
export async function openSession(
  learner: { readonly id: UserId; readonly kind: LearnerKind },
  { before, nowMs }: SessionChange,
): Promise<OpenedSession> {
  const sessionId = await createSession(learner.id, { kind: learner.kind, nowMs });
  if (before !== null) await endSession(before.id, before.sessionId);
  if (learner.kind === "registered") await rememberDevice(learner.id);
  return { userId: learner.id, sessionId };
}

/** The same, and gives the browser its cookie. Returns the learner as signed in. */
export async function beginSession(
  learner: Omit<SessionUser, "sessionId">,
  change: SessionChange,
): Promise<SessionUser> {
  const opened = await openSession(learner, change);
  await setSessionCookie(opened);
  return { id: learner.id, kind: learner.kind, displayName: learner.displayName, sessionId: opened.sessionId };
}

/**
 * Brings a guest's answers into the account that is about to be entered; the guest is then no more.
 * Returns how many operations came over, null when there was no guest.
 */
export async function bringGuestAlong(userId: UserId, before: SessionUser | null): Promise<number | null> {
  if (before?.kind !== "guest") return null;
  const merged = await mergeGuest(userId, { guestId: before.id });
  return merged?.operations ?? null;
}

/** Ends the browser's session, if it has one. */
export async function leave(user: SessionUser | null): Promise<void> {
  if (user !== null) await endSession(user.id, user.sessionId);
  await clearSessionCookie();
}
