// Each fault that the check of the glossary knows is found, and only then.

import { describe, expect, test } from "vitest";
import type { ConceptContent } from "@/lib/glossary/concept";
import { checkConcepts } from "@/lib/glossary/deck-check";
import { similarityIssues } from "@/lib/glossary/similarity-check";
import { pinyinIssues } from "@/seed/pinyin-check";
import { conceptContent } from "../../contract/factories";

/** Two concepts in which nothing is wrong. */
const SLOPE = conceptContent("slope", {
  en: "Slope",
  zh: "坡度",
  pinyin: "pō dù",
  definition: {
    zh: "地面每前进一步所升高的多少，越陡它就越大，平地上为零。",
    en: "How much the ground rises with each step forward, zero where it is flat.",
  },
});
const TIDE = conceptContent("tide", {
  en: "Tide",
  zh: "潮汐",
  pinyin: "cháo xī",
  definition: {
    zh: "海面因月球与太阳的引力而每天起落两次的现象。",
    en: "The daily rise and fall of the sea under the pull of the moon and the sun.",
  },
});

/** The messages about the two concepts after changes to them. */
function messages(slope: Partial<ConceptContent>, tide: Partial<ConceptContent> = {}): string[] {
  const concepts = [
    { ...SLOPE, ...slope },
    { ...TIDE, ...tide },
  ];
  return [...checkConcepts(concepts), ...similarityIssues(concepts)].map(({ concept, path, message }) => {
    return `${concepts[concept]?.slug} ${path.join(".")}: ${message}`;
  });
}

test("nothing is wrong with what is right", () => {
  expect(messages({})).toEqual([]);
});

describe("nearly the same definition", () => {
  test("in one language is told at the later concept", () => {
    const en = "How much the ground rises with every step forward, zero where it is flat.";
    expect(messages({}, { definition: { ...TIDE.definition, en } })).toEqual([
      "tide definition.en: is nearly the definition of slope",
    ]);
    const zh = "地面每前进一步所升高的多少，越陡它就越大，平地上是零。";
    expect(messages({}, { definition: { ...TIDE.definition, zh } })).toEqual([
      "tide definition.zh: is nearly the definition of slope",
    ]);
  });
});

describe("one name for two concepts", () => {
  const tell = { zh: "这里说的是另一个。", en: "The other one is meant here." };
  test("must be explained and linked on both", () => {
    expect(messages({ abbreviations: ["GR"] }, { aliases: { en: ["gr"], zh: [] } })).toEqual([
      "slope homonym: must tell it from tide: both are called “gr”",
      "slope confusable: must name tide, which is called “gr” too",
      "tide homonym: must tell it from slope: both are called “gr”",
      "tide confusable: must name slope, which is called “gr” too",
    ]);
  });
  test("is right once it is", () => {
    const slope = { abbreviations: ["GR"], homonym: tell, confusable: ["tide"] };
    expect(messages(slope, { abbreviations: ["GR"], homonym: tell, confusable: ["slope"] })).toEqual([]);
  });
});

describe("English in a Chinese definition", () => {
  const zh = "海面因月球的引力而起落，像走在 slope 上一样缓缓升高。";
  test("that has a Chinese name in the glossary", () => {
    expect(messages({}, { definition: { ...TIDE.definition, zh } })).toEqual([
      "tide definition.zh: says “slope”, which is 坡度 in Chinese",
    ]);
  });
  test("that is part of that Chinese name may stand", () => {
    expect(messages({ zh: "Slope 坡度" }, { definition: { ...TIDE.definition, zh } })).toEqual([]);
  });
  test("of two words, and as an abbreviation", () => {
    const words = zh.replace("slope", "steep slope");
    expect(messages({ en: "Steep slope" }, { definition: { ...TIDE.definition, zh: words } })).toHaveLength(1);
    const short = zh.replace("slope", "SL");
    expect(messages({ abbreviations: ["SL"] }, { definition: { ...TIDE.definition, zh: short } })).toHaveLength(1);
  });
});

describe("a formula", () => {
  const formula = {
    tex: String.raw`\term{slope} = \frac{h}{\ell}`,
    reading: { zh: "{term}等于 h 除以 ℓ", en: "{term} equals h over ell" },
    symbols: [
      { tex: "h", zh: "升高", en: "rise" },
      { tex: String.raw`\ell`, zh: "前进", en: "way forward" },
    ],
  };
  const found = (changes: Partial<typeof formula>) => messages({ formula: { ...formula, ...changes } });
  test("that is right", () => {
    expect(found({})).toEqual([]);
  });
  test("that cannot be rendered", () => {
    expect(found({ tex: String.raw`\frac{h}` })).toEqual(["slope formula.tex: is TeX that KaTeX cannot render"]);
  });
  test("with a symbol that is not explained, or one that it does not have", () => {
    expect(found({ tex: String.raw`\term{slope} = \frac{h}{\ell} + \alpha_i` })).toEqual([
      String.raw`slope formula.symbols: must explain \alpha, i`,
    ]);
    expect(found({ tex: String.raw`\term{slope} = h` })).toEqual([
      String.raw`slope formula.symbols.1.tex: explains \ell, which the formula does not have`,
    ]);
  });
  test("whose marks stand in the TeX or in the readings alone", () => {
    expect(found({ reading: { ...formula.reading, en: "h over ell" } })).toEqual([
      String.raw`slope formula.reading.en: must have {term}, as the formula has \term`,
    ]);
    expect(found({ tex: String.raw`\frac{h}{\ell}` })).toEqual([
      String.raw`slope formula.reading.zh: must not have {term}, as the formula has no \term`,
      String.raw`slope formula.reading.en: must not have {term}, as the formula has no \term`,
    ]);
  });
  test("with a command that is not trusted", () => {
    expect(found({ tex: String.raw`\term{slope} = \href{https://example.org}{\frac{h}{\ell}}` })).toEqual([
      "slope formula.tex: is TeX that KaTeX cannot render",
    ]);
  });
  test("whose words and operators need no explanation", () => {
    const tex = String.raw`\term{slope} = \operatorname{median}\left(\frac{h}{\ell}\right) \text{ if } h > 0, \; e^{h}\,\mathrm{d}h`;
    expect(found({ tex })).toEqual([]);
  });
  test("that names the concept outside of its marks, also letter by letter", () => {
    const unmarked = { zh: "等于 h 除以 ℓ", en: "equals h over ell" };
    for (const name of [String.raw`\text{slope}`, String.raw`\text{sl}\,\text{ope}`]) {
      expect(found({ tex: String.raw`${name} = \frac{h}{\ell}`, reading: unmarked })).toEqual([
        "slope formula.tex: must not name its own term “Slope”",
      ]);
    }
    expect(
      found({ reading: { zh: "{term}即坡度，等于 h 除以 ℓ", en: "{term}, the slope, equals h over ell" } }),
    ).toEqual([
      "slope formula.reading.zh: must not name its own term “坡度”",
      "slope formula.reading.en: must not name its own term “Slope”",
    ]);
  });
});

describe("pinyin", () => {
  const found = (zh: string, pinyin: string) => pinyinIssues([{ ...SLOPE, zh, pinyin }]).map(({ message }) => message);
  test("of a polyphone is that of the word", () => {
    expect(found("重参数化", "chóng cān shù huà")).toEqual([]);
    expect(found("权重", "quán zhòng")).toEqual([]);
    expect(found("权重", "quán chóng")).toEqual(["is “quán chóng”; a dictionary has “quán zhòng”"]);
  });
  test("passes over letters that are not Chinese", () => {
    expect(found("F1 分数", "fēn shù")).toEqual([]);
  });
  test("with the wrong tone is told", () => {
    expect(found("坡度", "pó dù")).toHaveLength(1);
  });
});
