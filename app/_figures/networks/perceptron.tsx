import type { FigureSpec, Say } from "../figure";
import { Unit } from "../kit/blocks";
import { type Frame, place } from "../kit/plot";
import { Area, Arrow, Label, Line, type Point } from "../kit/shapes";
import { column, Links, Units } from "./layers";

type Inputs = readonly [x1: number, x2: number];

export const INPUTS: readonly Inputs[] = [
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
];

/** A threshold unit with both weights 1. */
export function passes([x1, x2]: Inputs, threshold: number): 0 | 1 {
  return x1 + x2 > threshold ? 1 : 0;
}

/** The threshold of the glossary's example. */
export const AND_THRESHOLD = 1.5;
export const OR_THRESHOLD = 0.5;

export function andOf([x1, x2]: Inputs): number {
  return x1 * x2;
}

export function xorOf([x1, x2]: Inputs): number {
  return (x1 + x2) % 2;
}

/** Two hidden threshold units, OR and AND; the output passes when the first says yes and the second no. */
export function xorByTwoUnits(inputs: Inputs): 0 | 1 {
  return passes(inputs, OR_THRESHOLD) - passes(inputs, AND_THRESHOLD) > 0.5 ? 1 : 0;
}

const LOW = -0.4;
const HIGH = 1.4;

function square(x: number, y: number, size: number): Frame {
  return { x, y, width: size, height: size, xRange: [LOW, HIGH], yRange: [LOW, HIGH] };
}

/** The ends of the line x₁ + x₂ = threshold in the square. */
function border(threshold: number): [Point, Point] {
  return threshold > 1
    ? [
        [threshold - HIGH, HIGH],
        [HIGH, threshold - HIGH],
      ]
    : [
        [LOW, threshold - LOW],
        [threshold - LOW, LOW],
      ];
}

/** The corner regions that lie on the sides of the two lines. */
const ABOVE_AND: readonly Point[] = [...border(AND_THRESHOLD), [HIGH, HIGH]];
const ABOVE_OR: readonly Point[] = [...border(OR_THRESHOLD), [HIGH, LOW], [HIGH, HIGH], [LOW, HIGH]];
const BETWEEN: readonly Point[] = [
  ...border(OR_THRESHOLD),
  [HIGH, LOW],
  ...[...border(AND_THRESHOLD)].reverse(),
  [LOW, HIGH],
];

/** The plane of two inputs: the four points with their classes, and where the output is 1. */
function Plane({
  frame,
  classOf,
  region,
  thresholds,
  dashed,
}: {
  frame: Frame;
  classOf: (inputs: Inputs) => number;
  region: readonly Point[];
  thresholds: readonly number[];
  dashed?: boolean;
}) {
  const at = (value: Point) => place(frame, value);
  return (
    <>
      <Line from={at([LOW, LOW])} to={at([HIGH, LOW])} />
      <Line from={at([LOW, LOW])} to={at([LOW, HIGH])} />
      <Area points={region.map(at)} />
      {thresholds.map((threshold) => {
        const [from, to] = border(threshold);
        return (
          <Line key={threshold} from={at(from)} to={at(to)} tone="accent" thick={2} {...(dashed ? { dashed } : {})} />
        );
      })}
      {INPUTS.map((inputs) => (
        <Unit
          key={inputs.join()}
          at={at(inputs)}
          radius={10}
          tone={classOf(inputs) === 1 ? "accent" : "ink-2"}
          label={String(classOf(inputs))}
        />
      ))}
      <Label at={[frame.x + frame.width - 2, frame.y + frame.height + 10]} anchor="end" italic tone="ink-2">
        x₁
      </Label>
      <Label at={[frame.x - 10, frame.y + 8]} italic tone="ink-2">
        x₂
      </Label>
    </>
  );
}

const LEFT = square(24, 32, 112);
const RIGHT = square(176, 32, 112);

export const perceptron: FigureSpec = {
  name: "perceptron",
  height: 166,
  caption: {
    zh: "与：一条直线分得开；异或：怎样画都会分错",
    en: "One line separates AND; for XOR every line leaves a point on the wrong side",
  },
  alt: {
    zh: "左：逻辑与的四个点，直线 x₁ + x₂ = 1.5 把唯一的 1（两个输入都为 1）与三个 0 分开。右：异或的四个点，1 与 0 各占一条对角线；直线 x₁ + x₂ = 0.5 把右上角的 0 也划进了 1 的一侧",
    en: "Left: the four points of AND; the line x₁ + x₂ = 1.5 separates the only 1, where both inputs are 1, from the three 0s. Right: the four points of XOR, with the 1s on one diagonal and the 0s on the other; the line x₁ + x₂ = 0.5 leaves the 0 at the upper right on the side of the 1s",
  },
  draw: (say) => (
    <>
      <Label at={[80, 14]} strong>
        {say("与", "AND")}
      </Label>
      <Plane frame={LEFT} classOf={andOf} region={ABOVE_AND} thresholds={[AND_THRESHOLD]} />
      <Label at={[232, 14]} strong>
        {say("异或", "XOR")}
      </Label>
      <Plane frame={RIGHT} classOf={xorOf} region={ABOVE_OR} thresholds={[OR_THRESHOLD]} dashed />
      <WrongMark say={say} />
    </>
  ),
};

function WrongMark({ say }: { say: Say }) {
  const [x, y] = place(RIGHT, [1, 1]);
  return (
    <Label at={[x, y + 19]} tone="warn" size={12} strong>
      {say("分错", "wrong")}
    </Label>
  );
}

const HIDDEN_PLANE = square(176, 26, 112);
const XOR_INPUTS = column(26, 2, 84, 64);
const XOR_HIDDEN = column(82, 2, 84, 64);
const XOR_OUTPUT: readonly Point[] = [[138, 84]];

export const xorNetwork: FigureSpec = {
  name: "xor-network",
  height: 162,
  caption: {
    zh: "两个隐藏单元各画一条直线，夹在中间的判为 1",
    en: "Each hidden unit draws one line; what lies between them is 1",
  },
  alt: {
    zh: "左：两个输入、两个隐藏单元、一个输出的网络，两个隐藏单元的阈值为 0.5 与 1.5，输出用前一个减后一个。右：两条平行直线之间的带状区域判为 1，异或的四个点全部分对",
    en: "Left: a network of two inputs, two hidden units with thresholds 0.5 and 1.5, and one output that takes the first minus the second. Right: the band between two parallel lines is 1, and all four points of XOR are right",
  },
  draw: (say) => (
    <>
      <Links from={XOR_INPUTS} to={XOR_HIDDEN} />
      <Links from={XOR_HIDDEN} to={XOR_OUTPUT} />
      <Units at={XOR_INPUTS} radius={13} labels={["x₁", "x₂"]} />
      <Units at={XOR_HIDDEN} radius={15} tone="accent" labels={["0.5", "1.5"]} />
      <Units at={XOR_OUTPUT} radius={13} labels={["y"]} />
      <Label at={[116, 56]} tone="ink-2">
        +1
      </Label>
      <Label at={[116, 113]} tone="ink-2">
        −1
      </Label>
      <Label at={[82, 18]} size={12} tone="ink-2">
        {say("阈值", "thresholds")}
      </Label>
      <Plane frame={HIDDEN_PLANE} classOf={xorByTwoUnits} region={BETWEEN} thresholds={[OR_THRESHOLD, AND_THRESHOLD]} />
    </>
  ),
};

const UNIT_INPUTS = column(28, 2, 66, 64);

export const thresholdUnit: FigureSpec = {
  name: "threshold-unit",
  height: 132,
  caption: {
    zh: "加权求和，超过阈值才输出 1",
    en: "Add up the weighted inputs; output 1 only above the threshold",
  },
  alt: {
    zh: "一个感知机：输入 x₁ = 1、x₂ = 1，权重都为 1，总和 2 超过阈值 θ = 1.5，输出 y = 1",
    en: "A perceptron: inputs x₁ = 1 and x₂ = 1 with weights 1 add up to 2, which exceeds the threshold θ = 1.5, so the output is y = 1",
  },
  draw: (say) => (
    <>
      {UNIT_INPUTS.map((from) => (
        <Arrow key={from[1]} from={[from[0] + 24, from[1]]} to={[108, 66 + (from[1] - 66) * 0.2]} />
      ))}
      <Units at={UNIT_INPUTS} radius={13} labels={["1", "1"]} />
      <Label at={[28, 12]} size={12} tone="ink-2" italic>
        x₁
      </Label>
      <Label at={[28, 120]} size={12} tone="ink-2" italic>
        x₂
      </Label>
      <Label at={[84, 36]} size={12} tone="ink-2">
        × 1
      </Label>
      <Label at={[84, 96]} size={12} tone="ink-2">
        × 1
      </Label>
      <Unit at={[134, 66]} radius={24} tone="accent" label={`Σ = ${1 + 1}`} />
      <Arrow from={[160, 66]} to={[254, 66]} />
      <Label at={[206, 50]}>{`${1 + 1} > ${AND_THRESHOLD}`}</Label>
      <Label at={[206, 82]} size={12} tone="ink-2">
        {say("阈值 θ", "threshold θ")}
      </Label>
      <Unit at={[270, 66]} radius={13} label={String(passes([1, 1], AND_THRESHOLD))} />
      <Label at={[270, 94]} size={12} tone="ink-2" italic>
        y
      </Label>
    </>
  ),
};
