// lib/auth knows who is asking: passwords, sessions, sign-in by providers, throttling. The only code that touches next-auth; it asks
// lib/data for everything stored. Screens and routes import this file for the learner.
import "server-only";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { nowMs } from "@/lib/clock";
import { isDatabaseAway } from "@/lib/data/database-away";
import { findSession, type LearnerKind, touchSession } from "@/lib/data/sessions";
import { AppError } from "@/lib/errors";
import type { UserId } from "@/lib/srs/types";
import {
  decodeSessionToken,
  isDueForRenewal,
  readSessionToken,
  type SessionToken,
  setSessionCookie,
} from "./session-cookie";
import { asUserId } from "./user-id";

/** Who is signed in. */
export interface SessionUser {
  readonly id: UserId;
  readonly kind: LearnerKind;
  readonly displayName: string | null;
  readonly sessionId: string;
}

/** Names the learner for whom a page was made. A page may outlive its session: another tab signs in as somebody else. */
export const LEARNER_HEADER = "x-termwise-learner";

interface CurrentSession {
  readonly user: SessionUser;
  readonly token: SessionToken;
}

const currentSession = cache(async (): Promise<CurrentSession | null> => {
  const token = await readSessionToken();
  if (token === null) return null;
  try {
    return await standingSession(token);
  } catch (error) {
    if (isDatabaseAway(error)) throw new AppError("unavailable", { retryAfterSeconds: 5 });
    throw error;
  }
});

async function standingSession(token: SessionToken): Promise<CurrentSession | null> {
  // We encrypted the token ourselves, and the row says that it still holds.
  const id = asUserId(token.userId);
  const now = nowMs();
  const session = await findSession(id, { sessionId: token.sessionId, nowMs: now });
  if (session === null) return null;
  await touchSession(id, { session, nowMs: now });
  return { token, user: { id, kind: session.kind, displayName: session.displayName, sessionId: session.id } };
}

/**
 * The learner who is asking, or null. Checked against the session's row, once per request. Throws AppError "unavailable" when the database
 * cannot be asked.
 */
export async function getUser(): Promise<SessionUser | null> {
  return (await currentSession())?.user ?? null;
}

/**
 * The learner who is asking, for route handlers. Throws AppError "sign-in-required", also when the page that asks was made for another
 * learner than the one who is signed in by now.
 */
export async function requireUser(): Promise<SessionUser> {
  const session = await currentSession();
  if (session === null) throw new AppError("sign-in-required");
  const meant = (await headers()).get(LEARNER_HEADER);
  if (meant !== null && meant !== session.user.id) throw new AppError("sign-in-required");
  if (isDueForRenewal(session.token, nowMs())) await setSessionCookie(session.token);
  return session.user;
}

/**
 * The learner of a request that is answered without the framework. Null when there is anything to say about it: no session, another learner
 * than the page was made for, a cookie that is due to be renewed. Throws as `getUser` does.
 */
export async function findPlainUser(request: {
  /** The value of the session's cookie. */
  readonly cookie: string;
  /** The value of LEARNER_HEADER. */
  readonly learner: string | null;
}): Promise<SessionUser | null> {
  const token = await decodeSessionToken(request.cookie);
  if (token === null || isDueForRenewal(token, nowMs())) return null;
  const session = await standingSession(token);
  return session === null || (request.learner ?? session.user.id) !== session.user.id ? null : session.user;
}

/** The learner who is asking, for pages: whoever is not signed in is sent to sign in and comes back to `path` afterwards. */
export async function requireUserOrRedirect(path?: string): Promise<SessionUser> {
  const user = await getUser();
  if (user === null) redirect(path === undefined ? "/sign-in" : `/sign-in?next=${encodeURIComponent(path)}`);
  return user;
}
