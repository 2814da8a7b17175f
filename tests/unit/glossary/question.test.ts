import { describe, expect, test } from "vitest";
import { type QuestionConcept, questionOf } from "@/lib/glossary/question";
import { SKILLS, type Skill } from "@/lib/srs/types";

const IOU: QuestionConcept = {
  en: "Intersection over Union",
  zh: "交并比",
  definition: { zh: "两个区域重叠部分的面积除以合起来的面积。", en: "Shared area divided by joint area." },
  formula: {
    mathml: "<math>IoU = A/B</math>",
    reading: { zh: "交并比等于 A 比 B", en: "Intersection over Union is A over B" },
    asked: { mathml: "<math>? = A/B</math>", reading: { zh: "什么等于 A 比 B", en: "what is A over B" } },
    symbols: [{ mathml: "<math>A</math>", zh: "重叠部分", en: "the shared part" }],
  },
};

function ask(skill: Skill, definitionLanguage: "zh" | "en" | "both" = "both") {
  const { asks, front } = questionOf({ concept: IOU, skill, definitionLanguage });
  return { asks, front: front.map((piece) => piece.text) };
}

describe("the question of a card", () => {
  test("en-zh shows the English name and asks for the Chinese", () => {
    expect(ask("en-zh")).toEqual({ asks: "zh-term", front: ["Intersection over Union"] });
  });

  test("zh-en shows the Chinese name and asks for the English", () => {
    expect(ask("zh-en")).toEqual({ asks: "en-term", front: ["交并比"] });
  });

  test.each([
    ["term-definition", "definition"],
    ["term-formula", "formula"],
  ] as const)("%s shows the names in both languages whatever the language of definitions", (skill, asks) => {
    for (const language of ["zh", "en", "both"] as const) {
      expect(ask(skill, language)).toEqual({ asks, front: ["Intersection over Union", "交并比"] });
    }
  });

  test.each([
    ["zh", [IOU.definition.zh]],
    ["en", [IOU.definition.en]],
    ["both", [IOU.definition.zh, IOU.definition.en]],
  ] as const)(
    "definition-term in %s shows the definition and asks for the term in either language",
    (language, front) => {
      expect(ask("definition-term", language)).toEqual({ asks: "term", front });
    },
  );

  test("formula-term shows the formula with a question mark instead of the name, nothing explained, and asks for the term", () => {
    expect(questionOf({ concept: IOU, skill: "formula-term", definitionLanguage: "both" })).toEqual({
      asks: "term",
      front: [{ role: "formula", lang: "zh-Hans", text: "什么等于 A 比 B", mathml: "<math>? = A/B</math>" }],
    });
  });

  test("a formula is read aloud in the language of definitions, in Chinese where these are in both", () => {
    expect(ask("formula-term", "zh").front).toEqual(["什么等于 A 比 B"]);
    expect(ask("formula-term", "en").front).toEqual(["what is A over B"]);
    expect(ask("formula-term", "both").front).toEqual(["什么等于 A 比 B"]);
  });

  test("a card of today whose formula has gone still asks something", () => {
    const withoutFormula = (skill: Skill) =>
      questionOf({ concept: { ...IOU, formula: null }, skill, definitionLanguage: "zh" });
    expect(withoutFormula("formula-term")).toEqual(withoutFormula("definition-term"));
    expect(withoutFormula("term-formula")).toEqual({ ...withoutFormula("term-definition"), asks: "formula" });
  });

  test("every piece says its language", () => {
    for (const skill of SKILLS) {
      for (const piece of questionOf({ concept: IOU, skill, definitionLanguage: "both" }).front) {
        expect(piece.lang).toBe(/\p{Script=Han}/u.test(piece.text) ? "zh-Hans" : "en");
      }
    }
  });
});
