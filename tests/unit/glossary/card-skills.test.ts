import { expect, test } from "vitest";
import { needsFormula, skillsOf } from "@/lib/glossary/card-skills";
import { FORMULA_SKILLS, GENERAL_SKILLS, SKILLS } from "@/lib/srs/types";

const FORMULA = { tex: "x^2", reading: { zh: "x 的平方", en: "x squared" }, symbols: [] };

test("a concept has four cards, and six with a formula", () => {
  expect(skillsOf({})).toEqual(["en-zh", "term-definition", "zh-en", "definition-term"]);
  expect(skillsOf({ formula: FORMULA })).toEqual([...skillsOf({}), "formula-term", "term-formula"]);
});

test("what not every concept has comes last in the ladder, so that nothing waits for it", () => {
  expect(SKILLS.filter((skill) => !needsFormula(skill))).toEqual([...GENERAL_SKILLS]);
  expect(SKILLS.slice(GENERAL_SKILLS.length)).toEqual([...FORMULA_SKILLS]);
});
