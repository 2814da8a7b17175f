import type { FigureSpec } from "../figure";
import { Legend } from "../kit/marks";
import { countTo, sumOf } from "../kit/maths";
import { fixed, trimmed } from "../kit/numbers";
import { Axes, Curve, type Frame, place } from "../kit/plot";
import { Dot, Label, Line, type Point } from "../kit/shapes";
import { type Activation, GELU, LEAKY_RELU, RELU, SIGMOID, SWISH, TANH } from "./activations";

interface Marked {
  readonly x: number;
  readonly digits: number;
  /** Where its text stands, from the point. */
  readonly shift: Point;
  readonly anchor?: "start" | "end" | "middle";
}

/** Points of a curve with their outputs beside them. */
function Marks({ frame, of, marks }: { frame: Frame; of: Activation["of"]; marks: readonly Marked[] }) {
  return (
    <>
      {marks.map(({ x, digits, shift, anchor = "middle" }) => {
        const [px, py] = place(frame, [x, of(x)]);
        return (
          <g key={x}>
            <Dot at={[px, py]} />
            <Label at={[px + shift[0], py + shift[1]]} anchor={anchor} tone="accent">
              {fixed(of(x), digits)}
            </Label>
          </g>
        );
      })}
    </>
  );
}

const ticks = (...values: readonly number[]) => values.map((at) => ({ at, label: trimmed(at) }));

const RELU_FRAME: Frame = { x: 30, y: 14, width: 240, height: 120, xRange: [-4, 4], yRange: [-0.6, 3.4] };

export const relu: FigureSpec = {
  name: "relu",
  height: 146,
  caption: { zh: "负数变成 0，正数原样通过", en: "Negative inputs become 0, positive ones pass unchanged" },
  alt: {
    zh: "ReLU 的曲线：左半边紧贴横轴，右半边是斜率为 1 的直线；输入 −3、0、2.5 分别得到 0、0、2.5",
    en: "The curve of ReLU: flat on the axis to the left, a line of slope 1 to the right; the inputs −3, 0 and 2.5 give 0, 0 and 2.5",
  },
  draw: (say) => (
    <>
      <Axes frame={RELU_FRAME} origin={[0, 0]} xTicks={ticks(-3, 2.5)} yTicks={ticks(1, 2, 3)} />
      <Curve frame={RELU_FRAME} of={RELU.of} />
      <Line from={place(RELU_FRAME, [2.5, 0])} to={place(RELU_FRAME, [2.5, 2.5])} dashed />
      <Marks
        frame={RELU_FRAME}
        of={RELU.of}
        marks={[
          { x: -3, digits: 0, shift: [0, -13] },
          { x: 0, digits: 0, shift: [-10, -12] },
          { x: 2.5, digits: 1, shift: [-10, -8], anchor: "end" },
        ]}
      />
      <Label at={[58, 66]} anchor="start" tone="ink-2">
        {say("斜率 0", "slope 0")}
      </Label>
      <Label at={[250, 66]} anchor="start" tone="ink-2">
        {say("斜率 1", "slope 1")}
      </Label>
    </>
  ),
};

const SIGMOID_FRAME: Frame = { x: 30, y: 22, width: 254, height: 100, xRange: [-6, 6], yRange: [0, 1.1] };

export const sigmoid: FigureSpec = {
  name: "sigmoid",
  height: 144,
  caption: {
    zh: "输出总在 0 与 1 之间；中间最陡，两端变平",
    en: "The output stays between 0 and 1; steepest in the middle, flat at both ends",
  },
  alt: {
    zh: `sigmoid 的 S 形曲线：输入 −2、0、2 分别得到 ${fixed(SIGMOID.of(-2), 3)}、0.5、${fixed(SIGMOID.of(2), 3)}；0 处最陡，斜率为 0.25，两端几乎水平`,
    en: `The S-shaped curve of the sigmoid: the inputs −2, 0 and 2 give ${fixed(SIGMOID.of(-2), 3)}, 0.5 and ${fixed(SIGMOID.of(2), 3)}; it is steepest at 0, with slope 0.25, and nearly level at both ends`,
  },
  draw: (say) => (
    <>
      <Axes frame={SIGMOID_FRAME} xTicks={ticks(-4, -2, 0, 2, 4)} yTicks={ticks(0, 0.5, 1)} />
      <Line from={place(SIGMOID_FRAME, [-6, 1])} to={place(SIGMOID_FRAME, [6, 1])} tone="line" dashed />
      <Curve frame={SIGMOID_FRAME} of={SIGMOID.of} />
      <Marks
        frame={SIGMOID_FRAME}
        of={SIGMOID.of}
        marks={[
          { x: -2, digits: 3, shift: [-6, -12], anchor: "end" },
          { x: 0, digits: 1, shift: [12, 5], anchor: "start" },
          { x: 2, digits: 3, shift: [8, 13], anchor: "start" },
        ]}
      />
      <Label at={[147, 46]} anchor="end" tone="ink-2">
        {say("斜率 0.25", "slope 0.25")}
      </Label>
    </>
  ),
};

const TANH_FRAME: Frame = { x: 30, y: 30, width: 254, height: 116, xRange: [-4, 4], yRange: [-1.1, 1.1] };

export const tanh: FigureSpec = {
  name: "tanh",
  height: 154,
  caption: {
    zh: "以 0 为中心，比 sigmoid 高一倍、陡得多",
    en: "Centered at 0, twice as tall as the sigmoid and steeper",
  },
  alt: {
    zh: `tanh 的曲线从 −1 升到 1，经过原点；输入 −1、1 分别得到 ${fixed(TANH.of(-1), 3)} 与 ${fixed(TANH.of(1), 3)}。虚线是 sigmoid，从 0 升到 1`,
    en: `The curve of tanh rises from −1 to 1 through the origin; the inputs −1 and 1 give ${fixed(TANH.of(-1), 3)} and ${fixed(TANH.of(1), 3)}. The dashed curve is the sigmoid, from 0 to 1`,
  },
  draw: () => (
    <>
      <Axes frame={TANH_FRAME} origin={[0, 0]} xTicks={ticks(-3, -2, 2, 3)} yTicks={ticks(-1)} />
      <Curve frame={TANH_FRAME} of={SIGMOID.of} tone="ink-2" dashed thick={1.5} />
      <Curve frame={TANH_FRAME} of={TANH.of} />
      <Marks
        frame={TANH_FRAME}
        of={TANH.of}
        marks={[
          { x: -1, digits: 3, shift: [-8, -8], anchor: "end" },
          { x: 1, digits: 3, shift: [9, 15], anchor: "start" },
        ]}
      />
      <Legend at={[30, 12]} tone="accent">
        tanh
      </Legend>
      <Legend at={[100, 12]} tone="ink-2" dashed>
        sigmoid
      </Legend>
    </>
  ),
};

const WHOLE: Frame = { x: 16, y: 34, width: 116, height: 101.5, xRange: [-4, 4], yRange: [-1, 6] };
const ENLARGED: Frame = { x: 190, y: 44, width: 96, height: 80, xRange: [-4, 0], yRange: [-0.04, 0] };

export const leakyRelu: FigureSpec = {
  name: "leaky-relu",
  height: 150,
  caption: {
    zh: "负数一侧放大来看，才看得出 0.01 的斜率",
    en: "Only enlarged does the slope of 0.01 on the negative side show",
  },
  alt: {
    zh: "左图：Leaky ReLU 的曲线，看上去与 ReLU 一样。右图把负数一侧放大：ReLU（虚线）恒为 0，Leaky ReLU 斜着下降，在 −3 处为 −0.03",
    en: "Left: the curve of Leaky ReLU, which looks like that of ReLU. Right, the negative side enlarged: ReLU (dashed) stays at 0, Leaky ReLU goes down to −0.03 at −3",
  },
  draw: (say) => (
    <>
      <Axes frame={WHOLE} origin={[0, 0]} xTicks={ticks(-3, 3)} />
      <Curve frame={WHOLE} of={LEAKY_RELU.of} />
      <Label at={[16, 12]} anchor="start" tone="ink-2">
        {say("整条曲线", "whole curve")}
      </Label>
      <Label at={[166, 12]} anchor="start" tone="ink-2">
        {say("负数一侧，放大", "enlarged")}
      </Label>
      <Axes frame={ENLARGED} origin={[-4, -0.04]} yTicks={ticks(-0.03, 0)} xTicks={ticks(-3, 0)} />
      <Curve frame={ENLARGED} of={RELU.of} tone="ink-2" dashed />
      <Curve frame={ENLARGED} of={LEAKY_RELU.of} />
      <Line from={place(ENLARGED, [-3, -0.04])} to={place(ENLARGED, [-3, -0.03])} tone="ink-3" dashed />
      <Dot at={place(ENLARGED, [-3, -0.03])} />
      <Label at={[238, 33]} size={12} tone="ink-2">
        ReLU
      </Label>
      <Label at={[290, 113]} anchor="end" size={12} tone="accent">
        Leaky ReLU
      </Label>
    </>
  ),
};

/** The x at which a function is least on a fine grid from −4 to 0. */
export function lowestOf(of: (x: number) => number): number {
  return countTo(4001)
    .map((step) => -4 + step / 1000)
    .reduce((best, x) => (of(x) < of(best) ? x : best));
}

const SMOOTH_FRAME: Frame = { x: 16, y: 34, width: 268, height: 120, xRange: [-4, 2], yRange: [-0.4, 2] };
const LOWEST_GELU = lowestOf(GELU.of);
const LOWEST_SWISH = lowestOf(SWISH.of);

export const geluSwish: FigureSpec = {
  name: "gelu-swish",
  height: 176,
  caption: {
    zh: "两者都像磨圆了角的 ReLU，负数一侧略低于 0",
    en: "Both are like ReLU with its corner rounded, dipping a little below 0",
  },
  alt: {
    zh: `GELU、Swish 与 ReLU（虚线）的曲线：正数一侧都接近 ReLU；负数一侧，GELU 最低到 ${fixed(GELU.of(LOWEST_GELU), 2)}，Swish 最低到 ${fixed(SWISH.of(LOWEST_SWISH), 2)}，再回升到 0`,
    en: `The curves of GELU, Swish and ReLU (dashed): near ReLU on the positive side; on the negative side GELU goes down to ${fixed(GELU.of(LOWEST_GELU), 2)} and Swish to ${fixed(SWISH.of(LOWEST_SWISH), 2)} before they return to 0`,
  },
  draw: () => (
    <>
      <Axes frame={SMOOTH_FRAME} origin={[0, 0]} yTicks={ticks(1, 2)} />
      <Curve frame={SMOOTH_FRAME} of={RELU.of} tone="ink-2" dashed thick={1.5} />
      <Curve frame={SMOOTH_FRAME} of={SWISH.of} tone="good" thick={3} />
      <Curve frame={SMOOTH_FRAME} of={GELU.of} />
      <Dot at={place(SMOOTH_FRAME, [LOWEST_GELU, GELU.of(LOWEST_GELU)])} radius={3} />
      <Label at={place(SMOOTH_FRAME, [LOWEST_GELU + 0.05, 0.16])} tone="accent">
        {fixed(GELU.of(LOWEST_GELU), 2)}
      </Label>
      <Dot at={place(SMOOTH_FRAME, [LOWEST_SWISH, SWISH.of(LOWEST_SWISH)])} radius={3} tone="good" />
      <Label at={place(SMOOTH_FRAME, [LOWEST_SWISH, -0.56])} tone="good">
        {fixed(SWISH.of(LOWEST_SWISH), 2)}
      </Label>
      <Legend at={[16, 12]} tone="accent">
        GELU
      </Legend>
      <Legend at={[88, 12]} tone="good">
        Swish
      </Legend>
      <Legend at={[160, 12]} tone="ink-2" dashed>
        ReLU
      </Legend>
    </>
  ),
};

const TENT_FRAME: Frame = { x: 26, y: 36, width: 258, height: 100, xRange: [-1, 3], yRange: [-1.2, 2] };
/** The three units whose sum is the tent. */
export const TENT_PARTS: readonly ((x: number) => number)[] = [
  (x) => RELU.of(x),
  (x) => -2 * RELU.of(x - 1),
  (x) => RELU.of(x - 2),
];

/** ReLU(x) − 2·ReLU(x − 1) + ReLU(x − 2). */
export function tentOf(x: number): number {
  return sumOf(TENT_PARTS.map((part) => part(x)));
}

export const reluTent: FigureSpec = {
  name: "relu-tent",
  height: 152,
  caption: {
    zh: "三个 ReLU 相加得一顶帐篷；许多帐篷能贴近任何连续曲线",
    en: "Three ReLUs add up to a tent; many tents come close to any continuous curve",
  },
  alt: {
    zh: "三条虚线：ReLU(x)、−2·ReLU(x − 1) 与 ReLU(x − 2)；它们的和是一顶帐篷，在 1 处高 1，在 0 与 2 处为 0，再往外恒为 0",
    en: "Three dashed lines, ReLU(x), −2·ReLU(x − 1) and ReLU(x − 2); their sum is a tent, 1 high at 1, 0 at 0 and 2, and 0 beyond",
  },
  draw: (say) => (
    <>
      <Axes frame={TENT_FRAME} origin={[-1, 0]} xTicks={ticks(0, 1, 2)} yTicks={ticks(0, 1)} />
      {TENT_PARTS.map((part) => (
        <Curve key={part(3)} frame={TENT_FRAME} of={part} tone="ink-2" dashed thick={1.5} steps={200} />
      ))}
      <Curve frame={TENT_FRAME} of={tentOf} thick={3} steps={200} />
      <Legend at={[26, 12]} tone="accent">
        {say("三者之和", "their sum")}
      </Legend>
      <Legend at={[130, 12]} tone="ink-2" dashed>
        {say("三个单元", "three units")}
      </Legend>
    </>
  ),
};
