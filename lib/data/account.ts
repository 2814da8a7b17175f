import "server-only";
import { AppError } from "@/lib/errors";
import type { UserId } from "@/lib/srs/types";
import { db } from "./client";
import { lockLearners } from "./learner-lock";
import type { LearnerKind } from "./sessions";
import type { Tx } from "./sql-dialect";

const DAY_MS = 86_400_000;
/** A guest who has not been seen for so long is removed: no browser has a session for it any more. */
const GUEST_KEPT_DAYS = 60;
/** Guests removed at a time, so that nobody's answer waits for a large deletion. */
const REMOVAL_BATCH = 50;

/** An account as its owner sees it in the settings. */
export interface AccountView {
  readonly kind: LearnerKind;
  readonly displayName: string | null;
  readonly username: string | null;
  readonly email: string | null;
  readonly hasPassword: boolean;
  /** "github", "google". */
  readonly providers: readonly string[];
  /** ms since the epoch. */
  readonly createdAt: number;
  /** Sessions besides the given one that have not expired. */
  readonly otherSessions: number;
}

/** The learner's own account. Throws AppError "not-found" when it has been deleted meanwhile. */
export async function getAccount(
  userId: UserId,
  { sessionId, nowMs }: { readonly sessionId: string; readonly nowMs: number },
): Promise<AccountView> {
  const [user, providers, otherSessions] = await Promise.all([
    db().user.findUnique({
      where: { id: userId },
      select: { kind: true, displayName: true, username: true, email: true, passwordHash: true, createdAt: true },
    }),
    db().providerAccount.findMany({ where: { userId }, select: { provider: true }, orderBy: { provider: "asc" } }),
    db().session.count({ where: { userId, id: { not: sessionId }, expiresAt: { gt: new Date(nowMs) } } }),
  ]);
  if (!user) throw new AppError("not-found");
  return {
    kind: user.kind as LearnerKind,
    displayName: user.displayName,
    username: user.username,
    email: user.email,
    hasPassword: user.passwordHash !== null,
    providers: [...new Set(providers.map((row) => row.provider))],
    createdAt: user.createdAt.getTime(),
    otherSessions,
  };
}

/** Deletes a learner with everything that is theirs, all or nothing. Deleting twice is deleting once. */
export async function deleteAccount(userId: UserId): Promise<void> {
  await db().$transaction(async (tx) => {
    await lockLearners(tx, [userId]);
    await deleteLearnerRows(tx, [userId]);
  });
}

/** Every row of these learners, in every table that has a userId. The learner goes last: that row is the lock. */
export async function deleteLearnerRows(tx: Tx, userIds: readonly UserId[]): Promise<void> {
  const where = { userId: { in: [...userIds] } };
  await tx.session.deleteMany({ where });
  await tx.providerAccount.deleteMany({ where });
  await tx.operation.deleteMany({ where });
  await tx.cardState.deleteMany({ where });
  await tx.dayTotal.deleteMany({ where });
  await tx.suspension.deleteMany({ where });
  await tx.learnerDeck.deleteMany({ where });
  await tx.learnerSettings.deleteMany({ where });
  await tx.user.deleteMany({ where: { id: { in: [...userIds] } } });
}

/** Deletes guests unseen for 60 days, at most fifty at a call, with all their rows. Returns how many. */
export async function removeStaleGuests(nowMs: number): Promise<number> {
  const stale = { kind: "guest", lastSeenAt: { lt: new Date(nowMs - GUEST_KEPT_DAYS * DAY_MS) } };
  const found = await db().user.findMany({
    where: stale,
    select: { id: true },
    orderBy: { lastSeenAt: "asc" },
    take: REMOVAL_BATCH,
  });
  if (found.length === 0) return 0;
  return db().$transaction(async (tx) => {
    const candidates = found.map((row) => row.id as UserId);
    await lockLearners(tx, candidates);
    // Looked at again under the lock: a guest may have come back, or signed up, since.
    const still = await tx.user.findMany({ where: { ...stale, id: { in: candidates } }, select: { id: true } });
    const ids = still.map((row) => row.id as UserId);
    if (ids.length > 0) await deleteLearnerRows(tx, ids);
    return ids.length;
  });
}
