import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { searchIndex } from "@/lib/glossary/search";
import { makeSearchIndex, normalizeForSearch, type SearchableConcept } from "@/lib/glossary/search-index";

function concept(fields: Partial<SearchableConcept> & { readonly slug: string }): SearchableConcept {
  return {
    en: fields.slug,
    zh: "",
    pinyin: "",
    abbreviations: [],
    aliases: { en: [], zh: [] },
    definition: { zh: "", en: "" },
    ...fields,
  };
}

const CONCEPTS: readonly SearchableConcept[] = [
  concept({
    slug: "iou",
    en: "Intersection over Union",
    zh: "交并比",
    pinyin: "jiāo bìng bǐ",
    abbreviations: ["IoU"],
    aliases: { en: ["Jaccard index"], zh: ["重叠度"] },
    definition: {
      zh: "两个区域重叠部分的面积除以合起来的面积。",
      en: "Shared area divided by joint area of two regions.",
    },
  }),
  concept({
    slug: "gradient-descent",
    en: "Gradient descent",
    zh: "梯度下降",
    pinyin: "tī dù xià jiàng",
    abbreviations: ["GD"],
  }),
  concept({ slug: "gradient", en: "Gradient", zh: "梯度", pinyin: "tī dù" }),
  concept({
    slug: "sgd",
    en: "Stochastic gradient descent",
    zh: "随机梯度下降",
    pinyin: "suí jī tī dù xià jiàng",
    abbreviations: ["SGD"],
  }),
  concept({
    slug: "ground-truth",
    en: "Ground truth",
    zh: "真值",
    pinyin: "zhēn zhí",
    aliases: { en: ["Ground-truth"], zh: [] },
  }),
  concept({
    slug: "learning-rate",
    en: "Learning rate",
    zh: "学习率",
    pinyin: "xué xí lǜ",
    definition: { zh: "", en: "The step along a gradient." },
  }),
  concept({ slug: "degradation", en: "Degradation", zh: "退化", pinyin: "tuì huà" }),
];
const INDEX = makeSearchIndex(CONCEPTS);

function find(query: string, limit = 50): (string | undefined)[] {
  return searchIndex({ index: INDEX, query, limit }).map((place) => CONCEPTS[place]?.slug);
}

describe("what a query finds, best first", () => {
  test.each([
    ["an abbreviation in any case", "iou", ["iou"]],
    ["full-width letters", "ＩｏＵ", ["iou"]],
    ["the Chinese name", "交并比", ["iou"]],
    ["the beginning of the Chinese name", "交并", ["iou"]],
    ["an alias", "jaccard", ["iou"]],
    ["a Chinese alias", "重叠度", ["iou"]],
    ["pinyin without tones", "jiaobingbi", ["iou"]],
    ["pinyin with tones and spaces", "jiāo bìng bǐ", ["iou"]],
    ["the beginning of pinyin", "jiaobin", ["iou"]],
    ["initials", "jbb", ["iou"]],
    ["ü typed as v", "xuexilv", ["learning-rate"]],
    ["ü typed as u", "xuexilu", ["learning-rate"]],
    ["a name written with a hyphen", "ground-truth", ["ground-truth"]],
    ["a name written without its hyphen", "ground truth", ["ground-truth"]],
    ["words in another order", "descent gradient", ["gradient-descent", "sgd"]],
    ["words of the definition", "joint area", ["iou"]],
    ["Chinese words of the definition", "合起来", ["iou"]],
  ])("%s", (_name, query, slugs) => {
    expect(find(query)).toEqual(slugs);
  });

  test("the whole name, then the beginning, then a word, then a part, then the definition", () => {
    expect(find("gradient")).toEqual(["gradient", "gradient-descent", "sgd", "learning-rate"]);
    expect(find("grad")).toEqual(["gradient", "gradient-descent", "sgd", "degradation", "learning-rate"]);
  });

  test("pinyin from a later syllable comes after pinyin from the first", () => {
    expect(find("tidu")).toEqual(["gradient", "gradient-descent", "sgd"]);
  });

  test("nothing for an empty query, blanks, signs, or what does not occur", () => {
    for (const query of ["", "   ", "---", "zzzz", "量子"]) expect(find(query)).toEqual([]);
  });

  test("no more than the limit", () => {
    expect(find("gradient", 2)).toEqual(["gradient", "gradient-descent"]);
  });
});

describe("laws", () => {
  test("every concept is found by each of its names, its pinyin and its abbreviation", () => {
    for (const one of CONCEPTS) {
      for (const name of [one.en, one.zh, one.pinyin, ...one.abbreviations, ...one.aliases.en, ...one.aliases.zh]) {
        expect(find(name)).toContain(one.slug);
      }
    }
  });

  test("any query answers, twice the same, without a concept twice", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (query) => {
        const found = find(query);
        expect(find(query)).toEqual(found);
        expect(new Set(found).size).toBe(found.length);
      }),
    );
  });

  test("normalising twice is normalising once", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const once = normalizeForSearch(text);
        expect(normalizeForSearch(once)).toBe(once);
      }),
    );
  });
});
