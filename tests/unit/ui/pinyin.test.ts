import { describe, expect, test } from "vitest";
import { pairWithPinyin } from "@/app/_ui/pinyin";

describe("pinyin over a name", () => {
  test("each character gets its syllable", () => {
    expect(pairWithPinyin("交并比", "jiāo bìng bǐ")).toEqual([
      { text: "交", syllable: "jiāo" },
      { text: "并", syllable: "bìng" },
      { text: "比", syllable: "bǐ" },
    ]);
  });

  test("letters, digits and punctuation stay together and get none", () => {
    expect(pairWithPinyin("K 均值（1-NN）", "jūn zhí")).toEqual([
      { text: "K ", syllable: null },
      { text: "均", syllable: "jūn" },
      { text: "值", syllable: "zhí" },
      { text: "（1-NN）", syllable: null },
    ]);
  });

  test.each(["jiāo bìng", "jiāo bìng bǐ lǜ", ""])(
    "syllables that do not match (%j) are left out, not guessed",
    (pinyin) => {
      expect(pairWithPinyin("交并比", pinyin)).toEqual([{ text: "交并比", syllable: null }]);
    },
  );
});
