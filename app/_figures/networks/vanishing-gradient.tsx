import type { FigureSpec, Say } from "../figure";
import { countTo } from "../kit/maths";
import { powerOfTen, scientific, trimmed } from "../kit/numbers";
import { Axes, type Frame, place } from "../kit/plot";
import { Arrow, Dot, Label, Line } from "../kit/shapes";

export const GRADIENT_HEIGHT = 184;
/** The glossary's example: ten layers of sigmoids with weights of 1. */
export const FIRST_DEPTH = 10;
export const FIRST_FACTOR = 0.25;

/** What is left of a gradient of 1 after it has gone back through layers `depth` to `layer`, each of which multiplies it by the factor. */
export function gradientAt(layer: number, depth: number, factor: number): number {
  return factor ** (depth - layer + 1);
}

/** Powers of ten below and above all values; half a decade on the side where there are none. */
function decades(depth: number, factor: number): readonly [number, number] {
  const last = Math.log10(gradientAt(1, depth, factor));
  return [factor < 1 ? Math.floor(last) : -0.5, factor > 1 ? Math.ceil(last) : 0.5];
}

/** The gradient at each layer, on a logarithmic scale. */
export function GradientByLayer({ depth, factor, say }: { depth: number; factor: number; say: Say }) {
  const [low, high] = decades(depth, factor);
  const frame: Frame = { x: 48, y: 30, width: 240, height: 116, xRange: [0.4, depth + 0.6], yRange: [low, high] };
  const width = Math.min(14, (frame.width / depth) * 0.55);
  const ticks = [low, 0, high].filter(Number.isInteger);
  const labelled = depth > 12 ? [1, depth] : countTo(depth).map((index) => index + 1);
  return (
    <>
      <Axes
        frame={frame}
        yTicks={ticks.map((at) => ({ at, label: powerOfTen(at) }))}
        xTicks={labelled.map((at) => ({ at }))}
      />
      <Line from={place(frame, [0.4, 0])} to={place(frame, [depth + 0.6, 0])} tone="ink-2" dashed thick={1} />
      {countTo(depth).map((index) => {
        const [x, y] = place(frame, [index + 1, Math.log10(gradientAt(index + 1, depth, factor))]);
        const [, one] = place(frame, [0, 0]);
        return (
          <g key={index}>
            <Line from={[x, one]} to={[x, y]} tone="accent" thick={width} />
            <Dot at={[x, y]} radius={Math.max(2.5, width / 2)} tone="accent" />
          </g>
        );
      })}
      <Label at={[20, 12]} anchor="start" size={12} tone="ink-2">
        {say("剩下的梯度（对数刻度）", "gradient left (log scale)")}
      </Label>
      <Arrow from={[284, 174]} to={[196, 174]} tone="ink-2" />
      <Label at={[186, 174]} anchor="end" size={12} tone="ink-2">
        {say("由后往前传到第 1 层", "back toward layer 1")}
      </Label>
    </>
  );
}

const LEFT_OVER = scientific(gradientAt(1, FIRST_DEPTH, FIRST_FACTOR));

export const vanishingGradient: FigureSpec = {
  name: "vanishing-gradient",
  height: GRADIENT_HEIGHT,
  caption: {
    zh: `每过一层乘一次 ${trimmed(FIRST_FACTOR)}：传过 ${FIRST_DEPTH} 层只剩 ${LEFT_OVER}`,
    en: `Each layer multiplies by ${trimmed(FIRST_FACTOR)}: after ${FIRST_DEPTH} layers ${LEFT_OVER} is left`,
  },
  liveCaption: {
    zh: "每过一层乘一次：倍数小于 1，梯度越往前越小；大于 1，越往前越大",
    en: "Each layer multiplies the gradient once more: below 1 it shrinks on its way back, above 1 it grows",
  },
  alt: {
    zh: `${FIRST_DEPTH} 层网络中各层剩下的梯度，纵轴为对数刻度：从第 ${FIRST_DEPTH} 层的 ${trimmed(FIRST_FACTOR)} 开始，往前每一层都缩小到四分之一，到第 1 层只剩 ${LEFT_OVER}`,
    en: `The gradient left at each of ${FIRST_DEPTH} layers on a logarithmic scale: ${trimmed(FIRST_FACTOR)} at layer ${FIRST_DEPTH}, a quarter of that at each earlier layer, and ${LEFT_OVER} at layer 1`,
  },
  draw: (say) => <GradientByLayer depth={FIRST_DEPTH} factor={FIRST_FACTOR} say={say} />,
  interactive: true,
};
