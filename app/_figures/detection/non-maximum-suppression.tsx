import type { FigureSpec, Say } from "../figure";
import { Box, Label, Line, type Point } from "../kit/shapes";
import { Dog } from "./dog";
import { type ScoredBox, suppress, type Verdict } from "./suppression";

export const SUPPRESSION_HEIGHT = 176;
export const FIRST_THRESHOLD = 0.5;

const SIZE = { width: 100, height: 110 } as const;

/** Around two dogs. The first three have the scores and the IoUs with the first, 0.7 and 0.1, of the concept's example. */
export const DOG_BOXES: readonly ScoredBox[] = [
  { x: 4, y: 34, ...SIZE, score: 0.9 },
  { x: 17, y: 40, ...SIZE, score: 0.8 },
  { x: 84, y: 24, ...SIZE, score: 0.6 },
  { x: 92, y: 44, ...SIZE, score: 0.4 },
];

/** Where the score of each box stands: at a corner that no other box covers. */
const SCORE_PLACES: readonly Point[] = [
  [16, 24],
  [31, 161],
  [172, 14],
  [180, 165],
];

function BoxOnDog({ verdict: { box, kept } }: { verdict: Verdict }) {
  const at = SCORE_PLACES[DOG_BOXES.indexOf(box)] ?? [box.x, box.y];
  return (
    <>
      <Box
        {...{ x: box.x, y: box.y, width: box.width, height: box.height }}
        tone={kept ? "accent" : "ink-3"}
        fill="none"
        radius={0}
        thick={kept ? 2.5 : 1.5}
        dashed={!kept}
      />
      <Label at={at} strong={kept} tone={kept ? "accent" : "ink-2"}>
        {box.score}
      </Label>
      {kept ? null : <Line from={[at[0] - 12, at[1]]} to={[at[0] + 12, at[1]]} tone="ink-2" />}
    </>
  );
}

/** The boxes, kept or dropped at that threshold, and the reckoning beside them. */
export function Suppression({ say, threshold }: { say: Say; threshold: number }) {
  const verdicts = suppress(DOG_BOXES, threshold);
  return (
    <>
      <Dog at={[60, 94]} size={1.3} />
      <Dog at={[142, 86]} size={1.3} />
      {[...verdicts]
        .sort((a, b) => Number(a.kept) - Number(b.kept))
        .map((verdict) => (
          <BoxOnDog key={verdict.box.score} verdict={verdict} />
        ))}
      <Label at={[203, 32]} anchor="start" size={12} tone="ink-2">
        {say("得分", "score")}
      </Label>
      <Label at={[249, 32]} size={12} tone="ink-2">
        IoU
      </Label>
      {verdicts.map(({ box, rival, kept }, index) => {
        const y = 56 + index * 26;
        return (
          <g key={box.score}>
            <Label at={[203, y]} anchor="start" size={12}>
              {box.score.toFixed(1)}
            </Label>
            <Label at={[246, y]} size={12}>
              {rival === undefined ? "–" : rival.iou.toFixed(2)}
            </Label>
            <Label at={[298, y]} anchor="end" size={12} strong={kept} tone={kept ? "accent" : "ink-2"}>
              {kept ? say("留", "keep") : say("删", "drop")}
            </Label>
          </g>
        );
      })}
      <Line from={[203, 44]} to={[298, 44]} tone="line" />
    </>
  );
}

export const nonMaximumSuppression: FigureSpec = {
  name: "non-maximum-suppression",
  height: SUPPRESSION_HEIGHT,
  caption: {
    zh: "按得分从高到低：与已留下的框交并比超过 0.5 的删去，两条狗各剩一个框",
    en: "From the highest score down: a box with IoU above 0.5 with a kept one is dropped; each dog keeps one box",
  },
  liveCaption: {
    zh: "与已留下的框交并比超过阈值的删去：阈值太低会漏，太高会重复",
    en: "A box whose IoU with a kept one exceeds the threshold is dropped: too low a threshold loses dogs, too high a one doubles boxes",
  },
  alt: {
    zh: "两条狗上有四个框，得分 0.9、0.8、0.6、0.4。0.9 留下；0.8 与它的交并比为 0.70，删去；0.6 与它只有 0.10，留下；0.4 与 0.6 的框为 0.60，删去。",
    en: "Four boxes on two dogs score 0.9, 0.8, 0.6 and 0.4. 0.9 is kept; 0.8 has IoU 0.70 with it and is dropped; 0.6 has only 0.10 and is kept; 0.4 has 0.60 with the 0.6 box and is dropped.",
  },
  draw: (say) => <Suppression say={say} threshold={FIRST_THRESHOLD} />,
  interactive: true,
};
