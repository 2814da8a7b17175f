import type { FigureSpec, Say } from "../figure";
import { Axes, Curve, type Frame, place } from "../kit/plot";
import { Dot, Label, Line } from "../kit/shapes";
import type { Tone } from "../kit/tones";
import { denoisedAt, FACE, noisyFace, normalPairs, type Schedule, STEPS, signalLeft } from "./diffusion";
import type { Pair } from "./distributions";

export const FORWARD_HEIGHT = 186;
export const FIRST_STEP = 400;

interface CloudProps {
  readonly points: readonly Pair[];
  readonly frame: Frame;
  readonly radius: number;
  readonly tone?: Tone;
}

/** Points in a square without axes; those that leave it are left out. */
function Cloud({ points, frame, radius, tone = "accent" }: CloudProps) {
  const [low, high] = frame.xRange;
  const inside = points
    .map((pair, index) => ({ pair, index }))
    .filter(({ pair }) => pair.every((value) => value > low && value < high));
  return (
    <>
      {inside.map(({ pair, index }) => (
        <Dot key={index} at={place(frame, pair)} radius={radius} tone={tone} />
      ))}
    </>
  );
}

const square = (x: number, y: number, side: number): Frame => ({
  x,
  y,
  width: side,
  height: side,
  xRange: [-2.7, 2.7],
  yRange: [-2.7, 2.7],
});
const CURVE: Frame = { x: 200, y: 40, width: 80, height: 96, xRange: [0, STEPS], yRange: [0, 1] };

/** The points after t steps of noise, and how much signal the schedule has left then. */
export function ForwardDrawing({ schedule, t, say }: { schedule: Schedule; t: number; say: Say }) {
  const left = signalLeft(schedule, t);
  const [x, y] = place(CURVE, [t, left]);
  return (
    <>
      <Cloud points={FACE} frame={square(2, 4, 164)} radius={2} tone="ink-3" />
      <Cloud points={noisyFace(schedule, t)} frame={square(2, 4, 164)} radius={3} />
      <Axes
        frame={CURVE}
        xName={say("步数 t", "step t")}
        yName="ᾱ"
        xTicks={[{ at: 0 }, { at: STEPS }]}
        yTicks={[{ at: 0 }, { at: 1 }]}
      />
      <Curve frame={CURVE} of={(step) => signalLeft(schedule, step)} />
      <Line from={[x, y]} to={[x, CURVE.y + CURVE.height]} dashed />
      <Dot at={[x, y]} />
      <Label at={[Math.min(x + 8, 262), Math.max(y - 9, 28)]} anchor="start" strong>
        {left.toFixed(2)}
      </Label>
    </>
  );
}

const LEFT = signalLeft("cosine", FIRST_STEP);

export const forwardDiffusion: FigureSpec = {
  name: "forward-diffusion",
  height: FORWARD_HEIGHT,
  caption: {
    zh: "灰点是原来的图形；ᾱ 越小，点散得越开",
    en: "Grey dots: the shape as it was; the smaller ᾱ, the more the points scatter",
  },
  alt: {
    zh: `左：排成笑脸的点加噪到第 ${FIRST_STEP} 步（余弦调度），已散开，但轮廓还在。右：ᾱ 由 1 降到 0 的曲线，此处 ᾱ = ${LEFT.toFixed(2)}，信号乘 ${Math.sqrt(LEFT).toFixed(2)}，噪声乘 ${Math.sqrt(1 - LEFT).toFixed(2)}。`,
    en: `Left: points that form a smiling face, noised up to step ${FIRST_STEP} (cosine schedule), scattered. Right: the curve of ᾱ from 1 to 0; here ᾱ = ${LEFT.toFixed(2)}, so the signal is scaled by ${Math.sqrt(LEFT).toFixed(2)} and the noise by ${Math.sqrt(1 - LEFT).toFixed(2)}.`,
  },
  draw: (say) => <ForwardDrawing schedule="cosine" t={FIRST_STEP} say={say} />,
  interactive: true,
};

const SCHEDULE_FRAME: Frame = { x: 34, y: 24, width: 250, height: 116, xRange: [0, STEPS], yRange: [0, 1] };

export const noiseSchedule: FigureSpec = {
  name: "noise-schedule",
  height: 180,
  caption: {
    zh: "同样 1000 步，β 线性上升时信号消失得更早",
    en: "Over the same 1,000 steps the linear schedule loses the signal earlier",
  },
  alt: {
    zh: `ᾱ 随步数由 1 降到接近 0 的两条曲线。第 500 步时，β 线性上升（0.0001 到 0.02）的 ᾱ 只剩 ${signalLeft("linear", 500).toFixed(2)}，余弦调度还有 ${signalLeft("cosine", 500).toFixed(2)}。`,
    en: `Two curves of ᾱ falling from 1 to nearly 0. At step 500 the linear schedule (β from 0.0001 to 0.02) has ${signalLeft("linear", 500).toFixed(2)} left, the cosine schedule ${signalLeft("cosine", 500).toFixed(2)}.`,
  },
  draw: (say) => (
    <>
      <Axes
        frame={SCHEDULE_FRAME}
        xName={say("步数 t", "step t")}
        yName="ᾱ"
        xTicks={[{ at: 0 }, { at: 500 }, { at: 1000 }]}
        yTicks={[{ at: 0 }, { at: 0.5 }, { at: 1 }]}
      />
      <Line from={place(SCHEDULE_FRAME, [500, 0])} to={place(SCHEDULE_FRAME, [500, 0.5])} dashed />
      <Curve frame={SCHEDULE_FRAME} of={(t) => signalLeft("linear", t)} tone="ink-2" dashed steps={100} />
      <Curve frame={SCHEDULE_FRAME} of={(t) => signalLeft("cosine", t)} />
      {(["linear", "cosine"] as const).map((schedule) => (
        <Dot
          key={schedule}
          at={place(SCHEDULE_FRAME, [500, signalLeft(schedule, 500)])}
          tone={schedule === "cosine" ? "accent" : "ink-2"}
        />
      ))}
      <Label at={place(SCHEDULE_FRAME, [560, 0.62])} anchor="start" tone="accent">
        {say("余弦", "cosine")} {signalLeft("cosine", 500).toFixed(2)}
      </Label>
      <Label at={place(SCHEDULE_FRAME, [60, 0.22])} anchor="start">
        {say("线性", "linear")} {signalLeft("linear", 500).toFixed(2)}
      </Label>
    </>
  ),
};

/** Fifty equal steps from pure noise to the data; the four shown among them. */
const TIMES = Array.from({ length: 51 }, (_, step) => STEPS - step * 20);
const SHOWN = [1000, 300, 100, 0];
const PATH = denoisedAt(TIMES, normalPairs(110, 3), FACE);

export const reverseDenoising: FigureSpec = {
  name: "reverse-denoising",
  height: 112,
  caption: {
    zh: "从纯噪声出发，每步去掉一部分，最后落到数据上",
    en: "From pure noise, a part is removed at each step, until the points lie on the data",
  },
  alt: {
    zh: `四幅点图，t = ${SHOWN.join("、")}：110 个随机的点逐步聚拢，t = 0 时落在笑脸的点上。这里用的是由这组数据直接算出的最优去噪，不是训练出的网络。`,
    en: `Four clouds of points at t = ${SHOWN.join(", ")}: 110 random points draw together until at t = 0 they lie on a smiling face. The denoiser is the ideal one, computed from these data, not a trained network.`,
  },
  draw: () => (
    <>
      {SHOWN.map((t, index) => {
        const x = 2 + index * 75;
        return (
          <g key={t}>
            <Cloud points={PATH[TIMES.indexOf(t)] ?? []} frame={square(x, 4, 71)} radius={1.6} />
            <Label at={[x + 35, 96]} size={12} tone="ink-2">{`t = ${t}`}</Label>
          </g>
        );
      })}
    </>
  ),
};
