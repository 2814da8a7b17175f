import "server-only";
import type { UserId } from "@/lib/srs/types";
import { engine } from "./client";
import type { RawTx } from "./engine/raw-database";
import { Prisma } from "./generated/sqlite/client";

/**
 * Makes requests of one learner wait for each other until this transaction ends. On SQLite every writing transaction has the database
 * to itself; on PostgreSQL the learner's row is the lock, taken in a fixed order so that two groups cannot wait for each other.
 */
export async function lockLearners(tx: RawTx, userIds: readonly UserId[]): Promise<void> {
  if (engine() !== "postgresql") return;
  await tx.$queryRaw`SELECT "id" FROM "User" WHERE "id" IN (${Prisma.join([...userIds])}) ORDER BY "id" FOR UPDATE`;
}

/**
 * The same without waiting, for what concerns several learners and can be done one by one: throws when somebody else has one of them, whom
 * the others need not wait for.
 */
export async function lockLearnersOrFail(tx: RawTx, userIds: readonly UserId[]): Promise<void> {
  if (engine() !== "postgresql") return;
  await tx.$queryRaw`SELECT "id" FROM "User" WHERE "id" IN (${Prisma.join([...userIds])}) ORDER BY "id" FOR UPDATE NOWAIT`;
}
