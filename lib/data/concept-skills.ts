import "server-only";
import { type CardId, SKILLS, type Skill, type StudyDay, type UserId } from "@/lib/srs/types";
import { db } from "./client";

/** How well a learner knows a concept in one way. */
export interface ConceptSkillView {
  readonly skill: Skill;
  readonly cardId: CardId;
  /** 0 while the card is new. */
  readonly intervalDays: number;
  readonly repetitions: number;
  /** null while the card is new. */
  readonly dueDay: StudyDay | null;
  readonly lastAnsweredAt: number | null;
  readonly lapses: number;
  /** Set aside, by itself or with its whole concept. */
  readonly suspended: boolean;
}

/** The cards that a concept has now, in ladder order, with what this learner knows of each; empty when there is no such concept. */
export async function getConceptSkills(userId: UserId, slug: string): Promise<ConceptSkillView[]> {
  const concept = await db().concept.findUnique({
    where: { slug },
    select: { id: true, cards: { select: { id: true, skill: true, retiredAt: true } } },
  });
  if (!concept) return [];
  const [states, suspensions] = await Promise.all([
    db().cardState.findMany({ where: { userId, conceptId: concept.id } }),
    db().suspension.findMany({ where: { userId, conceptId: concept.id }, select: { cardId: true } }),
  ]);
  return SKILLS.flatMap((skill) => {
    const card = concept.cards.find((candidate) => candidate.skill === skill);
    if (!card || card.retiredAt !== null) return [];
    const state = states.find((candidate) => candidate.cardId === card.id);
    return {
      skill,
      cardId: card.id as CardId,
      intervalDays: state?.intervalDays ?? 0,
      repetitions: state?.repetitions ?? 0,
      dueDay: (state?.dueDay ?? null) as StudyDay | null,
      lastAnsweredAt: state ? Number(state.lastAnsweredAt) : null,
      lapses: state?.lapses ?? 0,
      suspended: suspensions.some((row) => row.cardId === "" || row.cardId === card.id),
    };
  });
}
