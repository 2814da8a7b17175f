import "server-only";
import type { UserId } from "@/lib/srs/types";
import { db } from "../client";
import { createSettings } from "../settings";
import { type Check, plural } from "./check";
import { validSettings } from "./valid-settings";

/** Rows in memory at a time. */
const PAGE = 500;

export const SETTINGS_CHECKS: readonly Check<void>[] = [
  {
    name: "missing-settings",
    says: (count) => `${plural(count, "learner has", "learners have")} no settings.`,
    mends: "They get the default settings.",
    run: (_scope, { repair }) => walk(repair, { page: learnersWithoutSettings, mend: giveDefaults }),
  },
  {
    name: "impossible-settings",
    says: (count) =>
      `${plural(count, "learner has", "learners have")} settings that the app cannot have written: a number out of range, an unknown zone, skill, language or theme.`,
    mends: "Numbers go to the edge of their range, the rest to the default.",
    run: (_scope, { repair }) => walk(repair, { page: impossibleSettings, mend: replaceSettings }),
  },
];

interface Page<Row> {
  readonly found: readonly Row[];
  /** Where the next one begins; null at the end. */
  readonly next: string | null;
}

async function walk<Row>(
  repair: boolean,
  steps: { readonly page: (after: string) => Promise<Page<Row>>; readonly mend: (row: Row) => Promise<void> },
): Promise<number> {
  let count = 0;
  for (let after: string | null = ""; after !== null; ) {
    const { found, next }: Page<Row> = await steps.page(after);
    count += found.length;
    if (repair) for (const row of found) await steps.mend(row);
    after = next;
  }
  return count;
}

async function learnersWithoutSettings(after: string): Promise<Page<UserId>> {
  const rows = await db().$queryRaw<{ id: UserId }[]>`
    SELECT u."id" FROM "User" u WHERE u."id" > ${after}
      AND NOT EXISTS (SELECT 1 FROM "LearnerSettings" s WHERE s."userId" = u."id") ORDER BY u."id" LIMIT ${PAGE}`;
  const found = rows.map(({ id }) => id);
  return { found, next: found.at(-1) ?? null };
}

function giveDefaults(userId: UserId): Promise<void> {
  return createSettings(db(), userId, {});
}

type SettingsRow = ReturnType<typeof validSettings>;

async function impossibleSettings(after: string): Promise<Page<SettingsRow>> {
  const rows = await db().learnerSettings.findMany({
    where: { userId: { gt: after } },
    orderBy: { userId: "asc" },
    take: PAGE,
  });
  const found = rows.filter((row) => JSON.stringify(row) !== JSON.stringify(validSettings(row)));
  return { found, next: rows.at(-1)?.userId ?? null };
}

/** Unless the learner was faster. */
async function replaceSettings(row: SettingsRow): Promise<void> {
  const { userId: _owner, ...columns } = validSettings(row);
  await db().learnerSettings.updateMany({ where: row, data: columns });
}
