import "server-only";
import { randomUUID } from "node:crypto";
import { AppError } from "@/lib/errors";
import type { UserId } from "@/lib/srs/types";
import { db } from "./client";
import { createSettings } from "./settings";
import { isUniqueViolation } from "./users";

/** Somebody as GitHub or Google knows them. Their e-mail is neither compared nor kept: it proves nothing here. */
export interface ProviderIdentity {
  readonly provider: string;
  readonly providerAccountId: string;
}

/** The learner who signs in by this identity, or null. */
export async function findProviderLearner(identity: ProviderIdentity): Promise<UserId | null> {
  const row = await db().providerAccount.findUnique({
    where: { provider_providerAccountId: keyOf(identity) },
    select: { userId: true },
  });
  // The provider has vouched for the identity; the caller acts on its word.
  return row ? (row.userId as UserId) : null;
}

/** Makes an account that signs in by this identity. Throws AppError "name-taken" when another request just did. */
export async function createProviderAccount(
  identity: ProviderIdentity,
  { displayName, nowMs }: { readonly displayName: string; readonly nowMs: number },
): Promise<UserId> {
  const id = randomUUID() as UserId;
  const now = new Date(nowMs);
  await refusingTakenIdentities(() =>
    db().$transaction(async (tx) => {
      await tx.user.create({
        data: { id, kind: "registered", displayName, createdAt: now, lastSeenAt: now },
        select: { id: true },
      });
      await createSettings(tx, id, {});
      await tx.providerAccount.create({ data: { ...keyOf(identity), userId: id, createdAt: now } });
    }),
  );
  return id;
}

/** Lets a learner sign in by this identity from now on; a guest becomes an account by it. Throws AppError "name-taken". */
export async function linkProviderAccount(
  userId: UserId,
  input: { readonly identity: ProviderIdentity; readonly displayName: string; readonly nowMs: number },
): Promise<void> {
  await refusingTakenIdentities(() =>
    db().$transaction(async (tx) => {
      await tx.providerAccount.create({
        data: { ...keyOf(input.identity), userId, createdAt: new Date(input.nowMs) },
      });
      await tx.user.updateMany({
        where: { id: userId, kind: "guest" },
        data: { kind: "registered", displayName: input.displayName },
      });
    }),
  );
}

function keyOf({ provider, providerAccountId }: ProviderIdentity): ProviderIdentity {
  return { provider, providerAccountId };
}

async function refusingTakenIdentities(write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (isUniqueViolation(error)) throw new AppError("name-taken");
    throw error;
  }
}
