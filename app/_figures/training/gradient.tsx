import type { FigureSpec } from "../figure";
import { ClippedCurve } from "../kit/clipped-curve";
import { countTo } from "../kit/maths";
import { Axes, type Frame, place } from "../kit/plot";
import { Arrow, Dot, Label, Line, type Point, Polyline } from "../kit/shapes";

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
