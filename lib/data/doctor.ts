import "server-only";
import type { UserId } from "@/lib/srs/types";
import { updateStartedOfAll } from "./card-state-rows";
import { db } from "./client";
import { type CardRange, examinePage, repairPage } from "./doctor-page";
import { findDamage } from "./integrity";
import { lockLearners } from "./learner-lock";

/** What the doctor found. All but `damage` and `unknownCards` can be repaired. */
export interface DoctorReport {
  /** From the engine's own checks. When there is any, nothing else was looked at. */
  readonly damage: readonly string[];
  readonly learners: number;
  readonly operations: number;
  /** Cards with a log. */
  readonly cards: number;
  /** Cards with a standing answer but without a state. */
  readonly missing: number;
  /** States of cards without a standing answer. */
  readonly surplus: number;
  /** States that differ from the fold over their card's log. */
  readonly wrong: number;
  /** Log lines whose derived role is wrong. */
  readonly roles: number;
  /** States that are wrong about which skills of their concept are started. */
  readonly started: number;
  /** Cards in the log that do not exist. */
  readonly unknownCards: number;
}

type Counts = { -readonly [Key in Exclude<keyof DoctorReport, "damage">]: number };

/** Log lines read at a time, but for a card that has more. Bounds the memory whatever a learner's log is. */
const PAGE_OPERATIONS = 20_000;
const TIMEOUT_MS = 600_000;

/**
 * Rebuilds every cached state from the log and compares, learner by learner; with `repair` it also mends. May run beside serving
 * processes on PostgreSQL: while a part of a learner's log is examined, that learner's requests wait.
 */
export async function examineDatabase(options: {
  readonly repair: boolean;
  /** For tests: log lines read at a time. */
  readonly pageOperations?: number;
}): Promise<DoctorReport> {
  const counts: Counts = {
    learners: 0,
    operations: 0,
    cards: 0,
    missing: 0,
    surplus: 0,
    wrong: 0,
    roles: 0,
    started: 0,
    unknownCards: 0,
  };
  const damage = await findDamage();
  if (damage.length > 0) return { damage, ...counts };
  for (let userId = await nextLearner(""); userId !== null; userId = await nextLearner(userId)) {
    counts.learners += 1;
    await examineLearner(userId, counts, { pageOperations: PAGE_OPERATIONS, ...options });
  }
  return { damage, ...counts };
}

/** Whether anything that can be repaired was found. */
export function hasDifferences(report: DoctorReport): boolean {
  return report.missing + report.surplus + report.wrong + report.roles + report.started > 0;
}

interface Instructions {
  readonly repair: boolean;
  readonly pageOperations: number;
}

async function examineLearner(userId: UserId, counts: Counts, instructions: Instructions): Promise<void> {
  let after: string | null = "";
  while (after !== null) after = await examinePart({ userId, after, counts, instructions });
  await db().$transaction(
    async (tx) => {
      await lockLearners(tx, [userId]);
      const rows = await tx.$queryRaw<{ wrong: number | bigint }[]>`
        SELECT COUNT(*) AS "wrong" FROM "CardState" s JOIN (
          SELECT "conceptId", SUM(CASE "skill" WHEN 'en-zh' THEN 1 WHEN 'term-definition' THEN 2 WHEN 'zh-en' THEN 4 ELSE 8 END) AS "bits"
          FROM "CardState" WHERE "userId" = ${userId} GROUP BY "conceptId"
        ) g ON g."conceptId" = s."conceptId" WHERE s."userId" = ${userId} AND s."started" <> g."bits"`;
      const wrong = Number(rows[0]?.wrong ?? 0);
      counts.started += wrong;
      if (wrong > 0 && instructions.repair) await updateStartedOfAll(tx, userId);
    },
    { timeout: TIMEOUT_MS, maxWait: TIMEOUT_MS },
  );
}

/** Examines the next part of a learner's cards; returns where the one after it begins, null at the end. */
async function examinePart(part: {
  readonly userId: UserId;
  readonly after: string;
  readonly counts: Counts;
  readonly instructions: Instructions;
}): Promise<string | null> {
  const { userId, after, counts, instructions } = part;
  return await db().$transaction(
    async (tx) => {
      await lockLearners(tx, [userId]);
      const last = await tx.$queryRaw<{ cardId: string }[]>`
        SELECT "cardId" FROM "Operation" WHERE "userId" = ${userId} AND "cardId" > ${after}
        ORDER BY "cardId" LIMIT 1 OFFSET ${instructions.pageOperations}`;
      const range: CardRange = { userId, after, upTo: last[0]?.cardId ?? null };
      const findings = await examinePage(tx, range);
      counts.operations += findings.operations;
      counts.cards += findings.cards;
      counts.missing += findings.missing.length;
      counts.surplus += findings.surplus.length;
      counts.wrong += findings.wrong.length;
      counts.roles += findings.roles.length;
      counts.unknownCards += findings.unknownCards.length;
      if (instructions.repair) await repairPage(tx, userId, findings);
      return range.upTo;
    },
    { timeout: TIMEOUT_MS, maxWait: TIMEOUT_MS },
  );
}

/** The next id among those that have operations or states, in the database's own order. */
async function nextLearner(after: string): Promise<UserId | null> {
  const rows = await db().$queryRaw<{ next: string | null }[]>`
    SELECT MIN(x."id") AS "next" FROM (
      SELECT MIN("userId") AS "id" FROM "Operation" WHERE "userId" > ${after}
      UNION ALL SELECT MIN("userId") FROM "CardState" WHERE "userId" > ${after}
    ) x`;
  return (rows[0]?.next ?? null) as UserId | null;
}
