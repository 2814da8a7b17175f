import type { FigureSpec, Say } from "../figure";
import { fixed, trimmed } from "../kit/numbers";
import { Axes, Curve, type Frame, place } from "../kit/plot";
import { Dot, Label, Line, type Point } from "../kit/shapes";
import { type Activation, SIGMOID } from "./activations";

export const ACTIVATION_HEIGHT = 172;
export const FIRST_ACTIVATION = SIGMOID;
export const FIRST_INPUT = 2;

/** One unit is as long upwards as across, so that a slope of 1 is seen as 45°. */
const FRAME: Frame = { x: 22, y: 20, width: 256, height: 140.8, xRange: [-4, 4], yRange: [-1.2, 3.2] };
/** Half the length of the tangent, in units of the figure. */
const TANGENT = 44;

/** The graph of an activation function with its value and tangent at one input. */
export function ActivationPlot({ activation, x, say }: { activation: Activation; x: number; say: Say }) {
  const value = activation.of(x);
  const slope = activation.slope(x);
  const [px, py] = place(FRAME, [x, value]);
  const along = TANGENT / Math.hypot(1, slope);
  const tangent = (sign: number): Point => [px + sign * along, py - sign * along * slope];
  return (
    <>
      <Axes
        frame={FRAME}
        origin={[0, 0]}
        xTicks={[-4, -2, 2, 4].map((at) => ({ at, label: trimmed(at) }))}
        yTicks={[1, 2, 3].map((at) => ({ at }))}
      />
      <Curve frame={FRAME} of={activation.of} tone="ink" />
      <Line from={[px, place(FRAME, [0, 0])[1]]} to={[px, py]} tone="ink-3" dashed />
      <Line from={tangent(-1)} to={tangent(1)} tone="accent" thick={2} />
      <Dot at={[px, py]} radius={4.5} />
      <Label at={[28, 10]} anchor="start" strong>
        {activation.name}
      </Label>
      <Label at={[292, 154]} anchor="end" tone="accent">
        {say(`斜率 ${fixed(slope, 2)}`, `slope ${fixed(slope, 2)}`)}
      </Label>
    </>
  );
}

const VALUE = fixed(FIRST_ACTIVATION.of(FIRST_INPUT), 3);
const SLOPE = fixed(FIRST_ACTIVATION.slope(FIRST_INPUT), 2);

export const activation: FigureSpec = {
  name: "activation",
  height: ACTIVATION_HEIGHT,
  caption: {
    zh: "曲线是输出，切线的斜率是反向传播时乘上的因子",
    en: "The curve is the output; the slope of the tangent is what backpropagation multiplies by",
  },
  alt: {
    zh: `sigmoid 函数的曲线，从左边接近 0 升到右边接近 1；在 x = ${FIRST_INPUT} 处输出为 ${VALUE}，切线的斜率只有 ${SLOPE}`,
    en: `The curve of the sigmoid, rising from near 0 on the left to near 1 on the right; at x = ${FIRST_INPUT} its value is ${VALUE} and the slope of its tangent only ${SLOPE}`,
  },
  draw: (say) => <ActivationPlot activation={FIRST_ACTIVATION} x={FIRST_INPUT} say={say} />,
  interactive: true,
};
