import type { FigureSpec } from "../figure";
import { Legend } from "../kit/marks";
import { type Frame, place } from "../kit/plot";
import type { Point } from "../kit/shapes";
import { Contours } from "./contours";
import { type Bowl, bowlGradient, bowlValue, descendPlane } from "./descent";
import { Path } from "./path";

export const RAVINE: Bowl = { a: 1, b: 0, c: 14, center: [0, 0] };
const RAVINE_FRAME: Frame = { x: 10, y: 32, width: 280, height: 112, xRange: [-3.9, 2.3], yRange: [-1.1, 1.1] };
const RAVINE_START: Point = [-3.6, 0.8];
const RAVINE_STEPS = 20;
/** Both paths of the same start and number of steps; the rate is the same too. */
export const RAVINE_PATHS = [0, 0.9].map((momentum) =>
  descendPlane({
    gradient: (at) => bowlGradient(RAVINE, at),
    start: RAVINE_START,
    rate: 0.02,
    steps: RAVINE_STEPS,
    momentum,
  }),
);
const [PLAIN = [], WITH_MOMENTUM = []] = RAVINE_PATHS;
const lossAtEnd = (path: readonly Point[]) => bowlValue(RAVINE, path.at(-1) ?? RAVINE_START).toFixed(2);

export const momentum: FigureSpec = {
  name: "momentum",
  height: 152,
  caption: {
    zh: `同样走 ${RAVINE_STEPS} 步：带动量的走得远得多，略微冲过了头`,
    en: `After ${RAVINE_STEPS} steps, momentum is much further, a little past the minimum`,
  },
  alt: {
    zh: `狭长的山谷，两条路径从同一点出发、学习率相同，各走 ${RAVINE_STEPS} 步。不带动量的还在半路，损失 ${lossAtEnd(PLAIN)}；带动量（β = 0.9）的左右摆动着越走越快，已略微冲过最低点，损失 ${lossAtEnd(WITH_MOMENTUM)}`,
    en: `A narrow valley with two paths from the same start, at the same learning rate, of ${RAVINE_STEPS} steps each. Without momentum the path is only part of the way, at a loss of ${lossAtEnd(PLAIN)}; with momentum (β = 0.9) it swings across the valley floor, gathers speed and is a little past the minimum, at a loss of ${lossAtEnd(WITH_MOMENTUM)}`,
  },
  draw: (say) => (
    <>
      <Contours frame={RAVINE_FRAME} bowl={RAVINE} levels={[0.15, 0.8, 2.4]} />
      <Path points={PLAIN.map((at) => place(RAVINE_FRAME, at))} tone="ink-2" radius={2} dashed />
      <Path points={WITH_MOMENTUM.map((at) => place(RAVINE_FRAME, at))} radius={2.5} />
      <Legend at={[10, 12]} tone="accent">
        {say("动量 β = 0.9", "momentum, β = 0.9")}
      </Legend>
      <Legend at={[174, 12]} tone="ink-2" dashed>
        {say("普通", "plain")}
      </Legend>
    </>
  ),
};
