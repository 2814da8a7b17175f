import "server-only";
import { randomUUID } from "node:crypto";
import { AppError } from "@/lib/errors";
import type { UserId } from "@/lib/srs/types";
import { db } from "./client";
import type { LearnerKind } from "./sessions";
import { createSettings } from "./settings";
import type { InterfaceLanguage } from "./settings-defaults";

/** What the browser told about a newcomer. */
export interface NewcomerFacts {
  /** IANA, checked by the caller. */
  readonly timeZone?: string;
  readonly interfaceLanguage?: InterfaceLanguage;
}

/** The name under which a learner signs in: one of the two, in its normal form (see lib/auth/account-name). */
export type SignInName = { readonly username: string } | { readonly email: string };

export interface NewAccount {
  readonly name: SignInName;
  readonly displayName: string;
  /** Argon2id. */
  readonly passwordHash: string;
}

/** What signing in needs. The id is not branded yet: the password has not been checked. */
export interface SignInCandidate {
  readonly id: string;
  readonly displayName: string | null;
  /** null: only a provider signs in. */
  readonly passwordHash: string | null;
}

/** The account of a name, or null. */
export async function findSignInCandidate(name: SignInName): Promise<SignInCandidate | null> {
  return db().user.findUnique({ where: name, select: { id: true, displayName: true, passwordHash: true } });
}

/** Makes a learner without a name, with the default settings; returns the id. */
export async function createGuest({ nowMs, ...facts }: NewcomerFacts & { readonly nowMs: number }): Promise<UserId> {
  return createUser({ kind: "guest" }, { ...facts, nowMs });
}

/** Makes a learner with a name and a password. Throws AppError "name-taken". */
export async function createAccount(
  account: NewAccount,
  newcomer: NewcomerFacts & { readonly nowMs: number },
): Promise<UserId> {
  const { name, displayName, passwordHash } = account;
  return refusingTakenNames(() => createUser({ kind: "registered", ...name, displayName, passwordHash }, newcomer));
}

/**
 * Gives a guest a name and a password; all that the guest has learned stays where it is. Throws AppError "name-taken", or
 * "already-registered" when the learner is no guest (any more).
 */
export async function nameGuest(userId: UserId, { name, displayName, passwordHash }: NewAccount): Promise<void> {
  await refusingTakenNames(async () => {
    const { count } = await db().user.updateMany({
      where: { id: userId, kind: "guest" },
      data: { kind: "registered", ...name, displayName, passwordHash },
    });
    if (count === 0) throw new AppError("already-registered");
  });
}

/** The stored hash, or null when the learner has no password (a guest, or somebody who comes by a provider). */
export async function getPasswordHash(userId: UserId): Promise<string | null> {
  const row = await db().user.findUnique({ where: { id: userId }, select: { passwordHash: true } });
  return row?.passwordHash ?? null;
}

/** Replaces the hash, if it is still `before`. Returns false when somebody else was faster. */
export async function replacePasswordHash(
  userId: UserId,
  { before, after }: { readonly before: string; readonly after: string },
): Promise<boolean> {
  const { count } = await db().user.updateMany({
    where: { id: userId, passwordHash: before },
    data: { passwordHash: after },
  });
  return count > 0;
}

type UserColumns = { readonly kind: LearnerKind } & Partial<
  Record<"username" | "email" | "displayName" | "passwordHash", string>
>;

async function createUser(
  columns: UserColumns,
  { nowMs, ...facts }: NewcomerFacts & { readonly nowMs: number },
): Promise<UserId> {
  // The row is new and ours, hence the brand.
  const id = randomUUID() as UserId;
  const now = new Date(nowMs);
  await db().$transaction(async (tx) => {
    await tx.user.create({ data: { id, ...columns, createdAt: now, lastSeenAt: now }, select: { id: true } });
    await createSettings(tx, id, facts);
  });
  return id;
}

async function refusingTakenNames<Result>(write: () => Promise<Result>): Promise<Result> {
  try {
    return await write();
  } catch (error) {
    if (isUniqueViolation(error)) throw new AppError("name-taken", { fields: { name: "taken" } });
    throw error;
  }
}

/** Prisma's code for a value that must be unique and is there already. By code, not by class: there are two generated clients. */
export function isUniqueViolation(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "P2002";
}
