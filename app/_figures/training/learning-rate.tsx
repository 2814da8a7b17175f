import type { FigureSpec, Say } from "../figure";
import { trimmed, trimmedOrScientific } from "../kit/numbers";
import { Curve, type Frame, place } from "../kit/plot";
import { Arrow, Dot, Label, Line, Polyline } from "../kit/shapes";
import { descend } from "./descent";

export const LEARNING_RATE_HEIGHT = 176;
/** The glossary's example: w², from w = 1. */
export const START = 1;
export const FIRST_RATE = 0.1;
export const FIRST_STEPS = 10;

export function lossOf(w: number): number {
  return w * w;
}

/** w after each step on w². */
export function rateSteps(rate: number, steps: number): number[] {
  return descend((w) => 2 * w, START, rate, steps);
}

/** A bowl with the steps taken on it, as far as they stay in the frame. */
export function BowlSteps({
  frame,
  rate,
  steps,
  radius,
}: {
  frame: Frame;
  rate: number;
  steps: number;
  radius: number;
}) {
  const path = rateSteps(rate, steps);
  const outside = path.findIndex((w) => w < frame.xRange[0] || w > frame.xRange[1]);
  const inside = outside === -1 ? path : path.slice(0, outside);
  const points = inside.map((w) => place(frame, [w, lossOf(w)]));
  const last = points.at(-1);
  const escaped = outside === -1 ? undefined : path[outside];
  return (
    <>
      <Line from={place(frame, [frame.xRange[0], 0])} to={place(frame, [frame.xRange[1], 0])} />
      <Curve frame={frame} of={lossOf} tone="ink-3" />
      <Polyline points={points} thick={1.5} />
      {points.map((at, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place in the path
        <Dot key={index} at={at} radius={index === 0 ? radius + 1 : radius} open={index === 0} />
      ))}
      {last === undefined || escaped === undefined ? null : (
        <Arrow
          from={last}
          to={[place(frame, [Math.sign(escaped) * frame.xRange[1], 0])[0], frame.y + 4]}
          tone="accent"
        />
      )}
    </>
  );
}

const FRAME: Frame = { x: 20, y: 26, width: 260, height: 130, xRange: [-1.6, 1.6], yRange: [0, 2.56] };

/** The steps of one learning rate, with its name and where the last one is. */
export function LearningRatePlot({ rate, steps, say }: { rate: number; steps: number; say: Say }) {
  const last = rateSteps(rate, steps).at(-1) ?? START;
  return (
    <>
      <BowlSteps frame={FRAME} rate={rate} steps={steps} radius={3.5} />
      <Label at={[150, 10]} strong>
        {`η = ${trimmed(rate, 3)}`}
      </Label>
      <Label at={[place(FRAME, [START, 0])[0], 166]} size={12} tone="ink-2">
        {say("起点 1", "start: 1")}
      </Label>
      <Label at={[150, 166]} size={12} tone="ink-2">
        {say("最低 0", "lowest: 0")}
      </Label>
      <Label at={[4, 166]} anchor="start" size={12} tone="accent">
        {Math.abs(last) < 100 ? `w = ${trimmedOrScientific(last)}` : `|w| > 100`}
      </Label>
    </>
  );
}

const END = trimmedOrScientific(rateSteps(FIRST_RATE, FIRST_STEPS).at(-1) ?? 0);

export const learningRate: FigureSpec = {
  name: "learning-rate",
  height: LEARNING_RATE_HEIGHT,
  caption: {
    zh: "学习率 0.1：每步 w 乘 0.8，稳步靠近最低点",
    en: "Learning rate 0.1: each step multiplies w by 0.8, steadily toward the minimum",
  },
  liveCaption: {
    zh: "学习率太小走得慢，太大就来回跳甚至发散",
    en: "Too small a learning rate creeps; too large a one jumps to and fro or even diverges",
  },
  alt: {
    zh: `损失 w² 的抛物线，从 w = 1 出发，学习率 ${FIRST_RATE}：w 依次为 0.8、0.64……，${FIRST_STEPS} 步后到 ${END}，步子越来越小，停在最低点附近`,
    en: `The parabola of the loss w², starting at w = 1 with learning rate ${FIRST_RATE}: w goes to 0.8, 0.64 and so on, and after ${FIRST_STEPS} ever smaller steps to ${END}, near the minimum`,
  },
  draw: (say) => <LearningRatePlot rate={FIRST_RATE} steps={FIRST_STEPS} say={say} />,
  interactive: true,
};
