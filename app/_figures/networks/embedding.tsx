import type { FigureSpec } from "../figure";
import { countTo } from "../kit/maths";
import { thousands } from "../kit/numbers";
import { Arrow, Box, Dot, Label, Line } from "../kit/shapes";

interface Word {
  readonly zh: string;
  readonly en: string;
  readonly x: number;
  readonly y: number;
}

const ANIMALS: readonly Word[] = [
  { zh: "猫", en: "cat", x: 64, y: 40 },
  { zh: "狗", en: "dog", x: 92, y: 62 },
  { zh: "兔", en: "rabbit", x: 48, y: 78 },
];
const LAWS: readonly Word[] = [
  { zh: "税法", en: "tax law", x: 214, y: 104 },
  { zh: "合同", en: "contract", x: 196, y: 134 },
];

export const embedding: FigureSpec = {
  name: "embedding",
  height: 172,
  caption: {
    zh: "示意：含义相近的词，向量也相近",
    en: "Schematic: words of similar meaning have vectors close together",
  },
  alt: {
    zh: "一张二维的示意图：猫、狗、兔聚在左上，税法、合同聚在右下；猫与狗的距离很短，猫与税法的距离很长",
    en: "A schematic map in two dimensions: cat, dog and rabbit lie together at the upper left, tax law and contract at the lower right; cat and dog are close, cat and tax law far apart",
  },
  draw: (say) => (
    <>
      <Line from={[20, 160]} to={[288, 160]} />
      <Line from={[20, 160]} to={[20, 10]} />
      <Line from={[64, 40]} to={[92, 62]} tone="accent" thick={2} />
      <Line from={[64, 40]} to={[214, 104]} tone="ink-3" dashed />
      <Label at={[94, 40]} anchor="start" tone="accent" size={12}>
        {say("近", "close")}
      </Label>
      <Label at={[160, 72]} anchor="start" tone="ink-2" size={12}>
        {say("远", "far")}
      </Label>
      {ANIMALS.map(({ zh, en, x, y }, index) => (
        <g key={en}>
          <Dot at={[x, y]} />
          <Label at={[x, y + (index === 0 ? -14 : 15)]}>{say(zh, en)}</Label>
        </g>
      ))}
      {LAWS.map(({ zh, en, x, y }) => (
        <g key={en}>
          <Dot at={[x, y]} tone="good" />
          <Label at={[x + 10, y]} anchor="start">
            {say(zh, en)}
          </Label>
        </g>
      ))}
    </>
  ),
};

/** The glossary's example. */
export const EMBEDDING_SIZE = { words: 10_000, dimensions: 300 } as const;
const ROWS = 7;
const PICKED = 3;
const PARAMETERS = EMBEDDING_SIZE.words * EMBEDDING_SIZE.dimensions;

export const embeddingMatrix: FigureSpec = {
  name: "embedding-matrix",
  height: 168,
  caption: {
    zh: `查表：每个词一行；整张表共 ${PARAMETERS / 10_000} 万个参数`,
    en: `A look-up table with a row for each word: ${PARAMETERS / 1_000_000} million parameters in all`,
  },
  alt: {
    zh: `嵌入矩阵有 ${EMBEDDING_SIZE.words} 行、${EMBEDDING_SIZE.dimensions} 列；词“猫”指向其中一行，取出来就是它的 ${EMBEDDING_SIZE.dimensions} 维向量`,
    en: `The embedding matrix has ${thousands(EMBEDDING_SIZE.words)} rows and ${EMBEDDING_SIZE.dimensions} columns; the word "cat" points to one of the rows, which is its vector of ${EMBEDDING_SIZE.dimensions} numbers`,
  },
  draw: (say) => (
    <>
      <Label at={[26, 79]}>{say("“猫”", '"cat"')}</Label>
      <Arrow from={[48, 79]} to={[84, 79]} tone="accent" />
      {countTo(ROWS).map((row) => (
        <Box
          key={row}
          x={88}
          y={26 + row * 16}
          width={110}
          height={13}
          radius={1}
          thick={1}
          tone={row === PICKED ? "accent" : "ink-3"}
        />
      ))}
      <Label at={[143, 12]} size={12} tone="ink-2">
        {say(`${EMBEDDING_SIZE.dimensions} 列`, `${EMBEDDING_SIZE.dimensions} columns`)}
      </Label>
      <Label at={[143, 150]} size={12} tone="ink-2">
        {say(`${EMBEDDING_SIZE.words} 行`, `${thousands(EMBEDDING_SIZE.words)} rows`)}
      </Label>
      <Arrow from={[200, 79]} to={[226, 79]} tone="accent" />
      <Box x={228} y={72} width={66} height={14} radius={1} tone="accent" />
      <Label at={[261, 100]} size={12} tone="ink-2">
        {say("300 维", "300-D")}
      </Label>
    </>
  ),
};
