import type { FigureSpec } from "../figure";
import { Axes, type Frame, place } from "../kit/plot";
import { Arrow, Box, Dot, Label, Line, Polyline } from "../kit/shapes";
import { discountedReturn } from "./similarity";

const AHEAD = 20;
const FACTORS = [
  { factor: 0.99, tone: "accent", dashed: false },
  { factor: 0.9, tone: "ink-2", dashed: true },
] as const;
const WEIGHTS: Frame = { x: 34, y: 24, width: 224, height: 116, xRange: [0, AHEAD], yRange: [0, 1.1] };

export const discountFactor: FigureSpec = {
  name: "discount-factor",
  height: 178,
  caption: {
    zh: "同样是 1 分，越晚到越不值钱；γ 越小跌得越快",
    en: "The later a point comes the less it is worth; a smaller γ falls faster",
  },
  alt: {
    zh: `横轴是往后数的步数 k，纵轴是权重 γ 的 k 次方。10 步之后，γ = 0.9 时只剩 ${(0.9 ** 10).toFixed(2)}，γ = 0.99 时还有 ${(0.99 ** 10).toFixed(2)}。`,
    en: `The weight γ to the power k over the number of steps ahead, k. Ten steps ahead it is ${(0.9 ** 10).toFixed(2)} with γ = 0.9 and ${(0.99 ** 10).toFixed(2)} with γ = 0.99.`,
  },
  draw: (say) => (
    <>
      <Axes
        frame={WEIGHTS}
        xName={say("步数 k", "steps k")}
        yName="γᵏ"
        xTicks={[{ at: 0 }, { at: 10 }, { at: 20 }]}
        yTicks={[{ at: 0 }, { at: 0.5 }, { at: 1 }]}
      />
      <Line from={place(WEIGHTS, [10, 0])} to={place(WEIGHTS, [10, 0.99 ** 10])} dashed thick={1} />
      {FACTORS.map(({ factor, ...look }) => {
        const points = Array.from({ length: AHEAD + 1 }, (_, k) => place(WEIGHTS, [k, factor ** k]));
        const [x, y] = place(WEIGHTS, [10, factor ** 10]);
        return (
          <g key={factor}>
            <Polyline points={points} {...look} />
            <Dot at={[x, y]} tone={look.tone} />
            <Label at={[x + 8, y + (factor > 0.95 ? 14 : -11)]} anchor="start" strong>
              {(factor ** 10).toFixed(2)}
            </Label>
            <Label
              at={[WEIGHTS.x + WEIGHTS.width - 4, place(WEIGHTS, [20, factor ** 20])[1] - 13]}
              size={12}
              tone={look.tone}
            >
              {`γ = ${factor}`}
            </Label>
          </g>
        );
      })}
    </>
  ),
};

const REWARDS = [1, 2, 4];
const HALF = 0.5;

export const discountedSum: FigureSpec = {
  name: "return",
  height: 150,
  caption: {
    zh: "越晚的奖励打折越多，加起来就是回报",
    en: "Later rewards are discounted more; their sum is the return",
  },
  alt: {
    zh: `此后三步的奖励是 ${REWARDS.join("、")}，γ = ${HALF}，依次乘 1、0.5、0.25，各得 1，合计回报 ${discountedReturn(REWARDS, HALF)}；不打折是 ${discountedReturn(REWARDS, 1)}。`,
    en: `The next three rewards are ${REWARDS.join(", ")}; with γ = ${HALF} they are multiplied by 1, 0.5 and 0.25, so each counts 1 and the return is ${discountedReturn(REWARDS, HALF)}; without discounting it would be ${discountedReturn(REWARDS, 1)}.`,
  },
  draw: (say) => (
    <>
      <Label at={[6, 28]} anchor="start" size={12} tone="ink-2">
        {say("奖励", "reward")}
      </Label>
      {REWARDS.map((reward, k) => {
        const x = 60 + k * 62;
        return (
          <g key={reward}>
            <Box x={x} y={12} width={40} height={32} label={reward} />
            <Arrow from={[x + 20, 44]} to={[x + 20, 88]} />
            <Label at={[x + 26, 64]} anchor="start" size={12}>
              × {HALF ** k}
            </Label>
            <Box x={x} y={88} width={40} height={32} tone="accent" label={reward * HALF ** k} />
            {k < 2 ? <Label at={[x + 51, 104]}>+</Label> : null}
          </g>
        );
      })}
      <Label at={[236, 104]}>=</Label>
      <Box x={248} y={86} width={46} height={36} tone="good" label={discountedReturn(REWARDS, HALF)} labelSize={16} />
      <Label at={[271, 136]} size={12} tone="ink-2">
        {say("回报", "return")}
      </Label>
    </>
  ),
};
