import type { ConceptContent, FormulaContent } from "@/lib/glossary/concept";
import { seededRandom } from "@/lib/seeded-random";

const SYLLABLES = [
  "net",
  "grad",
  "con",
  "vol",
  "lin",
  "tens",
  "mod",
  "reg",
  "batch",
  "norm",
  "drop",
  "out",
  "soft",
  "max",
];
const HAN = [..."网络梯度卷积线性张量模型回归批量归一化丢弃输出软最大损失函数学习率样本特征"];
const PINYIN = ["wǎng", "luò", "tī", "dù", "juǎn", "jī", "xiàn", "xìng", "zhāng", "liàng", "mó", "xíng"];

function madeUpFormula(number: number): FormulaContent {
  return {
    tex: String.raw`y = \frac{1}{n}\sum_{i=1}^{n} x_i + ${number}`,
    reading: { zh: "y 等于各 x i 的平均", en: "y equals the mean of the x i" },
    symbols: [
      { tex: "y", zh: "输出", en: "the output" },
      { tex: "n, i, x_i", zh: "个数、序号与第 i 个输入", en: "how many, the index, and input i" },
    ],
  };
}

/** A made-up concept of the size of a real one (about 2 KB of JSON), different for every number. */
export function madeUpConcept(number: number): ConceptContent {
  const random = seededRandom(number + 1);
  const pick = <T>(from: readonly T[]) => from[Math.floor(random() * from.length)] as T;
  const word = () => `${pick(SYLLABLES)}${pick(SYLLABLES)}`;
  const words = (count: number) => Array.from({ length: count }, word).join(" ");
  const han = (count: number) => Array.from({ length: count }, () => pick(HAN)).join("");
  const en = `${words(2)} ${number}`;
  return {
    slug: `concept-${number}`,
    section: pick(["A-G", "H-N", "O-T", "U-Z"] as const),
    headline: number % 9 === 0,
    en,
    zh: `${han(4)}${number}`,
    pinyin: Array.from({ length: 4 }, () => pick(PINYIN)).join(" "),
    abbreviations: number % 3 === 0 ? [`${pick(SYLLABLES).toUpperCase()}${number}`] : [],
    aliases: { en: [words(2)], zh: [han(5)] },
    definition: { zh: `${han(60)}。`, en: `${words(30)}.` },
    plain: { zh: `${han(80)}。`, en: `${words(40)}.` },
    ...(number % 4 === 0 ? { formula: madeUpFormula(number) } : {}),
    figures: [],
    confusable: number > 1 ? [`concept-${number - 1}`] : [],
    prerequisites: [],
  };
}
