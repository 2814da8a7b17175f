// How far a card has come, in four words.

import type { ConceptId, Schedule, Skill } from "../srs/types";

export const STAGES = ["new", "learning", "young", "mature"] as const;
export type Stage = (typeof STAGES)[number];

/** From this interval on a card counts as mature, the field's usual mark. */
export const MATURE_INTERVAL_DAYS = 21;
/** Two successful answers in a row take a card to an interval of six days. */
const LEARNED_REPETITIONS = 2;

/** null: never answered. A lapse takes a card back to "learning". */
export function stageOf(progress: Pick<Schedule, "repetitions" | "intervalDays"> | null): Stage {
  if (progress === null) return "new";
  if (progress.repetitions < LEARNED_REPETITIONS) return "learning";
  return progress.intervalDays < MATURE_INTERVAL_DAYS ? "young" : "mature";
}

export interface SkillState extends Pick<Schedule, "repetitions" | "intervalDays"> {
  readonly conceptId: ConceptId;
  readonly skill: Skill;
}

/** Concepts that are known (young or mature) in one way and not in the other; by default those recognised but not produced. */
export function knownSkillsButNot(input: {
  readonly states: readonly SkillState[];
  readonly known?: Skill;
  readonly unknown?: Skill;
}): ConceptId[] {
  const { states, known = "en-zh", unknown = "zh-en" } = input;
  const isKnown = (state: SkillState) => state.repetitions >= LEARNED_REPETITIONS;
  const conceptsOf = (skill: Skill) =>
    states.filter((state) => state.skill === skill && isKnown(state)).map((state) => state.conceptId);
  const excluded = new Set(conceptsOf(unknown));
  return [...new Set(conceptsOf(known))].filter((conceptId) => !excluded.has(conceptId));
}
