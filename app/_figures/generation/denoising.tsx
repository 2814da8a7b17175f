import type { FigureSpec } from "../figure";
import { Axes, Curve, type Frame, place } from "../kit/plot";
import { Dot, Label, Line } from "../kit/shapes";
import { Cloud, square } from "./cloud";
import { denoisedAt, FACE, normalPairs, STEPS, signalLeft } from "./diffusion";

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
            <Cloud points={PATH[TIMES.indexOf(t)] ?? []} frame={square(x, 4, 71)} radius={2} />
            <Label at={[x + 35, 96]} size={12} tone="ink-2">{`t = ${t}`}</Label>
          </g>
        );
      })}
    </>
  ),
};
