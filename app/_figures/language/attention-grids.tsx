import type { FigureSpec } from "../figure";
import { ShadedGrid } from "../kit/cell-grid";
import { softmaxOf } from "../kit/maths";
import { fixed } from "../kit/numbers";
import { Arrow, Label } from "../kit/shapes";
import { countOpen, openCells, seesAll, seesPast, seesSome, seesWindow } from "./attention";

const shadesOf = (cells: readonly (readonly boolean[])[]) =>
  cells.map((row) => row.map((open) => (open ? 0.55 : null)));

const [TARGET, SOURCE] = [5, 7];
const rectangle = (rows: number, columns: number) =>
  Array.from({ length: rows }, () => Array.from({ length: columns }, () => 0.55));

export const crossAttention: FigureSpec = {
  name: "cross-attention",
  height: 166,
  caption: {
    zh: "行来自提问的序列，列来自被查的序列",
    en: "Rows are the sequence that asks, columns the one that is asked",
  },
  alt: {
    zh: `左：交叉注意力的打分矩阵，译文 ${TARGET} 行、原文 ${SOURCE} 列，共 ${TARGET * SOURCE} 个分。右：译文的自注意力，${TARGET}×${TARGET}，共 ${TARGET * TARGET} 个分。`,
    en: `Left: the scores of cross-attention, ${TARGET} rows of translation by ${SOURCE} columns of source, ${TARGET * SOURCE} in all. Right: self-attention over the translation, ${TARGET} × ${TARGET}, ${TARGET * TARGET} in all.`,
  },
  draw: (say) => (
    <>
      <Label at={[80, 11]}>{say("交叉注意力", "cross-attention")}</Label>
      <Label at={[80, 29]} size={12} tone="ink-2">
        {say("键、值：原文 7", "keys: source, 7")}
      </Label>
      <ShadedGrid x={10} y={40} cell={20} shades={rectangle(TARGET, SOURCE)} />
      <Label at={[80, 154]}>
        {TARGET} × {SOURCE} = {TARGET * SOURCE}
      </Label>
      <Label at={[232, 11]}>{say("自注意力", "self-attention")}</Label>
      <Label at={[232, 29]} size={12} tone="ink-2">
        {say("键、值：译文 5", "keys: target, 5")}
      </Label>
      <ShadedGrid x={182} y={40} cell={20} shades={rectangle(TARGET, TARGET)} tone="ink-3" />
      <Label at={[232, 154]}>
        {TARGET} × {TARGET} = {TARGET * TARGET}
      </Label>
    </>
  ),
};

const LENGTH = 4;
const MASKED = openCells(LENGTH, seesPast).map((row) => row.map((open) => (open ? 1 : Number.NEGATIVE_INFINITY)));
const MASKED_WEIGHTS = MASKED.map((scores) => softmaxOf(scores));
const weightText = (weight: number) => (weight === 0 ? "0" : String(Number(fixed(weight, 2))));

export const causalMask: FigureSpec = {
  name: "causal-mask",
  height: 158,
  caption: {
    zh: "右上方的得分先设为 −∞，Softmax 之后权重就是 0",
    en: "Scores above the diagonal become −∞, so their weights become 0",
  },
  alt: {
    zh: `左：4×4 的得分全为 1，对角线右上方的 ${LENGTH * LENGTH - countOpen(openCells(LENGTH, seesPast))} 格换成负无穷。右：逐行做 Softmax 后，第 1 行是 1，第 2 行是两个 0.5，第 3 行是三个 0.33，第 4 行是四个 0.25，其余为 0。`,
    en: `Left: 4 × 4 scores of 1; the ${LENGTH * LENGTH - countOpen(openCells(LENGTH, seesPast))} cells above the diagonal are minus infinity. Right: after softmax row 1 has the weight 1, row 2 twice 0.5, row 3 three times 0.33, row 4 four times 0.25; the rest are 0.`,
  },
  draw: (say) => (
    <>
      <Label at={[62, 11]} size={12} tone="ink-2">
        {say("得分加掩码", "masked scores")}
      </Label>
      <Label at={[238, 11]} size={12} tone="ink-2">
        {say("权重", "weights")}
      </Label>
      <ShadedGrid
        x={4}
        y={24}
        cell={29}
        shades={MASKED.map((row) => row.map((score) => (score === 1 ? 0 : null)))}
        texts={MASKED.map((row) => row.map((score) => (score === 1 ? "1" : "−∞")))}
      />
      <Arrow from={[126, 86]} to={[174, 86]} />
      <Label at={[150, 73]} size={12}>
        softmax
      </Label>
      <ShadedGrid
        x={180}
        y={24}
        cell={29}
        shades={MASKED_WEIGHTS.map((row) => row.map((weight) => (weight === 0 ? null : weight)))}
        texts={MASKED_WEIGHTS.map((row) => row.map(weightText))}
      />
      <Label at={[150, 150]} size={12} tone="ink-2">
        {say("行：在看的位置；列：被看的位置", "row: looks; column: is looked at")}
      </Label>
    </>
  ),
};

const SIX = 6;
const BOTH_WAYS = openCells(SIX, seesAll);
const BACKWARD = openCells(SIX, seesPast);

export const attentionDirections: FigureSpec = {
  name: "attention-directions",
  height: 176,
  caption: {
    zh: "编码器左右都看；解码器只看自己和前文",
    en: "An encoder looks both ways, a decoder only back",
  },
  alt: {
    zh: `两张 6×6 的注意力格。左：仅编码器模型，${countOpen(BOTH_WAYS)} 格都可用。右：仅解码器模型，只有对角线及左下方的 ${countOpen(BACKWARD)} 格可用，其余划去。`,
    en: `Two 6 × 6 grids of attention. Left: encoder-only, all ${countOpen(BOTH_WAYS)} cells open. Right: decoder-only, only the ${countOpen(BACKWARD)} on and below the diagonal are open, the rest crossed out.`,
  },
  draw: (say) => (
    <>
      <Label at={[75, 12]}>{say("仅编码器", "encoder-only")}</Label>
      <ShadedGrid x={15} y={26} cell={20} shades={shadesOf(BOTH_WAYS)} />
      <Label at={[75, 162]}>{say(`${countOpen(BOTH_WAYS)} 格可用`, `${countOpen(BOTH_WAYS)} open`)}</Label>
      <Label at={[225, 12]}>{say("仅解码器", "decoder-only")}</Label>
      <ShadedGrid x={165} y={26} cell={20} shades={shadesOf(BACKWARD)} />
      <Label at={[225, 162]}>{say(`${countOpen(BACKWARD)} 格可用`, `${countOpen(BACKWARD)} open`)}</Label>
    </>
  ),
};

const NINE = 9;
const PATTERNS = [
  { zh: "全部", en: "all before", cells: openCells(NINE, seesPast) },
  { zh: "滑动窗口 3", en: "window of 3", cells: openCells(NINE, seesWindow(3)) },
  { zh: "邻近加等间隔", en: "near + strided", cells: openCells(NINE, seesSome(4)) },
];
const [ALL, WINDOW, STRIDED] = PATTERNS.map(({ cells }) => countOpen(cells));

export const sparseAttention: FigureSpec = {
  name: "sparse-attention",
  height: 144,
  caption: {
    zh: "序列越长，窗口和间隔省下的格子越多",
    en: "The longer the sequence, the more a window or a stride saves",
  },
  alt: {
    zh: `三张 9×9 的因果注意力格：看全部前文要打 ${ALL} 个分；滑动窗口为 3 时只要 ${WINDOW} 个，都靠近对角线；看邻近的加每隔 4 个的一列，要 ${STRIDED} 个。`,
    en: `Three 9 × 9 grids of causal attention: looking at all before takes ${ALL} scores; a sliding window of 3 takes ${WINDOW}, all near the diagonal; the neighbor and every fourth column take ${STRIDED}.`,
  },
  draw: (say) => (
    <>
      {PATTERNS.map(({ zh, en, cells }, index) => {
        const x = 6 + index * 99;
        return (
          <g key={en}>
            <Label at={[x + 45, 11]} size={12}>
              {say(zh, en)}
            </Label>
            <ShadedGrid x={x} y={24} cell={10} shades={cells.map((row) => row.map((open) => (open ? 0.75 : 0)))} />
            <Label at={[x + 45, 130]} size={12}>
              {say(`${countOpen(cells)} 个分`, `${countOpen(cells)} scores`)}
            </Label>
          </g>
        );
      })}
    </>
  ),
};
