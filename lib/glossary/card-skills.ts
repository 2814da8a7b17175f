// Which cards a concept has. Pure.

import { FORMULA_SKILLS, GENERAL_SKILLS, SKILLS, type Skill } from "../srs/types";
import type { ConceptContent } from "./concept";

/** The skills in which this concept can be asked, in the order of the ladder. */
export function skillsOf(concept: Pick<ConceptContent, "formula">): readonly Skill[] {
  return concept.formula === undefined ? GENERAL_SKILLS : SKILLS;
}

/** Whether only concepts with a formula have a card of this skill. */
export function needsFormula(skill: Skill): boolean {
  return FORMULA_SKILLS.some((candidate) => candidate === skill);
}
