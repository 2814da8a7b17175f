import type { FigureSpec } from "../figure";
import { Arrow, Box, Label } from "../kit/shapes";
import { centeredRow, footOf, Tokens, topOf } from "../kit/token-row";

const WIDTH = 512;
const HEADS = 8;
const PER_HEAD = WIDTH / HEADS;
const NUMBERS = Array.from({ length: HEADS }, (_, head) => head + 1);
const SUBSCRIPTS = "₀₁₂₃₄₅₆₇₈";
const HEAD_ROW = centeredRow(HEADS, { y: 62, width: 28, height: 28, gap: 8 });
const PARTS_ROW = centeredRow(HEADS, { y: 122, width: 35, height: 22, gap: 0 });

export const multiHeadAttention: FigureSpec = {
  name: "multi-head-attention",
  height: 212,
  caption: {
    zh: "每个头都读完整的输入，各得 64 维，拼起来又是 512 维",
    en: "Every head reads the whole input and gives 64 numbers; joined they are 512 again",
  },
  alt: {
    zh: `${WIDTH} 维的输入 X 送进 ${HEADS} 个头；每个头投影到 ${PER_HEAD} 维，各自计算注意力；${HEADS} 份 ${PER_HEAD} 维的结果拼成 ${WIDTH} 维，再经输出矩阵 W_O 混合。`,
    en: `The input X of width ${WIDTH} goes into ${HEADS} heads; each projects it to ${PER_HEAD} dimensions and attends on its own; the ${HEADS} results of ${PER_HEAD} are joined to ${WIDTH} and mixed by the output matrix W_O.`,
  },
  draw: (say) => (
    <>
      <Box
        x={10}
        y={6}
        width={280}
        height={24}
        label={say("X：512 维，每个头都读", "X: 512 numbers, read by all heads")}
      />
      {NUMBERS.map((head, index) => (
        <g key={head}>
          <Arrow from={[topOf(HEAD_ROW, index)[0], 30]} to={topOf(HEAD_ROW, index)} />
          <Arrow from={footOf(HEAD_ROW, index)} to={topOf(PARTS_ROW, index)} />
        </g>
      ))}
      <Tokens row={HEAD_ROW} texts={NUMBERS.map((head) => `H${SUBSCRIPTS[head]}`)} tone={() => "accent"} />
      <Tokens row={PARTS_ROW} texts={NUMBERS.map(() => String(PER_HEAD))} size={12} />
      <Arrow from={[150, 144]} to={[150, 164]} />
      <Label at={[158, 154]} anchor="start" size={12} tone="ink-2">
        {say("拼接", "joined")}
      </Label>
      <Box x={90} y={164} width={120} height={24} tone="good" label={say("W_O 混合", "mixed by W_O")} />
      <Label at={[150, 202]} size={12} tone="ink-2">
        {say("输出：512 维", "output: 512 numbers")}
      </Label>
    </>
  ),
};
