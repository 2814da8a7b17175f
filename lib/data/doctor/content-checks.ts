import "server-only";
import { SKILLS } from "@/lib/srs/types";
import { db } from "../client";
import { conceptChecksum } from "../concept-checksum";
import { type Check, checkOf, plural } from "./check";

/** Concepts in memory at a time. */
const PAGE = 500;
/** What the seed writes; others (of tests, say) prove nothing. */
const IS_CHECKSUM = /^[0-9a-f]{64}$/;

/** The glossary. Its texts come from files, so the doctor only sees to it that the next seed writes what is missing or damaged. */
export const CONTENT_CHECKS: readonly Check<void>[] = [
  checkOf({
    name: "missing-card",
    says: (count) => `${plural(count, "card of a concept is", "cards of concepts are")} missing.`,
    mends: "The cards are made again, under the ids by which the log knows them.",
    find: findMissingCards,
    async repair(_scope, cards) {
      for (const data of cards) await db().card.upsert({ where: { id: data.id }, create: data, update: {} });
    },
  }),
  checkOf({
    name: "damaged-concept",
    says: (count) => `${plural(count, "concept is", "concepts are")} not what the seed wrote.`,
    mends: "They are marked, so that the next npm run seed or npm start writes them anew.",
    find: findDamagedConcepts,
    async repair(_scope, ids) {
      for (const id of ids) await db().concept.update({ where: { id }, data: { checksum: "" } });
    },
  }),
];

interface CardRow {
  readonly id: string;
  readonly conceptId: string;
  readonly skill: string;
}

async function findMissingCards(): Promise<CardRow[]> {
  const found: CardRow[] = [];
  for (const skill of SKILLS) {
    const rows = await db().$queryRaw<{ id: string }[]>`
      SELECT k."id" FROM "Concept" k
      WHERE NOT EXISTS (SELECT 1 FROM "Card" c WHERE c."conceptId" = k."id" AND c."skill" = ${skill}) ORDER BY k."id"`;
    found.push(...rows.map(({ id }) => ({ id: `${id}.${skill}`, conceptId: id, skill })));
  }
  return found;
}

async function findDamagedConcepts(): Promise<string[]> {
  const found: string[] = [];
  for (let after: string | undefined = ""; after !== undefined; ) {
    const rows: Awaited<ReturnType<typeof readConcepts>> = await readConcepts(after);
    for (const { id, checksum, ...columns } of rows)
      if (IS_CHECKSUM.test(checksum) && conceptChecksum(columns) !== checksum) found.push(id);
    after = rows.at(-1)?.id;
  }
  return found;
}

function readConcepts(after: string) {
  return db().concept.findMany({
    where: { id: { gt: after } },
    orderBy: { id: "asc" },
    take: PAGE,
    omit: { retiredAt: true },
  });
}
