import { describe, expect, test } from "vitest";
import { type QuestionConcept, questionOf } from "@/lib/glossary/question";
import { SKILLS } from "@/lib/srs/types";

const IOU: QuestionConcept = {
  en: "Intersection over Union",
  zh: "交并比",
  pinyin: "jiāo bìng bǐ",
  abbreviations: ["IoU"],
  definition: { zh: "两个区域重叠部分的面积除以合起来的面积。", en: "Shared area divided by joint area." },
  formula: {
    mathml: "<math>IoU = A/B</math>",
    reading: { zh: "交并比等于 A 比 B", en: "Intersection over Union is A over B" },
    asked: { mathml: "<math>? = A/B</math>", reading: { zh: "什么等于 A 比 B", en: "what is A over B" } },
    symbols: [{ mathml: "<math>A</math>", zh: "重叠部分", en: "the shared part" }],
  },
};

function faces(skill: (typeof SKILLS)[number], definitionLanguage: "zh" | "en" | "both" = "both") {
  const { asks, front, back } = questionOf({ concept: IOU, skill, definitionLanguage });
  return { asks, front: front.map((piece) => piece.text), back: back.map((piece) => piece.text) };
}

describe("the two faces of a card", () => {
  test("en-zh shows the English name and asks for the Chinese", () => {
    expect(faces("en-zh")).toEqual({
      asks: "zh-term",
      front: ["Intersection over Union"],
      back: ["交并比", "jiāo bìng bǐ"],
    });
  });

  test("zh-en shows the Chinese name and asks for the English", () => {
    expect(faces("zh-en")).toEqual({ asks: "en-term", front: ["交并比"], back: ["Intersection over Union", "IoU"] });
  });

  test("term-definition shows the names in both languages whatever the language of definitions", () => {
    for (const language of ["zh", "en", "both"] as const) {
      expect(faces("term-definition", language).front).toEqual(["Intersection over Union", "交并比"]);
    }
  });

  test("definition-term asks for the term in either language", () => {
    expect(faces("definition-term", "en")).toEqual({
      asks: "term",
      front: ["Shared area divided by joint area."],
      back: ["Intersection over Union", "IoU", "交并比", "jiāo bìng bǐ"],
    });
  });

  test("formula-term shows the formula with a question mark instead of the name, nothing explained, and asks for the term", () => {
    expect(questionOf({ concept: IOU, skill: "formula-term", definitionLanguage: "both" })).toEqual({
      asks: "term",
      front: [{ role: "formula", lang: "zh-Hans", text: "什么等于 A 比 B", mathml: "<math>? = A/B</math>" }],
      back: questionOf({ concept: IOU, skill: "definition-term", definitionLanguage: "both" }).back,
    });
  });

  test("term-formula shows the names in both languages and asks for the formula", () => {
    expect(questionOf({ concept: IOU, skill: "term-formula", definitionLanguage: "en" })).toEqual({
      asks: "formula",
      front: questionOf({ concept: IOU, skill: "term-definition", definitionLanguage: "en" }).front,
      back: [
        {
          role: "formula",
          lang: "en",
          text: "Intersection over Union is A over B",
          mathml: "<math>IoU = A/B</math>",
        },
        { role: "definition", lang: "en", text: IOU.definition.en },
      ],
    });
  });

  test("a formula is read aloud in the language of definitions, in Chinese where these are in both", () => {
    expect(faces("formula-term", "zh").front).toEqual(["什么等于 A 比 B"]);
    expect(faces("formula-term", "en").front).toEqual(["what is A over B"]);
    expect(faces("formula-term", "both").front).toEqual(["什么等于 A 比 B"]);
  });

  test("a card of today whose formula has gone still asks something", () => {
    const withoutFormula = (skill: (typeof SKILLS)[number]) =>
      questionOf({ concept: { ...IOU, formula: null }, skill, definitionLanguage: "zh" });
    expect(withoutFormula("formula-term")).toEqual(withoutFormula("definition-term"));
    expect(withoutFormula("term-formula")).toEqual({ ...withoutFormula("term-definition"), asks: "formula" });
  });

  test.each([
    ["zh", [IOU.definition.zh]],
    ["en", [IOU.definition.en]],
    ["both", [IOU.definition.zh, IOU.definition.en]],
  ] as const)("definitions in %s", (language, definitions) => {
    expect(faces("term-definition", language).back).toEqual(definitions);
    expect(faces("definition-term", language).front).toEqual(definitions);
  });

  test("no piece of the answer stands on the front, and nothing that gives half of it away", () => {
    for (const skill of SKILLS) {
      const { front, back } = faces(skill);
      expect(front.filter((text) => back.includes(text))).toEqual([]);
      expect(front.filter((text) => text === "IoU" || text === IOU.pinyin)).toEqual([]);
    }
  });

  test("every piece says its language", () => {
    for (const skill of SKILLS) {
      const { front, back } = questionOf({ concept: IOU, skill, definitionLanguage: "both" });
      for (const piece of [...front, ...back]) {
        expect(piece.lang).toBe(/\p{Script=Han}|[āìǐ]/u.test(piece.text) ? "zh-Hans" : "en");
      }
    }
  });
});
