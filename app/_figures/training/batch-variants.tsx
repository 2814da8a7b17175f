import { seededRandom } from "@/lib/seeded-random";
import type { FigureSpec } from "../figure";
import { countTo } from "../kit/maths";
import { thousands } from "../kit/numbers";
import { type Frame, place } from "../kit/plot";
import { Label, type Point } from "../kit/shapes";
import { Contours } from "./contours";
import { descendPlane, type LineSample, lineBowl, lineGradient } from "./descent";
import { Path } from "./path";

/** The glossary's numbers: 1000 samples, batches of 1000, 32 and 1. */
export const SAMPLE_COUNT = 1000;
export const BATCH_SIZES = [1000, 32, 1] as const;
const UPDATES = 24;

/** Samples of y = 2x + 1 with noise. */
export function lineSamples(seed: number): LineSample[] {
  const random = seededRandom(seed);
  return countTo(SAMPLE_COUNT).map(() => {
    const x = 2 * random() - 1;
    return { x: 1.6 * x, y: 2 * 1.6 * x + 1 + 4 * (random() + random() + random() - 1.5) };
  });
}

const SAMPLES = lineSamples(5);
const LINE_BOWL = lineBowl(SAMPLES);
const LINE_START: Point = [-0.4, 3.2];

/** The path of so many updates, each with the next `size` samples. */
export function batchPath(samples: readonly LineSample[], size: number, updates: number): Point[] {
  return descendPlane({
    gradient: (at, step) => {
      const from = (step * size) % samples.length;
      return lineGradient(samples.slice(from, from + size), at);
    },
    start: LINE_START,
    rate: 0.12,
    steps: updates,
  });
}

export const batchVariants: FigureSpec = {
  name: "batch-variants",
  height: 140,
  caption: {
    zh: `同一问题各走 ${UPDATES} 步：每步用的样本越少，路越晃`,
    en: `${UPDATES} steps each on one problem: the fewer samples in a step, the more it wobbles`,
  },
  alt: {
    zh: `三幅等高线图，从同一点各更新 ${UPDATES} 次。每次用全部 ${SAMPLE_COUNT} 个样本，路径平滑；每次用 32 个，略有摇摆；每次只用 1 个，左右乱晃，在最低点附近徘徊`,
    en: `Three contour plots with ${UPDATES} updates from the same start. With all ${thousands(SAMPLE_COUNT)} samples in each update the path is smooth; with 32 it wobbles a little; with 1 it staggers and wanders about the minimum`,
  },
  draw: (say) => (
    <>
      {BATCH_SIZES.map((size, index) => {
        const frame: Frame = {
          x: 4 + index * 99,
          y: 24,
          width: 94,
          height: 94,
          xRange: [-0.8, 3.3],
          yRange: [-0.7, 3.4],
        };
        return (
          <g key={size}>
            <Contours frame={frame} bowl={LINE_BOWL} levels={[0.15, 0.7, 1.7]} />
            <Path points={batchPath(SAMPLES, size, UPDATES).map((at) => place(frame, at))} radius={1.8} thick={1.2} />
            <Label at={[frame.x + 47, 10]} size={12} strong>
              {[say("批量", "batch"), say("小批量", "mini-batch"), say("随机", "stochastic")][index]}
            </Label>
            <Label at={[frame.x + 47, 130]} size={12} tone="ink-2">
              {say(`每步 ${size} 个`, `${thousands(size)} per step`)}
            </Label>
          </g>
        );
      })}
    </>
  ),
};
