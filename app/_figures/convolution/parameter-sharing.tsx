import type { FigureSpec } from "../figure";
import { Dot, Label, Line } from "../kit/shapes";
import { outputSide } from "./convolve";

const POSITIONS = [0, 1, 2, 3, 4] as const;
const SHARED = [
  { name: "a", tone: "accent", dashed: false, thick: 2 },
  { name: "b", tone: "ink", dashed: true, thick: 1.5 },
  { name: "c", tone: "good", dashed: false, thick: 1.25 },
] as const;

export const parameterSharing: FigureSpec = {
  name: "parameter-sharing",
  height: 190,
  caption: {
    zh: "全连接：每条线一个权重，共 15 个；卷积：三个权重 a、b、c 处处共用",
    en: "Fully connected: one weight per line, 15 in all; convolution: three weights a, b, c are used everywhere",
  },
  alt: {
    zh: "5 个输入、3 个输出。左边是全连接，15 条线各有一个权重；右边是卷积，每个输出只连三个相邻的输入，三条线的权重 a、b、c 在每处都相同，总共只有 3 个权重。",
    en: "Five inputs and three outputs. Left, fully connected: 15 lines with a weight each. Right, convolution: each output is joined to three neighboring inputs only, by the same three weights a, b, c everywhere, 3 weights in all.",
  },
  draw: (say) => {
    const outputs = Array.from(
      { length: outputSide(POSITIONS.length, SHARED.length, { stride: 1, padding: 0 }) },
      (_, at) => at,
    );
    const xOf = (start: number, place: number) => start + place * 27;
    return (
      <>
        <Label at={[68, 12]} tone="ink-2">
          {say("全连接", "fully connected")}
        </Label>
        <Label at={[230, 12]} tone="ink-2">
          {say("卷积", "convolution")}
        </Label>
        {outputs.flatMap((to) =>
          POSITIONS.map((from) => (
            <Line key={`${from}.${to}`} from={[xOf(14, from), 130]} to={[xOf(14, to + 1), 46]} thick={1} />
          )),
        )}
        {outputs.flatMap((to) =>
          SHARED.map(({ name, tone, dashed, thick }, offset) => (
            <Line
              key={`${name}.${to}`}
              from={[xOf(176, to + offset), 130]}
              to={[xOf(176, to + 1), 46]}
              {...{ tone, dashed, thick }}
            />
          )),
        )}
        {[14, 176].map((start) => (
          <g key={start}>
            {POSITIONS.map((place) => (
              <Dot key={place} at={[xOf(start, place), 130]} radius={7} tone="ink" open />
            ))}
            {outputs.map((place) => (
              <Dot key={place} at={[xOf(start, place + 1), 46]} radius={7} tone="ink" open />
            ))}
          </g>
        ))}
        <Label at={[68, 178]} strong>
          {say(
            `5×3 = ${POSITIONS.length * outputs.length} 个权重`,
            `5×3 = ${POSITIONS.length * outputs.length} weights`,
          )}
        </Label>
        <Label at={[230, 178]} strong>
          {say(`${SHARED.length} 个权重`, `${SHARED.length} weights`)}
        </Label>
        {SHARED.map(({ name, tone, dashed, thick }, index) => (
          <g key={name}>
            <Line from={[178 + index * 40, 155]} to={[196 + index * 40, 155]} {...{ tone, dashed, thick }} />
            <Label at={[204 + index * 40, 155]} tone={tone} italic>
              {name}
            </Label>
          </g>
        ))}
      </>
    );
  },
};
