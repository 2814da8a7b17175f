import "server-only";
import { nowMs } from "@/lib/clock";
import { skillsOf } from "@/lib/glossary/card-skills";
import { FORMULA_SKILLS, GENERAL_SKILLS, type Skill } from "@/lib/srs/types";
import { db } from "../client";
import { conceptChecksum } from "../concept-checksum";
import { parseContent } from "../concept-content";
import { moveGlossaryVersionOn } from "../glossary-version";
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
    find: async () => [...(await findMissingCards()), ...(await compareFormulaCards()).missing],
    async repair(_scope, cards) {
      for (const data of cards)
        await db().card.upsert({ where: { id: data.id }, create: data, update: { retiredAt: null } });
      await moveGlossaryVersionOn(db());
    },
  }),
  checkOf({
    name: "surplus-card",
    says: (count) => `${plural(count, "card asks", "cards ask")} for a formula that the concept does not have.`,
    mends: "The cards are retired: they are asked no more, and what is known of them stays.",
    find: async () => (await compareFormulaCards()).surplus,
    async repair(_scope, cards) {
      const retiredAt = new Date(nowMs());
      for (const { id } of cards) await db().card.update({ where: { id }, data: { retiredAt } });
      await moveGlossaryVersionOn(db());
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
  readonly skill: Skill;
}

/** Of those that every concept has. */
async function findMissingCards(): Promise<CardRow[]> {
  const found: CardRow[] = [];
  for (const skill of GENERAL_SKILLS) {
    const rows = await db().$queryRaw<{ id: string }[]>`
      SELECT k."id" FROM "Concept" k
      WHERE NOT EXISTS (SELECT 1 FROM "Card" c WHERE c."conceptId" = k."id" AND c."skill" = ${skill}) ORDER BY k."id"`;
    found.push(...rows.map(({ id }) => ({ id: `${id}.${skill}`, conceptId: id, skill })));
  }
  return found;
}

/** Of those that only concepts with a formula have: what is missing or retired without a reason, and what is there without one. */
async function compareFormulaCards(): Promise<{ readonly missing: CardRow[]; readonly surplus: CardRow[] }> {
  const where = { skill: { in: [...FORMULA_SKILLS] }, retiredAt: null };
  const standing = new Set((await db().card.findMany({ where, select: { id: true } })).map(({ id }) => id));
  const missing: CardRow[] = [];
  const surplus: CardRow[] = [];
  for await (const { id: conceptId, content } of eachConcept()) {
    const skills = skillsSaidBy(content);
    if (skills === null) continue;
    for (const skill of FORMULA_SKILLS) {
      const card = { id: `${conceptId}.${skill}`, conceptId, skill };
      if (skills.includes(skill) !== standing.has(card.id)) (skills.includes(skill) ? missing : surplus).push(card);
    }
  }
  return { missing, surplus };
}

/** null: the content is damaged and says nothing. */
function skillsSaidBy(content: string): readonly Skill[] | null {
  try {
    return skillsOf(parseContent(content));
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

async function findDamagedConcepts(): Promise<string[]> {
  const found: string[] = [];
  for await (const { id, checksum, ...columns } of eachConcept())
    if (IS_CHECKSUM.test(checksum) && conceptChecksum(columns) !== checksum) found.push(id);
  return found;
}

async function* eachConcept() {
  for (let after: string | undefined = ""; after !== undefined; ) {
    const rows: Awaited<ReturnType<typeof readConcepts>> = await readConcepts(after);
    yield* rows;
    after = rows.at(-1)?.id;
  }
}

function readConcepts(after: string) {
  return db().concept.findMany({
    where: { id: { gt: after } },
    orderBy: { id: "asc" },
    take: PAGE,
    omit: { retiredAt: true },
  });
}
