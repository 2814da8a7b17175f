import { customPinyin, pinyin } from "pinyin-pro";
import type { ConceptContent } from "@/lib/glossary/concept";
import type { DeckIssue } from "@/lib/glossary/deck-check";

/** Words whose reading the dictionary does not know or gets wrong in their context. */
const READINGS: Readonly<Record<string, string>> = {
  卷积: "juǎn jī",
  残差: "cán chā",
  双曲: "shuāng qū",
  纳什: "nà shí",
  花里胡哨: "huā li hú shào",
  偏好: "piān hào",
  重排序: "chóng pái xù",
  重参数: "chóng cān shù",
  去重: "qù chóng",
  差分: "chā fēn",
  启发式: "qǐ fā shì",
  标准差: "biāo zhǔn chā",
  吞吐量: "tūn tǔ liàng",
  张量: "zhāng liàng",
  量化: "liàng huà",
  向量量化: "xiàng liàng liàng huà",
  黑塞: "hēi sài",
  曲面: "qū miàn",
  方差: "fāng chā",
  剪切: "jiǎn qiē",
};

customPinyin(READINGS);

/**
 * Pinyin that a dictionary would write otherwise: a syllable that its character never has, or a reading of a polyphone that does not fit
 * the word. The dictionary (pinyin-pro) is a tool of those who write the glossary and not part of the app.
 */
export function pinyinIssues(concepts: readonly ConceptContent[]): DeckIssue[] {
  return concepts.flatMap(({ zh, pinyin: written }, concept) => {
    const expected = pinyin(zh, { toneType: "symbol", toneSandhi: false, nonZh: "removed", type: "array" });
    const given = written.normalize("NFC").split(/\s+/);
    if (given.join(" ") === expected.join(" ")) return [];
    return [{ concept, path: ["pinyin"], message: `is “${written}”; a dictionary has “${expected.join(" ")}”` }];
  });
}
