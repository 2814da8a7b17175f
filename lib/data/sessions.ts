import "server-only";
import { randomBytes } from "node:crypto";
import type { UserId } from "@/lib/srs/types";
import { db, rawDb } from "./client";
import { noteIfWritable } from "./database-away";

/** How long a session lives without being used. A guest has nothing but the session, so it lives longer. */
const LIFETIME_DAYS = { registered: 30, guest: 60 } as const;
const DAY_MS = 86_400_000;
/** A session in use is written this often at most: every request reads it, few write it. */
const TOUCH_INTERVAL_MS = 5 * 60_000;

export type LearnerKind = keyof typeof LIFETIME_DAYS;

/** A session that stands, with what every request needs to know of its learner. */
export interface SessionView {
  readonly id: string;
  readonly kind: LearnerKind;
  readonly displayName: string | null;
  readonly lastSeenAt: number;
}

/** Begins a session and forgets the learner's expired ones. The id is 256 random bits. */
export async function createSession(
  userId: UserId,
  { kind, nowMs }: { readonly kind: LearnerKind; readonly nowMs: number },
): Promise<string> {
  const id = randomBytes(32).toString("base64url");
  const now = new Date(nowMs);
  await db().session.deleteMany({ where: { userId, expiresAt: { lte: now } } });
  await db().session.create({
    data: { userId, id, createdAt: now, lastSeenAt: now, expiresAt: expiryOf(kind, nowMs) },
    select: { id: true },
  });
  return id;
}

interface SessionRow {
  readonly id: string;
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
  readonly kind: LearnerKind;
  readonly displayName: string | null;
}

/** The session, or null when it has ended, has expired, or is somebody else's. One statement, since every request asks. */
export async function findSession(
  userId: UserId,
  { sessionId, nowMs }: { readonly sessionId: string; readonly nowMs: number },
): Promise<SessionView | null> {
  const [row] = await rawDb().$queryRaw<SessionRow[]>`
    SELECT s."id", s."lastSeenAt", s."expiresAt", u."kind", u."displayName"
    FROM "Session" s JOIN "User" u ON u."id" = s."userId"
    WHERE s."userId" = ${userId} AND s."id" = ${sessionId}`;
  if (!row || row.expiresAt.getTime() <= nowMs) return null;
  return { id: row.id, kind: row.kind, displayName: row.displayName, lastSeenAt: row.lastSeenAt.getTime() };
}

/** Notes that a session is in use and moves its end; does nothing when that was noted less than five minutes ago. */
export async function touchSession(
  userId: UserId,
  { session, nowMs }: { readonly session: SessionView; readonly nowMs: number },
): Promise<void> {
  if (nowMs - session.lastSeenAt < TOUCH_INTERVAL_MS) return;
  const lastSeenAt = new Date(nowMs);
  await noteIfWritable(async () => {
    await db().session.updateMany({
      where: { userId, id: session.id },
      data: { lastSeenAt, expiresAt: expiryOf(session.kind, nowMs) },
    });
    await db().user.updateMany({ where: { id: userId }, data: { lastSeenAt } });
  });
}

/** Ends one session. Ending one that has ended does nothing. */
export async function endSession(userId: UserId, sessionId: string): Promise<void> {
  await db().session.deleteMany({ where: { userId, id: sessionId } });
}

/** Ends all sessions but one, or really all; returns how many of them had not expired. */
export async function endSessions(
  userId: UserId,
  { except, nowMs }: { readonly except: string | null; readonly nowMs: number },
): Promise<number> {
  const where = { userId, ...(except === null ? {} : { id: { not: except } }) };
  const [live] = await db().$transaction([
    db().session.count({ where: { ...where, expiresAt: { gt: new Date(nowMs) } } }),
    db().session.deleteMany({ where }),
  ]);
  return live;
}

function expiryOf(kind: LearnerKind, nowMs: number): Date {
  return new Date(nowMs + LIFETIME_DAYS[kind] * DAY_MS);
}
