import type { FigureSpec } from "../figure";
import { dotOf, softmaxOf } from "../kit/maths";
import { Axes, type Frame, place } from "../kit/plot";
import { Arrow, Box, Label, type Point } from "../kit/shapes";

const QUERY: Point = [1, 2];
const KEYS: readonly Point[] = [
  [3, 0],
  [0, 3],
];
const NAMES = ["k₁", "k₂"];
const SCORES = KEYS.map((key) => dotOf(QUERY, key));
const WEIGHTS = softmaxOf(SCORES);
const PLANE: Frame = { x: 26, y: 24, width: 108, height: 108, xRange: [0, 3.4], yRange: [0, 3.4] };
const TICKS = [{ at: 1 }, { at: 2 }, { at: 3 }];

export const queryKeyValue: FigureSpec = {
  name: "query-key-value",
  height: 160,
  caption: {
    zh: "查询与哪个键的点积大，就多取哪个键所对应的值",
    en: "The key with the larger dot product hands over more of its value",
  },
  alt: {
    zh: `平面上查询 q 是（1，2），键 k₁ 是（3，0），k₂ 是（0，3）。点积为 ${SCORES.join(" 和 ")}，Softmax 后的权重约为 ${WEIGHTS.map((w) => w.toFixed(2)).join(" 和 ")}，输出几乎就是第二个值。`,
    en: `In a plane, the query q is (1, 2) and the keys are (3, 0) and (0, 3). The dot products are ${SCORES.join(" and ")}, the weights after softmax about ${WEIGHTS.map((w) => w.toFixed(2)).join(" and ")}; the output is almost the second value.`,
  },
  draw: (say) => (
    <>
      <Axes frame={PLANE} xTicks={TICKS} yTicks={TICKS} />
      {KEYS.map((key, index) => (
        <Arrow key={NAMES[index]} from={place(PLANE, [0, 0])} to={place(PLANE, key)} tone="ink" thick={2} />
      ))}
      <Arrow from={place(PLANE, [0, 0])} to={place(PLANE, QUERY)} tone="accent" thick={2.5} />
      <Label at={place(PLANE, [1.25, 2.2])} tone="accent" italic strong>
        q
      </Label>
      <Label at={place(PLANE, [2.9, 0.32])} italic>
        k₁
      </Label>
      <Label at={place(PLANE, [0.4, 2.9])} italic>
        k₂
      </Label>
      <Label at={[196, 32]} size={12} tone="ink-2">
        q · k
      </Label>
      <Label at={[258, 32]} size={12} tone="ink-2">
        {say("权重", "weight")}
      </Label>
      {WEIGHTS.map((weight, index) => {
        const y = 62 + index * 44;
        return (
          <g key={NAMES[index]}>
            <Label at={[162, y]} italic>
              {NAMES[index]}
            </Label>
            <Label at={[196, y]}>{SCORES[index]}</Label>
            <Arrow from={[208, y]} to={[228, y]} />
            <Label at={[258, y]} strong={weight > 0.5}>
              {weight.toFixed(2)}
            </Label>
            <Box x={234} y={y + 11} width={weight * 52} height={7} tone="accent" radius={1} />
          </g>
        );
      })}
    </>
  ),
};
