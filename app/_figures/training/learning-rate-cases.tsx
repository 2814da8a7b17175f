import type { FigureSpec } from "../figure";
import { trimmed } from "../kit/numbers";
import type { Frame } from "../kit/plot";
import { Label } from "../kit/shapes";
import { BowlSteps, rateSteps } from "./learning-rate";

const STEPS = 5;
const CASES = [
  { rate: 0.001, zh: "太小", en: "too small" },
  { rate: 0.1, zh: "合适", en: "good" },
  { rate: 0.9, zh: "来回跳", en: "jumps" },
  { rate: 1.1, zh: "发散", en: "diverges" },
] as const;
const ends = (rate: number) => trimmed(rateSteps(rate, STEPS).at(-1) ?? 0);

export const learningRateCases: FigureSpec = {
  name: "learning-rate-cases",
  height: 126,
  caption: {
    zh: `同样从 w = 1 走 ${STEPS} 步（损失 w²），只有学习率不同`,
    en: `${STEPS} steps from w = 1 on the loss w²; only the learning rate differs`,
  },
  alt: {
    zh: `四条抛物线 w²，各从 w = 1 走 ${STEPS} 步。学习率 0.001 几乎没动，到 ${ends(0.001)}；0.1 稳步下降，到 ${ends(0.1)}；0.9 左右来回跳，到 ${ends(0.9)}；1.1 越跳越高，到 ${ends(1.1)}`,
    en: `Four parabolas w² with ${STEPS} steps from w = 1. Learning rate 0.001 hardly moves, to ${ends(0.001)}; 0.1 comes down steadily to ${ends(0.1)}; 0.9 jumps from side to side to ${ends(0.9)}; 1.1 climbs away to ${ends(1.1)}`,
  },
  draw: (say) => (
    <>
      {CASES.map(({ rate, zh, en }, index) => {
        const frame: Frame = {
          x: 4 + index * 74,
          y: 28,
          width: 70,
          height: 70,
          xRange: [-1.7, 1.7],
          yRange: [0, 2.89],
        };
        return (
          <g key={rate}>
            <BowlSteps frame={frame} rate={rate} steps={STEPS} radius={2.5} />
            <Label at={[frame.x + 35, 12]}>{`η ${trimmed(rate, 3)}`}</Label>
            <Label at={[frame.x + 35, 114]} size={12} tone="ink-2">
              {say(zh, en)}
            </Label>
          </g>
        );
      })}
    </>
  ),
};
