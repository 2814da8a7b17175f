import "server-only";
import { db } from "../client";
import { Prisma } from "../generated/sqlite/client";
import { GLOSSARY_VERSION_KEY } from "../glossary-version";
import { type Check, type Fault, plural } from "./check";

/** Faults that one condition on the rows of a table tells. */
interface TableFault extends Fault {
  readonly table: string;
  /** On the table's row, which is called `f`. */
  readonly when: Prisma.Sql;
  /** What to set; null: the row goes. */
  readonly set: Prisma.Sql | null;
}

function tableCheck(fault: TableFault): Check<void> {
  const { name, says, mends, table, when, set } = fault;
  const rows = Prisma.sql`${Prisma.raw(`"${table}"`)} AS f`;
  return {
    ...{ name, says, mends },
    async run(_scope, { repair }) {
      const [row] = await db().$queryRaw<
        { found: number | bigint }[]
      >`SELECT COUNT(*) AS "found" FROM ${rows} WHERE ${when}`;
      const found = Number(row?.found ?? 0);
      if (repair && found > 0) {
        await (set === null
          ? db().$executeRaw`DELETE FROM ${rows} WHERE ${when}`
          : db().$executeRaw`UPDATE ${rows} SET ${set} WHERE ${when}`);
      }
      return found;
    },
  };
}

/**
 * Tables of learners, and what a row of them is called. The log is not among them: nothing is ever removed from it. Neither are the rows of a
 * learner who is gone but has a log: then the account was lost, and a person has to look.
 */
const OWNED = [
  { table: "Session", one: "session belongs", many: "sessions belong" },
  { table: "ProviderAccount", one: "sign-in by a provider belongs", many: "sign-ins by a provider belong" },
  { table: "LearnerSettings", one: "row of settings belongs", many: "rows of settings belong" },
  { table: "LearnerDeck", one: "choice of a deck belongs", many: "choices of decks belong" },
  { table: "Suspension", one: "card set aside belongs", many: "cards set aside belong" },
  { table: "CardState", one: "state belongs", many: "states belong" },
  { table: "DayTotal", one: "study day's totals belong", many: "study days' totals belong" },
] as const;

const isOrphan = Prisma.sql`NOT EXISTS (SELECT 1 FROM "User" u WHERE u."id" = f."userId")
  AND NOT EXISTS (SELECT 1 FROM "Operation" o WHERE o."userId" = f."userId")`;

const orphans = OWNED.map(({ table, one, many }) =>
  tableCheck({
    name: `orphan-${table}`,
    says: (count) => `${plural(count, one, many)} to nobody: the account does not exist, and there is no answer of it.`,
    mends: "The rows are removed.",
    table,
    when: isOrphan,
    set: null,
  }),
);

/** After the content's own checks; before the log is read, for that hangs on who exists. */
export const TABLE_CHECKS: readonly Check<void>[] = [
  ...orphans,
  tableCheck({
    name: "unknown-deck",
    says: (count) => `${plural(count, "learner has", "learners have")} chosen a deck that does not exist.`,
    mends: "The choices are removed; who has no other gets the built-in deck.",
    table: "LearnerDeck",
    when: Prisma.sql`NOT EXISTS (SELECT 1 FROM "Deck" d WHERE d."id" = f."deckId")`,
    set: null,
  }),
  tableCheck({
    name: "unknown-suspension",
    says: (count) => `${plural(count, "card or concept was", "cards or concepts were")} set aside that do not exist.`,
    mends: "The rows are removed.",
    table: "Suspension",
    when: Prisma.sql`NOT EXISTS (SELECT 1 FROM "Concept" k WHERE k."id" = f."conceptId") OR (f."cardId" <> ''
      AND NOT EXISTS (SELECT 1 FROM "Card" c WHERE c."id" = f."cardId" AND c."conceptId" = f."conceptId"))`,
    set: null,
  }),
  tableCheck({
    name: "passed-over",
    says: (count) => `${plural(count, "search", "searches")} for new concepts would pass over some that are still new.`,
    mends: "The search begins at the start of the deck again.",
    table: "LearnerDeck",
    when: Prisma.sql`f."openFrom" > 0 AND f."openVersion" = (SELECT m."value" FROM "Meta" m WHERE m."key" = ${GLOSSARY_VERSION_KEY})
      AND EXISTS (SELECT 1 FROM "Concept" k WHERE k."deckId" = f."deckId" AND k."position" < f."openFrom" AND k."retiredAt" IS NULL
        AND NOT EXISTS (SELECT 1 FROM "CardState" cs WHERE cs."userId" = f."userId" AND cs."conceptId" = k."id")
        AND NOT EXISTS (SELECT 1 FROM "Suspension" s WHERE s."userId" = f."userId" AND s."conceptId" = k."id"))`,
    set: Prisma.sql`"openFrom" = 0, "openVersion" = ''`,
  }),
];
