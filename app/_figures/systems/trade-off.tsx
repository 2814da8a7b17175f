import { countAt, precisionOf, recallOf, TWENTY_SAMPLES } from "../evaluation/counts";
import type { FigureSpec } from "../figure";
import { Axes, type Frame, place } from "../kit/plot";
import { Dot, Label, Line, type Point, Polyline } from "../kit/shapes";

const THRESHOLDS: Frame = { x: 34, y: 24, width: 176, height: 112, xRange: [0, 0.95], yRange: [0, 1] };
const CHOSEN = 0.4;
const CHOSEN_COUNTS = countAt(TWENTY_SAMPLES, CHOSEN);

/** A metric as the threshold rises: level between two scores, so that it is drawn in steps. */
function stepsOf(metric: typeof precisionOf): readonly Point[] {
  const scores = TWENTY_SAMPLES.map(({ score }) => score)
    .filter((score) => score <= 0.95)
    .sort((one, other) => one - other);
  let from = 0;
  const points = scores.flatMap((score): readonly Point[] => {
    const value = metric(countAt(TWENTY_SAMPLES, score));
    const level: readonly Point[] = [
      [from, value],
      [score, value],
    ];
    from = score;
    return level;
  });
  const last = metric(countAt(TWENTY_SAMPLES, 0.95));
  return [...points, [from, last], [0.95, last]];
}

export const tradeOff: FigureSpec = {
  name: "trade-off",
  height: 176,
  caption: {
    zh: "阈值提高：召回率（虚线）降，精确率大体升",
    en: "A higher threshold: recall (dashed) falls, precision mostly rises",
  },
  alt: {
    zh: `二十个样本的精确率与召回率随阈值变化的两条阶梯线，一条大体上升，一条下降。竖线在 ${CHOSEN}：精确率 ${precisionOf(CHOSEN_COUNTS).toFixed(2)}，召回率 ${recallOf(CHOSEN_COUNTS).toFixed(2)}。`,
    en: `Precision and recall of twenty samples against the threshold: two staircases, one mostly rising, one falling. A line at ${CHOSEN}: precision ${precisionOf(CHOSEN_COUNTS).toFixed(2)}, recall ${recallOf(CHOSEN_COUNTS).toFixed(2)}.`,
  },
  draw: (say) => (
    <>
      <Axes
        frame={THRESHOLDS}
        xTicks={[{ at: 0 }, { at: CHOSEN }, { at: 0.8 }]}
        yTicks={[{ at: 0 }, { at: 0.5 }, { at: 1 }]}
        xName={say("阈值", "threshold")}
      />
      <Polyline points={stepsOf(precisionOf).map((point) => place(THRESHOLDS, point))} />
      <Polyline points={stepsOf(recallOf).map((point) => place(THRESHOLDS, point))} tone="ink-2" dashed />
      <Line from={place(THRESHOLDS, [CHOSEN, 0])} to={place(THRESHOLDS, [CHOSEN, 1.08])} tone="ink" />
      <Dot at={place(THRESHOLDS, [CHOSEN, precisionOf(CHOSEN_COUNTS)])} />
      <Dot at={place(THRESHOLDS, [CHOSEN, recallOf(CHOSEN_COUNTS)])} tone="ink-2" />
      <Label at={[218, 26]} anchor="start" tone="accent" strong>
        {say("精确率", "precision")}
      </Label>
      <Label at={[218, 112]} anchor="start" tone="ink-2">
        {say("召回率", "recall")}
      </Label>
    </>
  ),
};
