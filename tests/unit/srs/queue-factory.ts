// Short names for the cards that the queue's tests speak of: "iou" is a concept, "iou/1" its first skill's card.

import type { AnsweredToday, DueCandidate, NewCandidate, QueueInput } from "@/lib/srs/queue";
import { type CardId, type ConceptId, type Quality, SKILLS, type Skill, type StudyDay } from "@/lib/srs/types";

export const TODAY = 20_000 as StudyDay;

/** "iou" or "iou/1" to "iou/6". */
export function newCard(name: string): NewCandidate {
  const [concept = "", rung = "1"] = name.split("/");
  const skill = SKILLS[Number(rung) - 1] as Skill;
  return { cardId: name as CardId, conceptId: concept as ConceptId, skill };
}

/** Due `late` days before today. */
export function dueCard(name: string, late = 1, intervalDays = 10): DueCandidate {
  return { ...newCard(name), dueDay: (TODAY - late) as StudyDay, intervalDays };
}

export function answered(
  name: string,
  kind: AnsweredToday["kind"],
  last: { lastQuality?: Quality; answersSince?: number; askable?: boolean } = {},
): AnsweredToday {
  return { ...newCard(name), kind, lastQuality: 4, answersSince: 0, askable: true, ...last };
}

/** Cards named a0, a1, … of as many concepts. */
export function named(prefix: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${prefix}${index}`);
}

export function queueInput(parts: Partial<Omit<QueueInput, "settings">> & Partial<QueueInput["settings"]>): QueueInput {
  const { skills = SKILLS, newPerDay = 12, reviewsPerDay = 200, ...lists } = parts;
  const settings = { skills, newPerDay, reviewsPerDay };
  return { studyDay: TODAY, due: [], newCandidates: [], today: [], ...lists, settings };
}
