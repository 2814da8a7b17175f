import type { FigureSpec } from "../figure";
import { sumOf } from "../kit/maths";
import { percent } from "../kit/numbers";
import { Axes, Bars, type Frame, place } from "../kit/plot";
import { Dot, Label, Line, type Point, Polyline } from "../kit/shapes";

const LAUGHING: Point = [1, 4];
const GRAVE: Point = [3, 0];
const between = (share: number): Point => [
  LAUGHING[0] + (GRAVE[0] - LAUGHING[0]) * share,
  LAUGHING[1] + (GRAVE[1] - LAUGHING[1]) * share,
];
const FRAME: Frame = { x: 28, y: 14, width: 118, height: 132, xRange: [0, 4], yRange: [-0.5, 5] };
const TICKS = [0, 1, 2, 3, 4].map((at) => ({ at }));

/** What a toy decoder makes of the second component of a code: a mouth that is bent the more the larger it is. */
function Face({ center: [x, y], smile }: { center: Point; smile: number }) {
  const mouth = Array.from({ length: 13 }, (_, i): Point => {
    const across = (i - 6) / 6;
    return [x + across * 10, y + 7 + smile * 1.6 * (0.5 - across ** 2)];
  });
  return (
    <>
      <Dot at={[x, y]} radius={21} tone="ink-2" open />
      <Dot at={[x - 7, y - 6]} radius={1.8} tone="ink" />
      <Dot at={[x + 7, y - 6]} radius={1.8} tone="ink" />
      <Polyline points={mouth} tone="ink" />
    </>
  );
}

export const latentSpace: FigureSpec = {
  name: "latent-space",
  height: 170,
  caption: {
    zh: "沿着两点间的线走，解码出的脸逐渐变化",
    en: "Along the line between two codes the decoded face changes little by little",
  },
  alt: {
    zh: `左：潜在空间中的三点，大笑的脸在（1，4），严肃的脸在（3，0），中点在（${between(0.5).join("，")}）。右：解码出的三张脸，嘴角从弯到平，中点是浅笑。`,
    en: `Left: three codes, a laughing face at (1, 4), a grave one at (3, 0) and the midpoint (${between(0.5).join(", ")}). Right: the decoded faces, the mouth from bent to flat; the midpoint smiles faintly.`,
  },
  draw: () => (
    <>
      <Axes frame={FRAME} origin={[0, 0]} xTicks={TICKS} yTicks={TICKS.slice(1)} />
      <Line from={place(FRAME, LAUGHING)} to={place(FRAME, GRAVE)} tone="accent" dashed />
      {[0, 0.5, 1].map((share, index) => {
        const code = between(share);
        const [x, y] = place(FRAME, code);
        const center: Point = [188, 30 + index * 52];
        return (
          <g key={share}>
            <Dot at={[x, y]} radius={5} />
            <Label at={[x + 9, y - 9]} anchor="start" strong>
              {"abc"[index]}
            </Label>
            <Face center={center} smile={code[1] * 1.5} />
            <Label at={[218, center[1]]} anchor="start">
              {`${"abc"[index]}  (${code.join(", ")})`}
            </Label>
          </g>
        );
      })}
    </>
  ),
};

const DIGITS = Array.from({ length: 10 }, (_, digit) => digit);
const GENERATED: readonly number[] = DIGITS.map((digit) => (digit === 1 ? 930 : digit === 7 ? 70 : 0));
const TOTAL = sumOf(GENERATED);

export const modeCollapse: FigureSpec = {
  name: "mode-collapse",
  height: 190,
  caption: {
    zh: "单看每张都逼真，合起来只有两种数字",
    en: "Each image looks real, but together they are only two digits",
  },
  alt: {
    zh: `上：训练数据，10 个数字各占 10%。下：生成的 ${TOTAL} 张里“1”有 930 张（93%），“7”有 70 张（7%），其余八个数字一张也没有。`,
    en: `Above: training data, 10% of each of the ten digits. Below: of ${TOTAL} generated images 930 are a "1" (93%) and 70 a "7" (7%); the other eight digits are missing.`,
  },
  draw: (say) => (
    <>
      <Label at={[6, 11]} anchor="start" size={12} tone="ink-2">
        {say("真实数据：各 10%", "real: 10% each")}
      </Label>
      <Bars
        frame={{ x: 6, y: 22, width: 288, height: 36, xRange: [0, 10], yRange: [0, 0.2] }}
        bars={DIGITS.map((digit) => ({ value: 0.1, label: String(digit), shown: "" }))}
      />
      <Label at={[294, 92]} anchor="end" size={12} tone="ink-2">
        {say("生成的", "generated")}
      </Label>
      <Bars
        frame={{ x: 6, y: 102, width: 288, height: 64, xRange: [0, 10], yRange: [0, 1] }}
        bars={DIGITS.map((digit) => {
          const share = (GENERATED[digit] ?? 0) / TOTAL;
          return {
            value: share,
            label: String(digit),
            shown: share > 0 ? percent(share) : "",
            tone: "accent",
          };
        })}
      />
    </>
  ),
};
