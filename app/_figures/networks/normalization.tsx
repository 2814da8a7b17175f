import type { FigureSpec, Say } from "../figure";
import { countTo, meanOf } from "../kit/maths";
import { NumberGrid } from "../kit/number-grid";
import { trimmed } from "../kit/numbers";
import { Axes, type Frame, place } from "../kit/plot";
import { Arrow, Box, Dot, Label } from "../kit/shapes";

const SAMPLES = 4;
const CHANNELS = 4;
const CELL = 14;
/** Channels that share statistics in group normalization. */
const GROUP_SIZE = 2;

export type NormalizationKind = "batch" | "layer" | "instance" | "group";

/** Whether two values (sample, channel) are normalized with the same mean and variance; the positions of a channel always are. */
export function shareStatistics(kind: NormalizationKind, one: readonly number[], other: readonly number[]): boolean {
  const sameSample = one[0] === other[0];
  const sameChannel = one[1] === other[1];
  const groupOf = (channel = 0) => Math.floor(channel / GROUP_SIZE);
  switch (kind) {
    case "batch":
      return sameChannel;
    case "layer":
      return sameSample;
    case "instance":
      return sameSample && sameChannel;
    case "group":
      return sameSample && groupOf(one[1]) === groupOf(other[1]);
  }
}

const WATCHED = [1, 1] as const;
const EMPTY = countTo(SAMPLES).map(() => countTo(CHANNELS).map(() => null));
const KINDS: readonly { kind: NormalizationKind; x: number; zh: string; en: string }[] = [
  { kind: "batch", x: 22, zh: "批量", en: "Batch" },
  { kind: "layer", x: 92, zh: "层", en: "Layer" },
  { kind: "group", x: 162, zh: "组", en: "Group" },
  { kind: "instance", x: 232, zh: "实例", en: "Instance" },
];

function NormalizationGrids({ say }: { say: Say }) {
  return (
    <>
      {KINDS.map(({ kind, x, zh, en }) => (
        <g key={kind}>
          <NumberGrid
            x={x}
            y={30}
            cell={CELL}
            values={EMPTY}
            tone={(row, column) => (shareStatistics(kind, WATCHED, [row, column]) ? "accent" : undefined)}
          />
          <Dot at={[x + (WATCHED[1] + 0.5) * CELL, 30 + (WATCHED[0] + 0.5) * CELL]} radius={3} />
          <Label at={[x + 28, 12]}>{say(zh, en)}</Label>
        </g>
      ))}
      <Label at={[22, 102]} anchor="start" size={12} tone="ink-2">
        {say("每行一个样本，每列一个通道", "rows: samples · columns: channels")}
      </Label>
    </>
  );
}

export const normalizationKinds: FigureSpec = {
  name: "normalization-kinds",
  height: 114,
  caption: {
    zh: "带点的值，用着色的各格一起算均值和方差",
    en: "The value with the dot gets its mean and variance from the shaded cells",
  },
  alt: {
    zh: "四张表，每行一个样本，每列一个通道，每格是一个通道的全部位置。批量归一化用同一通道的所有样本，层归一化用同一样本的所有通道，组归一化用同一样本的一组通道，实例归一化只用同一样本的同一通道",
    en: "Four tables with a row for each sample and a column for each channel; a cell holds all positions of a channel. Batch normalization uses one channel of all samples, layer normalization all channels of one sample, group normalization some channels of one sample, instance normalization one channel of one sample",
  },
  draw: (say) => <NormalizationGrids say={say} />,
};

/** Values less their mean, divided by their standard deviation (ε left out). */
export function normalize(values: readonly number[]): number[] {
  const middle = meanOf(values);
  const deviation = Math.sqrt(meanOf(values.map((value) => (value - middle) ** 2)));
  return values.map((value) => (value - middle) / deviation);
}

/** The glossary's example. */
export const BATCH_EXAMPLE = { values: [1, 3], gamma: 2, beta: 5 } as const;
const { values: BEFORE, gamma: GAMMA, beta: BETA } = BATCH_EXAMPLE;
const NORMALIZED = normalize(BEFORE);
const AFTER = NORMALIZED.map((value) => GAMMA * value + BETA);
const STAGES = [
  { letter: "x", values: BEFORE, y: 22 },
  { letter: "x̂", values: NORMALIZED, y: 84 },
  { letter: "y", values: AFTER, y: 146 },
] as const;

function numberLine(y: number): Frame {
  return { x: 42, y, width: 240, height: 1, xRange: [-2, 8], yRange: [0, 1] };
}

export const batchNormalization: FigureSpec = {
  name: "batch-normalization",
  height: 174,
  caption: {
    zh: "先减均值 μ、除以标准差 σ，再乘 γ、加 β",
    en: "First subtract μ and divide by σ, then multiply by γ and add β",
  },
  alt: {
    zh: `三条数轴。一个特征在一批中取值 ${BEFORE.join(" 和 ")}；减均值 2、除以标准差 1 后是 ${NORMALIZED.map((v) => trimmed(v)).join(" 和 ")}；乘 γ = ${GAMMA}、加 β = ${BETA} 后是 ${AFTER.join(" 和 ")}`,
    en: `Three number lines. A feature takes the values ${BEFORE.join(" and ")} in a batch; less the mean 2 and divided by the deviation 1 they are ${NORMALIZED.map((v) => trimmed(v)).join(" and ")}; times γ = ${GAMMA} plus β = ${BETA} they are ${AFTER.join(" and ")}`,
  },
  draw: () => (
    <>
      {STAGES.map(({ letter, values, y }) => {
        const frame = numberLine(y);
        return (
          <g key={letter}>
            <Axes frame={frame} xTicks={[0, ...values].map((at) => ({ at, label: trimmed(at) }))} origin={[-2, 0]} />
            <Label at={[20, y]} italic>
              {letter}
            </Label>
            {values.map((value) => (
              <Dot key={value} at={place(frame, [value, 0])} radius={5} />
            ))}
          </g>
        );
      })}
      {BEFORE.map((value, index) => (
        <Arrow
          key={value}
          from={[place(numberLine(0), [value, 0])[0], 48]}
          to={[place(numberLine(0), [NORMALIZED[index] ?? 0, 0])[0], 76]}
          tone="accent"
        />
      ))}
      {NORMALIZED.map((value, index) => (
        <Arrow
          key={value}
          from={[place(numberLine(0), [value, 0])[0], 110]}
          to={[place(numberLine(0), [AFTER[index] ?? 0, 0])[0], 138]}
          tone="accent"
        />
      ))}
      <Label at={[190, 60]} anchor="start">
        (x − 2) ÷ 1
      </Label>
      <Label at={[60, 124]} anchor="end">
        {`${GAMMA}x̂ + ${BETA}`}
      </Label>
    </>
  ),
};

/** Values divided by their root mean square (ε left out, scale 1). */
export function divideByRootMeanSquare(values: readonly number[]): number[] {
  const root = Math.sqrt(meanOf(values.map((value) => value ** 2)));
  return values.map((value) => value / root);
}

/** The glossary's example: four features of one token. */
export const FEATURES = [9, 1, 3, 3] as const;

const VECTORS = [
  { zh: "原值", en: "before", values: FEATURES, tone: "ink-2" },
  { zh: "层归一化", en: "LayerNorm", values: normalize(FEATURES), tone: "accent" },
  { zh: "RMSNorm", en: "RMSNorm", values: divideByRootMeanSquare(FEATURES), tone: "good" },
] as const;
const listed = (values: readonly number[]) => values.map((value) => trimmed(value));

export const layerNormalization: FigureSpec = {
  name: "layer-normalization",
  height: 152,
  caption: {
    zh: "层归一化先减均值 3 再除以 3；RMSNorm 不减，直接除以 5",
    en: "LayerNorm subtracts the mean 3 and divides by 3; RMSNorm only divides, by 5",
  },
  alt: {
    zh: `一个词元的四个特征 ${FEATURES.join("、")}。层归一化后是 ${listed(normalize(FEATURES)).join("、")}，合计为 0；RMSNorm 后是 ${listed(divideByRootMeanSquare(FEATURES)).join("、")}，仍全为正`,
    en: `Four features of one token: ${FEATURES.join(", ")}. LayerNorm makes them ${listed(normalize(FEATURES)).join(", ")}, with a sum of 0; RMSNorm makes them ${listed(divideByRootMeanSquare(FEATURES)).join(", ")}, all still positive`,
  },
  draw: (say) => (
    <>
      {VECTORS.map(({ zh, en, values, tone }, row) => (
        <g key={en}>
          <Label at={[82, 26 + row * 50]} anchor="end" size={12} tone="ink-2">
            {say(zh, en)}
          </Label>
          {values.map((value, index) => (
            <Box
              // biome-ignore lint/suspicious/noArrayIndexKey: a feature is its place in the vector
              key={index}
              x={92 + index * 49}
              y={10 + row * 50}
              width={49}
              height={32}
              radius={0}
              tone={tone}
              label={trimmed(value)}
            />
          ))}
        </g>
      ))}
    </>
  ),
};
