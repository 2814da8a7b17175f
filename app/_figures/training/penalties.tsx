import type { FigureSpec } from "../figure";
import { Legend } from "../kit/marks";
import { countTo } from "../kit/maths";
import { trimmed } from "../kit/numbers";
import { Curve, type Frame, place } from "../kit/plot";
import { Area, Dot, Label, Line, Loop, type Point } from "../kit/shapes";
import { type Bowl, bowlValue, contourOf } from "./descent";

const LOSS: Bowl = { a: 1, b: 0.2, c: 1.6, center: [0.55, 1.75] };
const STEPS = 2000;

/** Points at distance 1 from the origin, by |w₁| + |w₂| or by √(w₁² + w₂²). */
function border(norm: "l1" | "l2"): Point[] {
  return countTo(STEPS).map((index): Point => {
    const angle = (2 * Math.PI * index) / STEPS;
    const [x, y] = [Math.cos(angle), Math.sin(angle)];
    const size = norm === "l1" ? Math.abs(x) + Math.abs(y) : 1;
    return [x / size, y / size];
  });
}

/** Where on the border the loss is least. */
export function bestOnBorder(norm: "l1" | "l2"): Point {
  return border(norm).reduce((best, at) => (bowlValue(LOSS, at) < bowlValue(LOSS, best) ? at : best));
}

const PANELS = [
  { norm: "l1", name: "L1", x: 8 },
  { norm: "l2", name: "L2", x: 158 },
] as const;
const BEST = { l1: bestOnBorder("l1"), l2: bestOnBorder("l2") };
const pair = (at: Point) => `(${trimmed(at[0])}, ${trimmed(at[1])})`;

export const l1L2: FigureSpec = {
  name: "l1-l2",
  height: 196,
  caption: {
    zh: "菱形的尖角在坐标轴上，等高线常在那里碰到它：一个权重为 0",
    en: "The corners of the diamond lie on the axes; where the contour meets one, a weight is zero",
  },
  alt: {
    zh: `同一损失的椭圆等高线。左：在尖角 ${pair(BEST.l1)} 碰到 L1 的菱形，w₁ 恰为 0。右：与 L2 的圆相切于 ${pair(BEST.l2)}，两个权重都不为 0`,
    en: `Elliptic contours of the same loss. Left: they touch the diamond of L1 at its corner ${pair(BEST.l1)}, where w₁ is exactly 0. Right: they touch the circle of L2 at ${pair(BEST.l2)}, where neither weight is 0`,
  },
  draw: () => (
    <>
      {PANELS.map(({ norm, name, x }) => {
        const frame: Frame = { x, y: 22, width: 134, height: 167.5, xRange: [-1.3, 1.9], yRange: [-1.2, 2.8] };
        const best = BEST[norm];
        const touching = bowlValue(LOSS, best);
        const shape = border(norm).filter((_, index) => index % (norm === "l1" ? STEPS / 4 : STEPS / 100) === 0);
        return (
          <g key={norm}>
            <Line from={place(frame, [-1.3, 0])} to={place(frame, [1.9, 0])} />
            <Line from={place(frame, [0, -1.2])} to={place(frame, [0, 2.8])} />
            <Area points={shape.map((at) => place(frame, at))} tone="good" />
            <Loop points={shape.map((at) => place(frame, at))} tone="good" thick={1.5} />
            {[touching * 0.12, touching * 0.45].map((level) => (
              <Loop key={level} points={contourOf(LOSS, level).map((at) => place(frame, at))} tone="ink-3" />
            ))}
            <Loop points={contourOf(LOSS, touching).map((at) => place(frame, at))} tone="accent" thick={1.5} />
            <Dot at={place(frame, LOSS.center)} radius={2.5} tone="ink" />
            <Dot at={place(frame, best)} radius={4.5} />
            <Label at={[x + 67, 10]}>{`${name}: ${pair(best)}`}</Label>
          </g>
        );
      })}
    </>
  ),
};

/** The glossary's example: (w − 0.2)² plus a penalty of strength 0.5. */
export const PENALIZED = {
  plain: (w: number) => (w - 0.2) ** 2,
  l1: (w: number) => (w - 0.2) ** 2 + 0.5 * Math.abs(w),
  l2: (w: number) => (w - 0.2) ** 2 + 0.5 * w * w,
} as const;

/** The w from −1 to 1 that makes a function least, to a thousandth. */
export function lowestPoint(of: (w: number) => number): number {
  return countTo(2001)
    .map((step) => (step - 1000) / 1000)
    .reduce((best, w) => (of(w) < of(best) ? w : best));
}

const LOWEST = { plain: lowestPoint(PENALIZED.plain), l1: lowestPoint(PENALIZED.l1), l2: lowestPoint(PENALIZED.l2) };
const FRAME: Frame = { x: 20, y: 34, width: 264, height: 112, xRange: [-0.3, 0.5], yRange: [-0.01, 0.24] };
const CURVES = [
  { kind: "plain", tone: "ink-2", dashed: true },
  { kind: "l1", tone: "accent", dashed: false },
  { kind: "l2", tone: "good", dashed: false },
] as const;

/** The lowest points of two of the curves lie close together. */
const SHIFT = {
  plain: { by: -5, anchor: "start" },
  l1: { by: 0, anchor: "middle" },
  l2: { by: 6, anchor: "end" },
} as const;

export const penaltyMinima: FigureSpec = {
  name: "penalty-minima",
  height: 174,
  caption: {
    zh: "L1 把最低点拉到恰好 0，L2 只是拉近一些",
    en: "L1 pulls the lowest point to exactly 0; L2 only pulls it closer",
  },
  alt: {
    zh: `三条曲线：损失（w − 0.2）² 最低在 ${trimmed(LOWEST.plain)}；加 0.5|w|（L1）后最低在 ${trimmed(LOWEST.l1)}，曲线在那里有个尖角；加 0.5w²（L2）后最低在 ${trimmed(LOWEST.l2, 3)}`,
    en: `Three curves: the loss (w − 0.2)² is lowest at ${trimmed(LOWEST.plain)}; with 0.5|w| added (L1) at ${trimmed(LOWEST.l1)}, where the curve has a corner; with 0.5w² added (L2) at ${trimmed(LOWEST.l2, 3)}`,
  },
  draw: (say) => (
    <>
      <Line from={place(FRAME, [-0.3, 0])} to={place(FRAME, [0.5, 0])} />
      {CURVES.map(({ kind, tone, dashed }) => {
        const lowest = LOWEST[kind];
        const at = place(FRAME, [lowest, PENALIZED[kind](lowest)]);
        return (
          <g key={kind}>
            <ClippedPenalty of={PENALIZED[kind]} tone={tone} dashed={dashed} />
            <Line from={at} to={[at[0], place(FRAME, [0, 0])[1]]} tone={tone} dashed thick={1} />
            <Dot at={at} tone={tone} />
            <Label at={[at[0] + SHIFT[kind].by, 158]} anchor={SHIFT[kind].anchor} tone={tone}>
              {trimmed(lowest)}
            </Label>
          </g>
        );
      })}
      <Legend at={[20, 12]} tone="ink-2" dashed>
        {say("原损失", "loss")}
      </Legend>
      <Legend at={[110, 12]} tone="accent">
        + 0.5|w|
      </Legend>
      <Legend at={[206, 12]} tone="good">
        + 0.5w²
      </Legend>
    </>
  ),
};

function ClippedPenalty({
  of,
  tone,
  dashed,
}: {
  of: (w: number) => number;
  tone: "ink-2" | "accent" | "good";
  dashed: boolean;
}) {
  return <Curve frame={FRAME} of={of} tone={tone} dashed={dashed} steps={320} />;
}
