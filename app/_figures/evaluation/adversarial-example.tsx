import { seededRandom } from "@/lib/seeded-random";
import type { FigureSpec } from "../figure";
import { Axes, Curve, type Frame, place } from "../kit/plot";
import { Dot, Label, type Point, Polyline } from "../kit/shapes";

const ATTACK = { pixels: 1000, weight: 0.1, change: 0.01, score: 0.6 };
const ATTACK_PLOT: Frame = { x: 44, y: 22, width: 240, height: 106, xRange: [0, 1000], yRange: [-0.5, 0.75] };
const RANDOM_WALK = randomSigns();

/** The score after so many pixels were changed with random signs, every twenty-fifth. */
function randomSigns(): readonly Point[] {
  const random = seededRandom(8);
  let score = ATTACK.score;
  return Array.from({ length: ATTACK.pixels + 1 }, (_, pixel): Point => {
    if (pixel > 0) score += (random() < 0.5 ? -1 : 1) * ATTACK.weight * ATTACK.change;
    return [pixel, score];
  }).filter(([pixel]) => pixel % 25 === 0);
}

export const adversarialExample: FigureSpec = {
  name: "adversarial-example",
  height: 166,
  caption: {
    zh: "每个像素改 0.01：乱改没用，顺着梯度改就翻转答案",
    en: "0.01 per pixel: random signs do little, the gradient flips it",
  },
  alt: {
    zh: `线性模型的得分随改动像素数的变化：每步顺着梯度，得分由 ${ATTACK.score} 直线降到 −0.4，在 600 个像素处过零；随机改动则始终在 0.6 附近，最后是 ${(RANDOM_WALK.at(-1)?.[1] ?? 0).toFixed(2)}。`,
    en: `Score of a linear model against the number of pixels changed: along the gradient it falls in a straight line from ${ATTACK.score} to −0.4 and crosses zero at 600; with random signs it stays near 0.6 and ends at ${(RANDOM_WALK.at(-1)?.[1] ?? 0).toFixed(2)}.`,
  },
  draw: (say) => (
    <>
      <Axes
        frame={ATTACK_PLOT}
        yTicks={[{ at: 0.6 }, { at: 0 }, { at: -0.4, label: "−0.4" }]}
        yName={say("得分", "score")}
        origin={[0, 0]}
      />
      <Label at={[284, 152]} anchor="end" size={12} tone="ink-2">
        {say("改了几个像素：0 到 1000", "pixels changed: 0 to 1,000")}
      </Label>
      <Polyline points={RANDOM_WALK.map((point) => place(ATTACK_PLOT, point))} tone="ink-2" dashed />
      <Curve frame={ATTACK_PLOT} of={(pixels) => ATTACK.score - pixels * ATTACK.weight * ATTACK.change} />
      <Dot at={place(ATTACK_PLOT, [600, 0])} open />
      <Label at={[place(ATTACK_PLOT, [600, 0])[0] + 6, 74]} anchor="start" size={12}>
        600
      </Label>
      <Label at={[190, 18]} tone="ink-2">
        {say("随机改动", "random signs")}
      </Label>
      <Label at={[178, 118]} anchor="end" tone="accent" strong>
        {say("顺着梯度", "by the gradient")}
      </Label>
    </>
  ),
};
