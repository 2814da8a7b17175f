import type { FigureSpec, Say } from "../figure";
import { Axes, type Frame, place } from "../kit/plot";
import { Box, Dot, Label, Line, type Point } from "../kit/shapes";
import { accuracyIntervals, contains, type Interval } from "./sampling";

/** As in the concept's example: a model that is right 90% of the time, tested on 1,000 samples. */
export const TRUE_ACCURACY = 0.9;
const TEST_SIZE = 1000;
export const INTERVALS_HEIGHT = 186;
/** Wide enough for every interval of ten thousand presses. */
export const INTERVALS: Frame = { x: 14, y: 22, width: 272, height: 126, xRange: [0.825, 0.957], yRange: [0, 20] };
const TICKS = [0.84, 0.86, 0.88, 0.9, 0.92, 0.94];
/** Of the first twenty intervals of this seed nineteen hold the truth, as many as one expects. */
export const FIRST_SEED = 6;

/** The twenty intervals of one seed. */
export function twentyIntervals(seed: number): readonly Interval[] {
  return accuracyIntervals({ truth: TRUE_ACCURACY, testSize: TEST_SIZE, count: 20, seed });
}

/** Twenty intervals about the true value; those that miss it are thick and end in squares. */
export function IntervalsDrawing({ intervals, say }: { intervals: readonly Interval[]; say: Say }) {
  const truth = place(INTERVALS, [TRUE_ACCURACY, 0])[0];
  return (
    <>
      <Label at={[truth, 10]} size={12} strong>
        {say("真值 0.90", "truth 0.90")}
      </Label>
      <Line from={[truth, 19]} to={[truth, 150]} tone="ink" />
      {intervals.map(({ low, high }, index) => {
        const hit = contains({ low, high }, TRUE_ACCURACY);
        const y = 26 + index * 6.2;
        const ends: readonly Point[] = [
          [place(INTERVALS, [low, 0])[0], y],
          [place(INTERVALS, [high, 0])[0], y],
        ];
        const [from = [0, 0], to = [0, 0]] = ends;
        return (
          <g key={`${low}.${y}`}>
            <Line from={from} to={to} tone={hit ? "ink-3" : "accent"} thick={hit ? 1.75 : 3} />
            {hit
              ? null
              : ends.map((end) => (
                  <Box key={end[0]} x={end[0] - 2.5} y={y - 2.5} width={5} height={5} tone="accent" radius={0} />
                ))}
            <Dot at={[(from[0] + to[0]) / 2, y]} radius={hit ? 1.5 : 2} tone={hit ? "ink-2" : "accent"} />
          </g>
        );
      })}
      <Axes
        frame={INTERVALS}
        xTicks={TICKS.map((at) => ({ at, label: at.toFixed(2) }))}
        xName={say("准确率", "accuracy")}
        origin={[INTERVALS.xRange[0], 0]}
      />
    </>
  );
}

const FIRST_HITS = twentyIntervals(FIRST_SEED).filter((interval) => contains(interval, TRUE_ACCURACY)).length;

export const confidenceInterval: FigureSpec = {
  name: "confidence-interval",
  height: INTERVALS_HEIGHT,
  caption: {
    zh: "测二十次，每次 1000 题：约有一条套不中真值",
    en: "Twenty tests of 1,000 samples: about one interval misses the truth",
  },
  liveCaption: {
    zh: "每次 1000 题；长期看，约 5% 的区间（粗线）套不中真值",
    en: "Tests of 1,000 samples: in the long run about 5% of the intervals (thick) miss the truth",
  },
  alt: {
    zh: `二十条 95% 置信区间，各由 1000 个测试样本算出，长约 0.04，散布在真值 0.90 左右；其中 ${FIRST_HITS} 条包含真值，${20 - FIRST_HITS} 条（粗线）没有。`,
    en: `Twenty 95% confidence intervals, each from 1,000 test samples, about 0.04 long, scattered about the truth, 0.90; ${FIRST_HITS} of them contain it, ${20 - FIRST_HITS} (thick) does not.`,
  },
  draw: (say) => <IntervalsDrawing intervals={twentyIntervals(FIRST_SEED)} say={say} />,
  interactive: true,
};
