import type { FigureSpec } from "../figure";
import { countTo } from "../kit/maths";
import { trimmed } from "../kit/numbers";
import { Axes, Curve, type Frame, place } from "../kit/plot";
import { Dot, Label, Line, type Point, Polyline } from "../kit/shapes";
import { descend } from "./descent";
import { Path } from "./path";

interface View {
  readonly center: Point;
  /** Units of the figure for 1 along x (right and down), along y (right and up) and upwards. */
  readonly x: Point;
  readonly y: Point;
  readonly z: number;
}

/** The place of a point in space, seen from above at a slant. */
function project(view: View, [x, y, z]: readonly [number, number, number]): Point {
  return [view.center[0] + x * view.x[0] + y * view.y[0], view.center[1] + x * view.x[1] + y * view.y[1] - z * view.z];
}

interface SurfaceProps {
  readonly view: View;
  readonly of: (x: number, y: number) => number;
  readonly range: readonly [from: number, to: number];
  readonly lines?: number;
}

/** A surface as a net of its sections along x and along y. */
function Surface({ view, of, range: [from, to], lines = 11 }: SurfaceProps) {
  const at = (index: number, count: number) => from + ((to - from) * index) / (count - 1);
  const section = (draw: (along: number) => Point) => countTo(25).map((step) => draw(at(step, 25)));
  return (
    <>
      {countTo(lines).map((index) => {
        const fixed = at(index, lines);
        return (
          <g key={fixed}>
            <Polyline points={section((x) => project(view, [x, fixed, of(x, fixed)]))} tone="ink-3" thick={0.8} />
            <Polyline points={section((y) => project(view, [fixed, y, of(fixed, y)]))} tone="ink-3" thick={0.8} />
          </g>
        );
      })}
    </>
  );
}

export function saddleOf(x: number, y: number): number {
  return x * x - y * y;
}

const SADDLE_VIEW: View = { center: [150, 84], x: [76, 22], y: [44, -34], z: 36 };
const alongRange = countTo(31).map((step) => -1 + step / 15);

export const saddlePoint: FigureSpec = {
  name: "saddle-point",
  height: 168,
  caption: {
    zh: "f = x² − y²：沿 x 是谷底，沿 y 是山顶，梯度为零",
    en: "f = x² − y²: a valley along x, a peak along y, and a gradient of zero",
  },
  alt: {
    zh: "马鞍形的曲面 f = x² − y²。经过中心的两条剖线：沿 x 的一条向上弯，中心最低；沿 y 的一条向下弯，中心最高；中心 (0, 0) 就是鞍点",
    en: "The saddle-shaped surface f = x² − y². Two sections run through the middle: the one along x curves upward and is lowest there, the one along y curves downward and is highest there; the middle, (0, 0), is the saddle point",
  },
  draw: (say) => (
    <>
      <Surface view={SADDLE_VIEW} of={saddleOf} range={[-1, 1]} />
      <Polyline
        points={alongRange.map((x) => project(SADDLE_VIEW, [x, 0, saddleOf(x, 0)]))}
        tone="accent"
        thick={2.5}
      />
      <Polyline
        points={alongRange.map((y) => project(SADDLE_VIEW, [0, y, saddleOf(0, y)]))}
        tone="good"
        thick={2.5}
        dashed
      />
      <Dot at={project(SADDLE_VIEW, [0, 0, 0])} radius={5} tone="ink" />
      <Label at={[234, 48]} anchor="start" tone="accent">
        {say("沿 x", "along x")}
      </Label>
      <Label at={[98, 158]} anchor="end" tone="good">
        {say("沿 y", "along y")}
      </Label>
    </>
  ),
};

/** The glossary's example: one sample x = 1, y = 2. */
export function troughOf(w: number, b: number): number {
  return (w + b - 2) ** 2;
}

const TROUGH_VIEW: View = { center: [42, 122], x: [92, 20], y: [30, -34], z: 20 };
const TROUGH_POINTS = [
  { w: 0, b: 0, at: [-14, 2] as Point, anchor: "end" as const },
  { w: 2, b: 1, at: [12, 2] as Point, anchor: "start" as const },
] as const;

export const lossLandscape: FigureSpec = {
  name: "loss-landscape",
  height: 176,
  caption: {
    zh: "损失 (w + b − 2)²：最低处连成一条长谷（粗线）",
    en: "The loss (w + b − 2)²: its lowest points form a long valley (thick line)",
  },
  alt: {
    zh: `损失 (w + b − 2)² 在参数 w、b 之上的曲面，像一道槽：w = b = 0 处高 ${troughOf(0, 0)}，w = 2、b = 1 处高 ${troughOf(2, 1)}，满足 w + b = 2 的点高 0，连成一条谷底`,
    en: `The surface of the loss (w + b − 2)² over the parameters w and b, shaped like a trough: ${troughOf(0, 0)} high at w = b = 0, ${troughOf(2, 1)} at w = 2, b = 1, and 0 at all points with w + b = 2, which form its floor`,
  },
  draw: (say) => (
    <>
      <Surface view={TROUGH_VIEW} of={troughOf} range={[0, 2]} />
      <Polyline points={[project(TROUGH_VIEW, [0, 2, 0]), project(TROUGH_VIEW, [2, 0, 0])]} thick={3} />
      {TROUGH_POINTS.map(({ w, b, at, anchor }) => {
        const [x, y] = project(TROUGH_VIEW, [w, b, troughOf(w, b)]);
        return (
          <g key={w}>
            <Dot at={[x, y]} tone="ink" />
            <Label at={[x + at[0], y + at[1]]} anchor={anchor}>
              {troughOf(w, b)}
            </Label>
          </g>
        );
      })}
      <Label at={[120, 152]} italic tone="ink-2">
        w →
      </Label>
      <Label at={[272, 132]} italic tone="ink-2">
        b ↗
      </Label>
      <Label at={[60, 22]} anchor="start" tone="accent">
        {say("谷底：高 0", "valley floor: 0")}
      </Label>
    </>
  ),
};

export function twoValleysOf(w: number): number {
  return 3 * w ** 4 + 4 * w ** 3 - 12 * w * w;
}

const VALLEY_PATH = descend((w) => 12 * w ** 3 + 12 * w * w - 24 * w, 2, 0.006, 12);
const VALLEY_FRAME: Frame = { x: 20, y: 16, width: 260, height: 140, xRange: [-2.9, 2.1], yRange: [-36, 40] };

export const localMinimum: FigureSpec = {
  name: "local-minimum",
  height: 166,
  caption: {
    zh: "从右边下来，停在较浅的谷里；更深的在左边",
    en: "Coming down from the right it stops in the shallow valley; the deeper one is to the left",
  },
  alt: {
    zh: `f(w) = 3w⁴ + 4w³ − 12w² 的曲线有两个谷：w = −2 处为 ${trimmed(twoValleysOf(-2))}，是全局最低；w = 1 处为 ${trimmed(twoValleysOf(1))}，只比附近低。梯度下降从 w = 2 出发，停在 1`,
    en: `The curve of f(w) = 3w⁴ + 4w³ − 12w² has two valleys: at w = −2 it is ${trimmed(twoValleysOf(-2))}, the lowest of all; at w = 1 it is ${trimmed(twoValleysOf(1))}, low only compared with nearby. Gradient descent from w = 2 stops at 1`,
  },
  draw: (say) => (
    <>
      <Axes frame={VALLEY_FRAME} origin={[-2.9, 0]} />
      <Curve frame={VALLEY_FRAME} of={twoValleysOf} tone="ink" thick={1.5} />
      <Path points={VALLEY_PATH.map((w) => place(VALLEY_FRAME, [w, twoValleysOf(w)]))} radius={3} />
      <Dot at={place(VALLEY_FRAME, [-2, -32])} tone="good" radius={5} />
      <Label at={[place(VALLEY_FRAME, [-2, -32])[0] + 14, 148]} anchor="start" tone="good">
        {say("全局最低 −32", "global: −32")}
      </Label>
      <Label at={place(VALLEY_FRAME, [1, -13])} tone="accent">
        {say("局部极小 −5", "local: −5")}
      </Label>
      <Label
        at={[place(VALLEY_FRAME, [1.86, 0])[0], place(VALLEY_FRAME, [0, 32])[1]]}
        anchor="end"
        size={12}
        tone="accent"
      >
        {say("起点", "start")}
      </Label>
    </>
  ),
};

const CONVEX: Frame = { x: 12, y: 24, width: 126, height: 116, xRange: [-0.5, 3.5], yRange: [-1, 11] };
const CUBIC: Frame = { x: 164, y: 24, width: 126, height: 116, xRange: [-2.4, 0.8], yRange: [-10, 2] };

/** Height of the middle of the chord of a function from one x to another. */
export function chordMiddle(of: (x: number) => number, from: number, to: number): number {
  return (of(from) + of(to)) / 2;
}

const square = (x: number) => x * x;
const cube = (x: number) => x ** 3;

function Chord({ frame, of, from, to }: { frame: Frame; of: (x: number) => number; from: number; to: number }) {
  const middle = (from + to) / 2;
  const chord = chordMiddle(of, from, to);
  const beside = (height: number, upper: boolean): Point => {
    const [x, y] = place(frame, [middle, height]);
    return upper ? [x - 9, y - 5] : [x + 9, y + 6];
  };
  return (
    <>
      <Curve frame={frame} of={of} tone="ink" />
      <Line from={place(frame, [from, of(from)])} to={place(frame, [to, of(to)])} tone="accent" thick={2} />
      <Line from={place(frame, [middle, chord])} to={place(frame, [middle, of(middle)])} tone="ink-3" dashed />
      <Dot at={place(frame, [middle, chord])} />
      <Dot at={place(frame, [middle, of(middle)])} tone="ink" />
      <Label at={beside(chord, chord > of(middle))} anchor={chord > of(middle) ? "end" : "start"} tone="accent">
        {trimmed(chord)}
      </Label>
      <Label at={beside(of(middle), chord < of(middle))} anchor={chord < of(middle) ? "end" : "start"}>
        {trimmed(of(middle))}
      </Label>
    </>
  );
}

export const convexFunction: FigureSpec = {
  name: "convex-function",
  height: 150,
  caption: {
    zh: "凸函数的弦（直线）处处不低于曲线；x³ 不是",
    en: "A chord of a convex function never lies below the curve; that of x³ does",
  },
  alt: {
    zh: `左：x²，从 1 到 3 的弦中点高 ${chordMiddle(square, 1, 3)}，曲线高 ${square(2)}，弦在上。右：x³，从 −2 到 0 的弦中点高 ${trimmed(chordMiddle(cube, -2, 0))}，曲线高 ${trimmed(cube(-1))}，弦在下，所以不是凸函数`,
    en: `Left: x², whose chord from 1 to 3 is ${chordMiddle(square, 1, 3)} high at its middle, above the curve at ${square(2)}. Right: x³, whose chord from −2 to 0 is at ${trimmed(chordMiddle(cube, -2, 0))}, below the curve at ${trimmed(cube(-1))}, so it is not convex`,
  },
  draw: (say) => (
    <>
      <Chord frame={CONVEX} of={square} from={1} to={3} />
      <Chord frame={CUBIC} of={cube} from={-2} to={0} />
      <Label at={[20, 12]} anchor="start" strong>
        {say("x²：凸", "x²: convex")}
      </Label>
      <Label at={[172, 12]} anchor="start" strong>
        {say("x³：不凸", "x³: not convex")}
      </Label>
    </>
  ),
};
