import { Prisma } from "@/lib/data/generated/sqlite/client";
import { FORMULA_SKILLS, type Skill } from "@/lib/srs/types";
import { chunks } from "./write-concepts";

/** A concept and the skills of which it has a card. */
export interface ConceptCards {
  readonly id: string;
  readonly skills: readonly Skill[];
}

/**
 * Sees to it that each concept has exactly these cards. Cards are never removed, for learners may know them: one whose formula is gone is
 * retired, and comes back with the formula.
 */
export async function writeCards(
  tx: Prisma.TransactionClient,
  { concepts, now }: { readonly concepts: readonly ConceptCards[]; readonly now: Date },
): Promise<void> {
  for (const chunk of chunks(concepts)) {
    const values = chunk.flatMap(({ id, skills }) =>
      skills.map((skill) => Prisma.sql`(${`${id}.${skill}`}, ${id}, ${skill})`),
    );
    await tx.$executeRaw`INSERT INTO "Card" ("id", "conceptId", "skill") VALUES ${Prisma.join(values)} ON CONFLICT DO NOTHING`;
    for (const skill of FORMULA_SKILLS) {
      const idsOf = (has: boolean) => chunk.flatMap(({ id, skills }) => (skills.includes(skill) === has ? [id] : []));
      await tx.card.updateMany({
        where: { conceptId: { in: idsOf(true) }, skill, retiredAt: { not: null } },
        data: { retiredAt: null },
      });
      await tx.card.updateMany({
        where: { conceptId: { in: idsOf(false) }, skill, retiredAt: null },
        data: { retiredAt: now },
      });
    }
  }
}

/** Those of these stored concepts, by id, that have a card for a formula and no formula, or the other way round. */
export async function findConceptsWithOtherCards(
  tx: Prisma.TransactionClient,
  skillsById: ReadonlyMap<string | undefined, readonly Skill[]>,
): Promise<Set<string | undefined>> {
  const cards = await tx.card.findMany({
    where: { skill: { in: [...FORMULA_SKILLS] }, retiredAt: null },
    select: { id: true },
  });
  const stored = new Set(cards.map(({ id }) => id));
  const isOther = ([id, skills]: readonly [string | undefined, readonly Skill[]]) =>
    FORMULA_SKILLS.some((skill) => stored.has(`${id}.${skill}`) !== skills.includes(skill));
  return new Set([...skillsById].filter(isOther).map(([id]) => id));
}
