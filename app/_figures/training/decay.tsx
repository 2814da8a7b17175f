import type { FigureSpec } from "../figure";
import { counted, percent, thousands, trimmed } from "../kit/numbers";
import { Axes, Curve, type Frame, place } from "../kit/plot";
import { Dot, Label, Line, type Point, Polyline } from "../kit/shapes";
import { cosineRate, stepRate } from "./schedules";

const TOTAL = 100;
const HIGHEST = 0.1;
const MARKED = [0, 25, 50, 75, 100] as const;
const COSINE_FRAME: Frame = { x: 40, y: 24, width: 240, height: 106, xRange: [0, TOTAL], yRange: [0, 0.108] };

export const cosineAnnealing: FigureSpec = {
  name: "cosine-annealing",
  height: 168,
  caption: { zh: "开头和结尾降得慢，中间降得快", en: "Slow at the beginning and the end, fast in between" },
  alt: {
    zh: `学习率沿半个余弦从 0.1 降到 0：第 ${MARKED.join("、")} 步分别为 ${MARKED.map((t) => trimmed(cosineRate(t, TOTAL, HIGHEST), 3)).join("、")}`,
    en: `The learning rate falls along half a cosine from 0.1 to 0: at steps ${MARKED.join(", ")} it is ${MARKED.map((t) => trimmed(cosineRate(t, TOTAL, HIGHEST), 3)).join(", ")}`,
  },
  draw: (say) => (
    <>
      <Axes
        frame={COSINE_FRAME}
        xTicks={MARKED.map((at) => ({ at }))}
        yTicks={[0, 0.05, 0.1].map((at) => ({ at }))}
        xName={say("步", "step")}
      />
      <Curve frame={COSINE_FRAME} of={(t) => cosineRate(t, TOTAL, HIGHEST)} />
      {MARKED.map((t) => (
        <Dot key={t} at={place(COSINE_FRAME, [t, cosineRate(t, TOTAL, HIGHEST)])} />
      ))}
      {[25, 75].map((t) => {
        const [x, y] = place(COSINE_FRAME, [t, cosineRate(t, TOTAL, HIGHEST)]);
        return (
          <Label key={t} at={[x + 9, y - 8]} anchor="start" tone="accent">
            {trimmed(cosineRate(t, TOTAL, HIGHEST), 3)}
          </Label>
        );
      })}
      <Label at={[10, 10]} anchor="start" size={12} tone="ink-2">
        {say("学习率 η", "learning rate η")}
      </Label>
    </>
  ),
};

/** The glossary's example: divided by ten at epochs 30 and 60. */
export const BORDERS = [30, 60] as const;
const EPOCHS = 90;
const STEP_FRAME: Frame = { x: 48, y: 28, width: 238, height: 94, xRange: [0, EPOCHS], yRange: [-3.3, -0.8] };
const STAIRS: readonly Point[] = [0, 30, 60].flatMap((from): Point[] => {
  const level = Math.log10(stepRate(from, HIGHEST, BORDERS));
  return [
    [from, level],
    [from + 30, level],
  ];
});

export const stepSchedule: FigureSpec = {
  name: "step-schedule",
  height: 160,
  caption: {
    zh: "每 30 个轮次除以 10（纵轴为对数刻度）",
    en: "Divided by 10 every 30 epochs (logarithmic scale)",
  },
  alt: {
    zh: "阶梯形的学习率：第 0 到 30 个轮次为 0.1，第 30 到 60 个为 0.01，第 60 到 90 个为 0.001，纵轴为对数刻度",
    en: "A learning rate in steps: 0.1 from epoch 0 to 30, 0.01 from 30 to 60 and 0.001 from 60 to 90, on a logarithmic scale",
  },
  draw: (say) => (
    <>
      <Axes
        frame={STEP_FRAME}
        xTicks={[0, 30, 60, 90].map((at) => ({ at }))}
        yTicks={[-1, -2, -3].map((at) => ({ at, label: trimmed(10 ** at, 3) }))}
        xName={say("轮次", "epoch")}
      />
      <Polyline points={STAIRS.map((value) => place(STEP_FRAME, value))} thick={2.5} />
      {BORDERS.map((border) => (
        <Label
          key={border}
          at={place(STEP_FRAME, [border + 2, border === 30 ? -1.5 : -2.5])}
          anchor="start"
          tone="accent"
        >
          ÷ 10
        </Label>
      ))}
      <Label at={[10, 10]} anchor="start" size={12} tone="ink-2">
        {say("学习率 η", "learning rate η")}
      </Label>
    </>
  ),
};

/** Weight decay with gradient 0: η = 0.1, λ = 0.01. */
export const DECAY = { rate: 0.1, strength: 0.01, steps: 1000 } as const;

export function decayedTo(step: number): number {
  return (1 - DECAY.rate * DECAY.strength) ** step;
}

const DECAY_FRAME: Frame = { x: 46, y: 24, width: 234, height: 96, xRange: [0, 3000], yRange: [0, 1.08] };

export const weightDecay: FigureSpec = {
  name: "weight-decay",
  height: 158,
  caption: {
    zh: "梯度为 0 时，权重每步乘 0.999，慢慢缩向 0",
    en: "With a gradient of 0, each step multiplies a weight by 0.999",
  },
  alt: {
    zh: `权重占原来的比例随步数下降的曲线：每步乘 0.999，${DECAY.steps} 步后剩 ${percent(decayedTo(DECAY.steps), 1)}`,
    en: `The share of a weight that is left, falling with the steps: multiplied by 0.999 each time, ${percent(decayedTo(DECAY.steps), 1)} is left after ${thousands(DECAY.steps)} steps`,
  },
  draw: (say) => {
    const mark = place(DECAY_FRAME, [DECAY.steps, decayedTo(DECAY.steps)]);
    return (
      <>
        <Axes
          frame={DECAY_FRAME}
          xTicks={[0, 1000, 2000, 3000].map((at) => ({ at, label: counted(say, at) }))}
          yTicks={[{ at: 0 }, { at: 1, label: "100%" }]}
          xName={say("步", "step")}
        />
        <Line from={mark} to={[mark[0], DECAY_FRAME.y + DECAY_FRAME.height]} dashed />
        <Curve frame={DECAY_FRAME} of={decayedTo} />
        <Dot at={mark} />
        <Label at={[mark[0] + 10, mark[1] - 9]} anchor="start" tone="accent">
          {percent(decayedTo(DECAY.steps), 1)}
        </Label>
        <Label at={[10, 10]} anchor="start" size={12} tone="ink-2">
          {say("权重还剩", "weight left")}
        </Label>
      </>
    );
  },
};
