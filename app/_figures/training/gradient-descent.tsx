import type { FigureSpec } from "../figure";
import { trimmed } from "../kit/numbers";
import { Axes, Curve, type Frame, place } from "../kit/plot";
import { Dot, Label } from "../kit/shapes";
import { Contours } from "./contours";
import { type Bowl, bowlGradient, descend, descendPlane } from "./descent";
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
