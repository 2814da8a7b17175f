import type { Bilingual } from "@/lib/glossary/concept";
import type { FigureSpec, Say } from "../figure";
import { fixed } from "../kit/numbers";
import { Box, Label } from "../kit/shapes";
import type { Tone } from "../kit/tones";
import { accuracyOf, CAT_COUNTS, type Counts, precisionOf, recallOf, specificityOf } from "./counts";

type Cell = keyof Counts;

const NAMES: Readonly<Record<Cell, Bilingual>> = {
  tp: { zh: "真阳性 TP", en: "TP" },
  fn: { zh: "假阴性 FN", en: "FN" },
  fp: { zh: "假阳性 FP", en: "FP" },
  tn: { zh: "真阴性 TN", en: "TN" },
};
/** Rows: what is true; columns: what the model says. */
const LAYOUT: readonly (readonly Cell[])[] = [
  ["tp", "fn"],
  ["fp", "tn"],
];
const GRID = { x: 72, y: 26, width: 92, height: 44 };

interface MatrixProps {
  readonly say: Say;
  readonly counts: Counts;
  /** Cells that the figure is about; without any, right and wrong answers are told apart. */
  readonly lit?: readonly Cell[];
  /** Cells that the lit ones are a share of, together with them. */
  readonly among?: readonly Cell[];
}

/** The four counts in their table, with the sums of its rows and columns. */
export function ConfusionMatrix({ say, counts, lit, among }: MatrixProps) {
  const { tp, fn, fp, tn } = counts;
  const right = GRID.x + 2 * GRID.width;
  const bottom = GRID.y + 2 * GRID.height;
  const columns = [say("报“有猫”", 'says "cat"'), say("报“没有”", 'says "none"')];
  const rows = [say("真有猫", "a cat"), say("没有猫", "no cat")];
  return (
    <>
      {columns.map((name, index) => (
        <Label key={name} at={[GRID.x + (index + 0.5) * GRID.width, 13]} tone="ink-2">
          {name}
        </Label>
      ))}
      {rows.map((name, index) => (
        <Label key={name} at={[GRID.x - 10, GRID.y + (index + 0.5) * GRID.height]} anchor="end" tone="ink-2">
          {name}
        </Label>
      ))}
      {LAYOUT.flatMap((cells, row) =>
        cells.map((cell, column) => (
          <MatrixCell
            key={cell}
            {...{ say, counts, cell, row, column }}
            {...(lit ? { lit } : {})}
            {...(among ? { among } : {})}
          />
        )),
      )}
      {[tp + fn, fp + tn].map((sum, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a sum is its row
        <Label key={index} at={[right + 20, GRID.y + (index + 0.5) * GRID.height]} tone="ink-2">
          {sum}
        </Label>
      ))}
      {[tp + fp, fn + tn].map((sum, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a sum is its column
        <Label key={index} at={[GRID.x + (index + 0.5) * GRID.width, bottom + 13]} tone="ink-2">
          {sum}
        </Label>
      ))}
    </>
  );
}

interface CellProps extends MatrixProps {
  readonly cell: Cell;
  readonly row: number;
  readonly column: number;
}

function MatrixCell({ say, counts, lit, among, cell, row, column }: CellProps) {
  const isLit = lit?.includes(cell) ?? false;
  const [x, y] = [GRID.x + column * GRID.width, GRID.y + row * GRID.height];
  const middle = x + GRID.width / 2;
  const isAmong = among?.includes(cell) ?? false;
  const muted = lit !== undefined && !isLit && !isAmong;
  return (
    <>
      <Box
        x={x + 2}
        y={y + 2}
        width={GRID.width - 4}
        height={GRID.height - 4}
        tone={isAmong ? "accent" : toneOf(cell, lit)}
        fill={isAmong ? "none" : "ground"}
        dashed={isAmong}
        thick={isLit ? 2.5 : 1.5}
      />
      <Label at={[middle, y + 14]} size={12} tone={muted ? "ink-2" : "ink"}>
        {say(NAMES[cell].zh, NAMES[cell].en)}
      </Label>
      <Label at={[middle, y + 30]} size={16} strong={!muted} tone={muted ? "ink-2" : "ink"}>
        {counts[cell]}
      </Label>
    </>
  );
}

function toneOf(cell: Cell, lit: readonly Cell[] | undefined): Tone {
  if (lit !== undefined) return lit.includes(cell) ? "accent" : "line";
  return cell === "tp" || cell === "tn" ? "good" : "warn";
}

const { tp, fp, fn, tn } = CAT_COUNTS;
const PLAIN_HEIGHT = 136;

const confusionMatrix: FigureSpec = {
  name: "confusion-matrix",
  height: PLAIN_HEIGHT,
  caption: {
    zh: "行看事实，列看模型怎么说；对角线上的两格是判对的",
    en: "Rows: what is true. Columns: what it says. The diagonal is right",
  },
  alt: {
    zh: `两行两列的表。真有猫的 ${tp + fn} 张中报出 ${tp} 张（真阳性）、漏掉 ${fn} 张（假阴性）；没有猫的 ${fp + tn} 张中误报 ${fp} 张（假阳性）、判对 ${tn} 张（真阴性）。`,
    en: `A table of two rows and two columns. Of ${tp + fn} images with a cat, ${tp} are found (TP) and ${fn} missed (FN); of ${fp + tn} without, ${fp} are false alarms (FP) and ${tn} rightly rejected (TN).`,
  },
  draw: (say) => <ConfusionMatrix say={say} counts={CAT_COUNTS} />,
};

/** The table with one of its cells lit. */
function cellFigure(cell: Cell, name: string, caption: Bilingual): FigureSpec {
  return {
    name,
    height: PLAIN_HEIGHT,
    caption,
    alt: {
      zh: `混淆矩阵中点亮了一格：${NAMES[cell].zh}，${CAT_COUNTS[cell]} 张。${caption.zh}。`,
      en: `A confusion matrix with one cell lit: ${NAMES[cell].en}, ${CAT_COUNTS[cell]} images. ${caption.en}.`,
    },
    draw: (say) => <ConfusionMatrix say={say} counts={CAT_COUNTS} lit={[cell]} />,
  };
}

/** The table with the cells lit that a metric is made from, and the division below. */
function metricFigure(options: {
  readonly name: string;
  readonly lit: readonly Cell[];
  readonly among: readonly Cell[];
  readonly parts: readonly [above: string, below: string];
  readonly value: number;
  readonly decimals: number;
  readonly caption: Bilingual;
}): FigureSpec {
  const { name, lit, among, parts, value, decimals, caption } = options;
  const exact = Math.abs(value - Number(value.toFixed(decimals))) < 1e-9;
  const result = `${exact ? "=" : "≈"} ${fixed(value, decimals)}`;
  const sum = (sign: string) => `${parts[0]} ${sign} ${parts[1]} ${result}`;
  return {
    name,
    height: PLAIN_HEIGHT + 26,
    caption,
    alt: {
      zh: `混淆矩阵：真阳性 ${tp}、假阴性 ${fn}、假阳性 ${fp}、真阴性 ${tn}；下面写着 ${sum("÷")}。${caption.zh}。`,
      en: `A confusion matrix with TP ${tp}, FN ${fn}, FP ${fp} and TN ${tn}, and below it ${sum("/")}. ${caption.en}.`,
    },
    draw: (say) => (
      <>
        <ConfusionMatrix say={say} counts={CAT_COUNTS} lit={lit} among={among} />
        <Label at={[GRID.x + GRID.width, PLAIN_HEIGHT + 10]} size={15} strong>
          {sum(say("÷", "/"))}
        </Label>
      </>
    ),
  };
}

export const confusionFigures: readonly FigureSpec[] = [
  confusionMatrix,
  cellFigure("tp", "true-positive", {
    zh: "“阳”：模型报了有猫；“真”：报对了",
    en: '"Positive": it says cat; "true": and it is right',
  }),
  cellFigure("fp", "false-positive", {
    zh: "“阳”：模型报了有猫；“假”：报错了",
    en: '"Positive": it says cat; "false": and it is wrong',
  }),
  cellFigure("fn", "false-negative", {
    zh: "“阴”：模型说没有；“假”：其实有，漏掉了",
    en: '"Negative": it says none; "false": a cat was missed',
  }),
  cellFigure("tn", "true-negative", {
    zh: "“阴”：模型说没有；“真”：确实没有",
    en: '"Negative": it says none; "true": there is none',
  }),
  metricFigure({
    name: "accuracy",
    lit: ["tp", "tn"],
    among: ["fp", "fn"],
    parts: [`(${tp} + ${tn})`, "100"],
    value: accuracyOf(CAT_COUNTS),
    decimals: 2,
    caption: { zh: "判对的两格占全部四格的多少", en: "The two right cells as a share of all four" },
  }),
  metricFigure({
    name: "precision",
    lit: ["tp"],
    among: ["fp"],
    parts: [`${tp}`, `(${tp} + ${fp})`],
    value: precisionOf(CAT_COUNTS),
    decimals: 1,
    caption: {
      zh: "竖着看：报“有猫”的一列中，有多少是对的",
      en: "Down the column: of all that it calls cat, how much is right",
    },
  }),
  metricFigure({
    name: "recall",
    lit: ["tp"],
    among: ["fn"],
    parts: [`${tp}`, `(${tp} + ${fn})`],
    value: recallOf(CAT_COUNTS),
    decimals: 2,
    caption: { zh: "横着看：真有猫的一行中，找到了多少", en: "Along the row: of all that are cats, how much is found" },
  }),
  metricFigure({
    name: "specificity",
    lit: ["tn"],
    among: ["fp"],
    parts: [`${tn}`, `(${fp} + ${tn})`],
    value: specificityOf(CAT_COUNTS),
    decimals: 3,
    caption: {
      zh: "横着看：没有猫的一行中，判对了多少",
      en: "Along the row: of all without a cat, how much is left in peace",
    },
  }),
];
