import type { FigureSpec } from "../figure";
import { ClippedCurve } from "../kit/clipped-curve";
import { Legend } from "../kit/marks";
import { countTo } from "../kit/maths";
import { thousands, trimmed } from "../kit/numbers";
import { Axes, Curve, type Frame, place } from "../kit/plot";
import { seededRandom } from "../kit/random";
import { Arrow, Dot, Label, Line, Loop, type Point, Polyline } from "../kit/shapes";
import {
  type Bowl,
  bowlGradient,
  bowlValue,
  contourOf,
  descend,
  descendPlane,
  type LineSample,
  lineBowl,
  lineGradient,
} from "./descent";
import { Path } from "./path";

const error = (w: number) => (w - 3) ** 2;
const STEPS = 8;
const WEIGHTS = descend((w) => 2 * (w - 3), 0, 0.1, STEPS);
const ERROR_FRAME: Frame = { x: 36, y: 24, width: 250, height: 116, xRange: [-0.4, 6.4], yRange: [0, 11.56] };

export const gradientDescent: FigureSpec = {
  name: "gradient-descent",
  height: 172,
  caption: {
    zh: "坡越缓，步子越小：w 依次为 0、0.6、1.08……趋向 3",
    en: "The gentler the slope, the smaller the step: w goes 0, 0.6, 1.08 … toward 3",
  },
  alt: {
    zh: `误差（w − 3）² 的抛物线，从 w = 0 出发，学习率 0.1：w 依次为 ${WEIGHTS.slice(0, 5)
      .map((w) => trimmed(w))
      .join("、")}……，沿左边的坡一步步靠近最低点 w = 3`,
    en: `The parabola of the error (w − 3)², from w = 0 with learning rate 0.1: w goes through ${WEIGHTS.slice(0, 5)
      .map((w) => trimmed(w))
      .join(", ")} and so on, down the left side toward the minimum at w = 3`,
  },
  draw: (say) => (
    <>
      <Axes
        frame={ERROR_FRAME}
        xTicks={[0, 0.6, 1.08, 3, 6].map((at) => ({ at, label: at === 0.6 || at === 1.08 ? "" : String(at) }))}
        yTicks={[{ at: 0 }, { at: 9 }]}
      />
      <Label at={[ERROR_FRAME.x + ERROR_FRAME.width, 162]} anchor="end" italic tone="ink-2">
        w
      </Label>
      <Label at={[14, 10]} anchor="start" size={12} tone="ink-2">
        {say("误差 (w − 3)²", "error (w − 3)²")}
      </Label>
      <Curve frame={ERROR_FRAME} of={error} tone="ink-3" />
      <Path points={WEIGHTS.map((w) => place(ERROR_FRAME, [w, error(w)]))} radius={3.5} />
      {WEIGHTS.slice(0, 3).map((w) => {
        const [x, y] = place(ERROR_FRAME, [w, error(w)]);
        return (
          <Label key={w} at={[x + 12, y - 4]} anchor="start" tone="accent">
            {trimmed(w)}
          </Label>
        );
      })}
    </>
  ),
};

const VALLEY: Bowl = { a: 1, b: 0, c: 3, center: [0, 0] };
const VALLEY_PATH = descendPlane({
  gradient: (at) => bowlGradient(VALLEY, at),
  start: [-3, 1.3],
  rate: 0.22,
  steps: 14,
});
const PLANE: Frame = { x: 14, y: 10, width: 272, height: 136, xRange: [-3.6, 3.6], yRange: [-1.8, 1.8] };
const LEVELS = [0.8, 2.2, 4.2] as const;

function Contours({ frame, bowl, levels }: { frame: Frame; bowl: Bowl; levels: readonly number[] }) {
  return (
    <>
      {levels.map((level) => (
        <Loop key={level} points={contourOf(bowl, level).map((value) => place(frame, value))} tone="ink-3" />
      ))}
    </>
  );
}

export const descentContours: FigureSpec = {
  name: "descent-contours",
  height: 156,
  caption: {
    zh: "每步都垂直于所在的等高线，朝下坡最陡的方向",
    en: "Each step leaves its contour at a right angle, straight downhill",
  },
  alt: {
    zh: `两个参数的损失，画成一圈圈椭圆形的等高线；梯度下降从左上出发，每步垂直于等高线，先朝谷底转，再沿谷底走到中心的最低点，共 ${VALLEY_PATH.length - 1} 步`,
    en: `The loss of two parameters as a set of elliptic contours; gradient descent starts at the upper left, takes each step at a right angle to the contour, turns into the valley and follows it to the minimum in the middle, in ${VALLEY_PATH.length - 1} steps`,
  },
  draw: (say) => (
    <>
      <Contours frame={PLANE} bowl={VALLEY} levels={LEVELS} />
      <Path points={VALLEY_PATH.map((at) => place(PLANE, at))} />
      <Dot at={place(PLANE, [0, 0])} radius={3} tone="ink" />
      <Label at={[place(PLANE, [0, 0])[0], place(PLANE, [0, 0])[1] + 14]} size={12}>
        {say("最低点", "minimum")}
      </Label>
      <Label at={[place(PLANE, [-3, 1.3])[0] - 2, 16]} size={12} tone="accent" anchor="start">
        {say("起点", "start")}
      </Label>
    </>
  ),
};

export const RAVINE: Bowl = { a: 1, b: 0, c: 14, center: [0, 0] };
const RAVINE_FRAME: Frame = { x: 10, y: 32, width: 280, height: 112, xRange: [-3.9, 2.3], yRange: [-1.1, 1.1] };
const RAVINE_START: Point = [-3.6, 0.8];
const RAVINE_STEPS = 20;
/** Both paths of the same start and number of steps; the rate is the same too. */
export const RAVINE_PATHS = [0, 0.9].map((momentum) =>
  descendPlane({
    gradient: (at) => bowlGradient(RAVINE, at),
    start: RAVINE_START,
    rate: 0.02,
    steps: RAVINE_STEPS,
    momentum,
  }),
);
const [PLAIN = [], WITH_MOMENTUM = []] = RAVINE_PATHS;
const lossAtEnd = (path: readonly Point[]) => bowlValue(RAVINE, path.at(-1) ?? RAVINE_START).toFixed(2);

export const momentum: FigureSpec = {
  name: "momentum",
  height: 152,
  caption: {
    zh: `同样走 ${RAVINE_STEPS} 步：带动量的走得远得多，略微冲过了头`,
    en: `After ${RAVINE_STEPS} steps, momentum is much further, a little past the minimum`,
  },
  alt: {
    zh: `狭长的山谷，两条路径从同一点出发、学习率相同，各走 ${RAVINE_STEPS} 步。不带动量的还在半路，损失 ${lossAtEnd(PLAIN)}；带动量（β = 0.9）的左右摆动着越走越快，已略微冲过最低点，损失 ${lossAtEnd(WITH_MOMENTUM)}`,
    en: `A narrow valley with two paths from the same start, at the same learning rate, of ${RAVINE_STEPS} steps each. Without momentum the path is only part of the way, at a loss of ${lossAtEnd(PLAIN)}; with momentum (β = 0.9) it swings across the valley floor, gathers speed and is a little past the minimum, at a loss of ${lossAtEnd(WITH_MOMENTUM)}`,
  },
  draw: (say) => (
    <>
      <Contours frame={RAVINE_FRAME} bowl={RAVINE} levels={[0.15, 0.8, 2.4]} />
      <Path points={PLAIN.map((at) => place(RAVINE_FRAME, at))} tone="ink-2" radius={2} dashed />
      <Path points={WITH_MOMENTUM.map((at) => place(RAVINE_FRAME, at))} radius={2.5} />
      <Legend at={[10, 12]} tone="accent">
        {say("动量 β = 0.9", "momentum, β = 0.9")}
      </Legend>
      <Legend at={[174, 12]} tone="ink-2" dashed>
        {say("普通", "plain")}
      </Legend>
    </>
  ),
};

/** The glossary's numbers: 1000 samples, batches of 1000, 32 and 1. */
export const SAMPLE_COUNT = 1000;
export const BATCH_SIZES = [1000, 32, 1] as const;
const UPDATES = 24;

/** Samples of y = 2x + 1 with noise. */
export function lineSamples(seed: number): LineSample[] {
  const random = seededRandom(seed);
  return countTo(SAMPLE_COUNT).map(() => {
    const x = 2 * random() - 1;
    return { x: 1.6 * x, y: 2 * 1.6 * x + 1 + 4 * (random() + random() + random() - 1.5) };
  });
}

const SAMPLES = lineSamples(5);
const LINE_BOWL = lineBowl(SAMPLES);
const LINE_START: Point = [-0.4, 3.2];

/** The path of so many updates, each with the next `size` samples. */
export function batchPath(samples: readonly LineSample[], size: number, updates: number): Point[] {
  return descendPlane({
    gradient: (at, step) => {
      const from = (step * size) % samples.length;
      return lineGradient(samples.slice(from, from + size), at);
    },
    start: LINE_START,
    rate: 0.12,
    steps: updates,
  });
}

export const batchVariants: FigureSpec = {
  name: "batch-variants",
  height: 140,
  caption: {
    zh: `同一问题各走 ${UPDATES} 步：每步用的样本越少，路越晃`,
    en: `${UPDATES} steps each on one problem: the fewer samples in a step, the more it wobbles`,
  },
  alt: {
    zh: `三幅等高线图，从同一点各更新 ${UPDATES} 次。每次用全部 ${SAMPLE_COUNT} 个样本，路径平滑；每次用 32 个，略有摇摆；每次只用 1 个，左右乱晃，在最低点附近徘徊`,
    en: `Three contour plots with ${UPDATES} updates from the same start. With all ${thousands(SAMPLE_COUNT)} samples in each update the path is smooth; with 32 it wobbles a little; with 1 it staggers and wanders about the minimum`,
  },
  draw: (say) => (
    <>
      {BATCH_SIZES.map((size, index) => {
        const frame: Frame = {
          x: 4 + index * 99,
          y: 24,
          width: 94,
          height: 94,
          xRange: [-0.8, 3.3],
          yRange: [-0.7, 3.4],
        };
        return (
          <g key={size}>
            <Contours frame={frame} bowl={LINE_BOWL} levels={[0.15, 0.7, 1.7]} />
            <Path points={batchPath(SAMPLES, size, UPDATES).map((at) => place(frame, at))} radius={1.8} thick={1.2} />
            <Label at={[frame.x + 47, 10]} size={12} strong>
              {[say("批量", "batch"), say("小批量", "mini-batch"), say("随机", "stochastic")][index]}
            </Label>
            <Label at={[frame.x + 47, 130]} size={12} tone="ink-2">
              {say(`每步 ${size} 个`, `${thousands(size)} per step`)}
            </Label>
          </g>
        );
      })}
    </>
  ),
};

const FIELD: Frame = { x: 30, y: 8, width: 240, height: 150, xRange: [-1, 7], yRange: [-0.5, 4.5] };
const fieldValue = ([x, y]: Point) => x * x + 3 * y;

/** The gradient of x² + 3y. */
export function fieldGradient([x]: Point): Point {
  return [2 * x, 3];
}

const AT: Point = [2, 1];
const [GX, GY] = fieldGradient(AT);

export const gradient: FigureSpec = {
  name: "gradient",
  height: 184,
  caption: {
    zh: "梯度垂直于等高线，指向函数值升得最快的方向",
    en: "The gradient stands at a right angle to the contour and points steepest uphill",
  },
  alt: {
    zh: `f = x² + 3y 的等高线；在点 (2, 1) 处画出梯度 (${GX}, ${GY})，长 ${Math.hypot(GX, GY)}，与经过该点的等高线垂直；虚线是它的两个分量`,
    en: `Contours of f = x² + 3y; at the point (2, 1) the gradient (${GX}, ${GY}), of length ${Math.hypot(GX, GY)}, stands at a right angle to the contour through it; dashed lines show its two components`,
  },
  draw: () => (
    <>
      {[-2, 2.5, fieldValue(AT), 15, 30].map((level) => (
        <ClippedCurve
          key={level}
          frame={FIELD}
          of={(x) => (level - x * x) / 3}
          tone={level === fieldValue(AT) ? "ink" : "ink-3"}
          thick={level === fieldValue(AT) ? 2 : 1}
        />
      ))}
      <Axes frame={FIELD} origin={[-1, -0.5]} xTicks={[{ at: 2 }, { at: 6 }]} yTicks={[{ at: 1 }, { at: 4 }]} />
      <Line from={place(FIELD, AT)} to={place(FIELD, [AT[0] + GX, AT[1]])} dashed tone="ink-2" />
      <Line from={place(FIELD, [AT[0] + GX, AT[1]])} to={place(FIELD, [AT[0] + GX, AT[1] + GY])} dashed tone="ink-2" />
      <Arrow from={place(FIELD, AT)} to={place(FIELD, [AT[0] + GX, AT[1] + GY])} tone="accent" thick={2.5} />
      <Dot at={place(FIELD, AT)} tone="ink" />
      <Label at={place(FIELD, [4.3, 0.7])} tone="ink-2">
        {GX}
      </Label>
      <Label at={place(FIELD, [6.3, 2.5])} tone="ink-2">
        {GY}
      </Label>
      <Label at={place(FIELD, [3.6, 2.75])} tone="accent" strong>
        ∇f
      </Label>
    </>
  ),
};

const THRESHOLD = 5;

/** The gradient, shortened to the threshold if it is longer. */
export function clipGradient(value: Point, threshold: number): Point {
  const factor = Math.min(1, threshold / Math.hypot(...value));
  return [value[0] * factor, value[1] * factor];
}

const LONG: Point = [6, 8];
const CLIPPED = clipGradient(LONG, THRESHOLD);
const CLIP_FRAME: Frame = { x: 76, y: 14, width: 150, height: 135, xRange: [0, 10], yRange: [0, 9] };

export const gradientClipping: FigureSpec = {
  name: "gradient-clipping",
  height: 176,
  caption: {
    zh: "方向不变，长度不超过阈值（虚线的圆）",
    en: "The direction stays; the length is held to the threshold (dashed circle)",
  },
  alt: {
    zh: `以阈值 ${THRESHOLD} 为半径的圆弧。梯度 (6, 8) 长 ${Math.hypot(...LONG)}，伸出圆外，被缩短成 (${CLIPPED.join(", ")})，正好到圆上`,
    en: `An arc with the threshold ${THRESHOLD} as its radius. The gradient (6, 8), ${Math.hypot(...LONG)} long, reaches beyond it and is shortened to (${CLIPPED.join(", ")}), right on the arc`,
  },
  draw: () => (
    <>
      <Axes frame={CLIP_FRAME} xTicks={[{ at: 0 }, { at: 5 }]} yTicks={[{ at: 5 }]} />
      <Polyline
        points={countTo(31).map((step) => {
          const angle = (step / 30) * (Math.PI / 2);
          return place(CLIP_FRAME, [THRESHOLD * Math.cos(angle), THRESHOLD * Math.sin(angle)]);
        })}
        tone="ink-2"
        dashed
        thick={1.5}
      />
      <Arrow from={place(CLIP_FRAME, [0, 0])} to={place(CLIP_FRAME, LONG)} tone="ink-3" dashed />
      <Arrow from={place(CLIP_FRAME, [0, 0])} to={place(CLIP_FRAME, CLIPPED)} tone="accent" thick={2.5} />
      <Label at={[place(CLIP_FRAME, LONG)[0] + 8, place(CLIP_FRAME, LONG)[1]]} anchor="start" tone="ink-2">
        (6, 8)
      </Label>
      <Label at={[place(CLIP_FRAME, CLIPPED)[0] + 15, place(CLIP_FRAME, CLIPPED)[1] + 3]} anchor="start" tone="accent">
        {`(${CLIPPED.join(", ")})`}
      </Label>
    </>
  ),
};
