import type { FigureSpec } from "../figure";
import { fixed } from "../kit/numbers";
import { Arrow, Box, Dot, Label, Line } from "../kit/shapes";

const START = 1;
const ADDED = [0.5, -0.2, 0.1];
const NAMES = ["f₁", "f₂", "f₃"];
/** The component at the start and after each sublayer. */
const VALUES = [0, 1, 2, 3].map((sublayers) => ADDED.slice(0, sublayers).reduce((sum, added) => sum + added, START));
const [STREAM, LEFT, PITCH] = [104, 32, 80];
const signed = (value: number) => (value < 0 ? fixed(value, 1) : `+${fixed(value, 1)}`);

export const residualStream: FigureSpec = {
  name: "residual-stream",
  height: 142,
  caption: {
    zh: "每个子层从粗线上读取，再把结果加回粗线",
    en: "Every sublayer reads from the thick line and adds its result to it",
  },
  alt: {
    zh: `一条从左到右的通道，某一分量从 ${fixed(START, 1)} 开始；三个子层依次加上 0.5、−0.2、0.1，其值变为 ${VALUES.slice(
      1,
    )
      .map((value) => fixed(value, 1))
      .join("、")}。`,
    en: `A channel from left to right on which a component starts as ${fixed(START, 1)}; three sublayers add 0.5, −0.2 and 0.1, and it becomes ${VALUES.slice(
      1,
    )
      .map((value) => fixed(value, 1))
      .join(", ")}.`,
  },
  draw: () => (
    <>
      <Arrow from={[6, STREAM]} to={[296, STREAM]} tone="accent" thick={4} />
      {ADDED.map((added, index) => {
        const x = LEFT + index * PITCH;
        return (
          <g key={added}>
            <Line from={[x + 8, STREAM]} to={[x + 8, 40]} tone="ink-2" />
            <Arrow from={[x + 8, 25]} to={[x + 20, 25]} />
            <Line from={[x + 8, 40]} to={[x + 8, 25]} tone="ink-2" />
            <Box x={x + 20} y={10} width={38} height={30} label={NAMES[index]} />
            <Arrow from={[x + 39, 40]} to={[x + 39, STREAM - 8]} />
            <Label at={[x + 46, 66]} anchor="start" strong>
              {signed(added)}
            </Label>
            <Dot at={[x + 39, STREAM]} radius={8} tone="accent" open />
            <Line from={[x + 35, STREAM]} to={[x + 43, STREAM]} tone="ink" />
            <Line from={[x + 39, STREAM - 4]} to={[x + 39, STREAM + 4]} tone="ink" />
          </g>
        );
      })}
      {VALUES.map((value, index) => (
        <Label key={value} at={[index === 0 ? 18 : LEFT + (index - 1) * PITCH + 65, STREAM + 22]}>
          {fixed(value, 1)}
        </Label>
      ))}
    </>
  ),
};
