import type { FigureSpec } from "../figure";
import { Unit } from "../kit/blocks";
import { Cross } from "../kit/marks";
import { countTo, sumOf } from "../kit/maths";
import { trimmed } from "../kit/numbers";
import { Arrow, Box, Label, Line } from "../kit/shapes";
import { column, Links, Units } from "./layers";

/** The glossary's example: four units, of which the second and the third are dropped. */
export const DROPOUT = { p: 0.5, outputs: [2, 4, 6, 8], mask: [1, 0, 0, 1] } as const;

/** Outputs with mask 0 become 0, the others are divided by 1 − p. */
export function dropOut({
  p,
  outputs,
  mask,
}: {
  p: number;
  outputs: readonly number[];
  mask: readonly number[];
}): number[] {
  return outputs.map((output, index) => ((mask[index] ?? 0) * output) / (1 - p));
}

const DROPPED = dropOut(DROPOUT);
const IN = column(80, 4, 92, 38);
const OUT = column(190, 3, 92, 42);
const isKept = (unit: number) => DROPOUT.mask[unit] === 1;

export const dropout: FigureSpec = {
  name: "dropout",
  height: 176,
  caption: {
    zh: "这一次打叉的单元输出 0，其余除以 1 − p",
    en: "This time the crossed units output 0; the others are divided by 1 − p",
  },
  alt: {
    zh: `p = ${DROPOUT.p}：四个单元的输出 ${DROPOUT.outputs.join("、")}，第 2、3 个打叉、没有连线，实际送往下一层的是 ${DROPPED.join("、")}`,
    en: `p = ${DROPOUT.p}: four units with the outputs ${DROPOUT.outputs.join(", ")}; the second and third are crossed out and have no links, and what goes to the next layer is ${DROPPED.join(", ")}`,
  },
  draw: (say) => (
    <>
      <Links from={IN} to={OUT} look={(i) => (isKept(i) ? { tone: "accent", thick: 1.5 } : null)} />
      {IN.map((at, index) => (
        <g key={at[1]}>
          <Label at={[46, at[1]]} tone="ink-2">
            {DROPOUT.outputs[index]}
          </Label>
          <Unit at={at} radius={13} tone={isKept(index) ? "accent" : "ink-3"} dashed={!isKept(index)} />
          {isKept(index) ? <Label at={at}>{trimmed(DROPPED[index] ?? 0)}</Label> : <Cross at={at} />}
        </g>
      ))}
      <Units at={OUT} radius={11} />
      <Label at={[46, 8]} size={12} tone="ink-2">
        {say("原输出", "before")}
      </Label>
      <Label at={[96, 8]} size={12} tone="accent">
        {say("÷ 0.5", "÷ 0.5")}
      </Label>
      <Label at={[212, 92]} anchor="start" size={12} tone="ink-2">
        {say("下一层", "next layer")}
      </Label>
    </>
  ),
};

/** The glossary's example: block l of 10 is skipped with probability 0.05·l. */
export const BLOCKS = 10;

export function skipProbability(block: number): number {
  return 0.05 * block;
}

const EXPECTED_SKIPS = sumOf(countTo(BLOCKS).map((index) => skipProbability(index + 1)));
/** Blocks skipped in the step that is drawn: those numbers of a list that lie below the block's probability. */
const DRAWS = [0.62, 0.3, 0.44, 0.91, 0.73, 0.12, 0.55, 0.8, 0.31, 0.66] as const;
const SKIPPED = DRAWS.map((draw, index) => draw < skipProbability(index + 1));
const SKIPPED_BLOCKS = countTo(BLOCKS).flatMap((index) => (SKIPPED[index] ? [index + 1] : []));

function blockX(index: number): number {
  return 18 + index * 27;
}

export const stochasticDepth: FigureSpec = {
  name: "stochastic-depth",
  height: 138,
  caption: {
    zh: `柱高是跳过的概率；平均每步跳过 ${trimmed(EXPECTED_SKIPS)} 块`,
    en: `Bars: the probability of being skipped; ${trimmed(EXPECTED_SKIPS)} blocks are skipped on average`,
  },
  alt: {
    zh: `一排 ${BLOCKS} 个残差块，跳过的概率从第 1 块的 ${trimmed(skipProbability(1))} 升到第 ${BLOCKS} 块的 ${trimmed(skipProbability(BLOCKS))}；画出的这一步跳过了第 ${SKIPPED_BLOCKS.join("、")} 块，信号从旁边绕过`,
    en: `A row of ${BLOCKS} residual blocks, skipped with a probability that rises from ${trimmed(skipProbability(1))} for block 1 to ${trimmed(skipProbability(BLOCKS))} for block ${BLOCKS}; in the step shown the signal goes around blocks ${SKIPPED_BLOCKS.join(" and ")}`,
  },
  draw: (say) => (
    <>
      <Line from={[4, 52]} to={[blockX(BLOCKS) - 6, 52]} tone="ink-2" />
      {countTo(BLOCKS).map((index) => {
        const skipped = SKIPPED[index] === true;
        const x = blockX(index);
        const height = skipProbability(index + 1) * 80;
        return (
          <g key={index}>
            <Box
              x={x}
              y={40}
              width={20}
              height={24}
              tone={skipped ? "ink-3" : "accent"}
              dashed={skipped}
              label={index + 1}
              labelSize={12}
            />
            {skipped ? <Arrow from={[x - 4, 46]} to={[x + 26, 46]} bend={26} tone="ink-2" /> : null}
            <Box x={x + 3} y={118 - height} width={14} height={height} tone="ink-2" radius={0} thick={1} />
          </g>
        );
      })}
      <Line from={[12, 118]} to={[288, 118]} />
      <Label at={[18, 10]} anchor="start" size={12} tone="ink-2">
        {say("虚线块：这一步跳过", "dashed: skipped in this step")}
      </Label>
      <Label at={[blockX(0) + 10, 130]} size={12} tone="ink-2">
        {trimmed(skipProbability(1))}
      </Label>
      <Label at={[blockX(BLOCKS - 1) + 10, 130]} size={12} tone="ink-2">
        {trimmed(skipProbability(BLOCKS))}
      </Label>
      <Label at={[150, 130]} size={12} tone="ink-2">
        {say("跳过的概率", "skip probability")}
      </Label>
    </>
  ),
};
