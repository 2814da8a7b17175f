import type { FigureSpec, Say } from "../figure";
import { fixed } from "../kit/numbers";
import { Axes, Curve, type Frame, place } from "../kit/plot";
import { Box, Dot, Label, Line } from "../kit/shapes";
import { entropyOf } from "./statistics";

export const ENTROPY_HEIGHT = 172;
/** The probability of heads in the concept's example. */
export const FIRST_PROBABILITY = 0.9;

const COIN_BARS = { x: 12, bottom: 128, height: 92, width: 40 };
const CURVE: Frame = { x: 150, y: 28, width: 130, height: 100, xRange: [0, 1], yRange: [0, 1] };

/** A coin's two probabilities as bars, and its entropy on the curve of all coins. */
export function EntropyDrawing({ probability, say }: { probability: number; say: Say }) {
  const bits = entropyOf([probability, 1 - probability]);
  const sides = [
    { name: say("正", "heads"), p: probability },
    { name: say("反", "tails"), p: 1 - probability },
  ];
  const dot = place(CURVE, [probability, bits]);
  return (
    <>
      {sides.map(({ name, p }, index) => {
        const x = COIN_BARS.x + index * 54;
        const height = COIN_BARS.height * p;
        return (
          <g key={name}>
            <Box x={x} y={COIN_BARS.bottom - height} width={COIN_BARS.width} height={height} radius={0} />
            <Label at={[x + 20, COIN_BARS.bottom - height - 9]} size={12}>
              {p.toFixed(2)}
            </Label>
            <Label at={[x + 20, COIN_BARS.bottom + 12]} size={12} tone="ink-2">
              {name}
            </Label>
          </g>
        );
      })}
      <Line from={[6, COIN_BARS.bottom]} to={[112, COIN_BARS.bottom]} />
      <Label at={[59, 158]} strong>
        {say(`熵 ${fixed(bits, 3)} 比特`, `${fixed(bits, 3)} bits`)}
      </Label>
      <Axes
        frame={CURVE}
        xTicks={[{ at: 0 }, { at: 0.5 }, { at: 1 }]}
        yTicks={[{ at: 0 }, { at: 1 }]}
        xName={say("正面概率 p", "p of heads")}
        yName={say("熵（比特）", "entropy in bits")}
      />
      <Curve frame={CURVE} of={(p) => entropyOf([p, 1 - p])} />
      <Line from={[dot[0], 128]} to={dot} dashed />
      <Dot at={dot} radius={5} />
    </>
  );
}

const FIRST_BITS = entropyOf([FIRST_PROBABILITY, 1 - FIRST_PROBABILITY]).toFixed(3);

export const entropy: FigureSpec = {
  name: "entropy",
  height: ENTROPY_HEIGHT,
  caption: {
    zh: "一半对一半时最难猜，熵最大；越偏向一边，熵越小",
    en: "Fifty-fifty is hardest to guess; one-sided coins have less entropy",
  },
  alt: {
    zh: `左边两根柱子：正面概率 0.90、反面 0.10。右边是熵随 p 变化的拱形曲线，两端为 0，p = 0.5 处最高，为 1 比特；p = 0.9 处是 ${FIRST_BITS} 比特。`,
    en: `Left, two bars: heads 0.90, tails 0.10. Right, the arch of entropy against p: 0 at both ends, at most 1 bit at p = 0.5, and ${FIRST_BITS} bits at p = 0.9.`,
  },
  draw: (say) => <EntropyDrawing probability={FIRST_PROBABILITY} say={say} />,
  interactive: true,
};
