import "server-only";
import { AppError } from "@/lib/errors";
import { db } from "./client";

/** Throws AppError "unavailable" unless the database answers and no migration is missing or half done. */
export async function requireReady(): Promise<void> {
  const rows = await db().$queryRaw<{ finished: number | bigint; all: number | bigint }[]>`
    SELECT COUNT("finished_at") AS "finished", COUNT(*) AS "all" FROM "_prisma_migrations" WHERE "rolled_back_at" IS NULL`;
  const { finished = 0, all = 0 } = rows[0] ?? {};
  if (Number(finished) === 0 || Number(finished) < Number(all))
    throw new AppError("unavailable", { retryAfterSeconds: 5 });
}
