import { seededRandom } from "@/lib/seeded-random";
import type { FigureSpec } from "../figure";
import { fixed } from "../kit/numbers";
import { type Frame, place } from "../kit/plot";
import { Box, Label, Line } from "../kit/shapes";
import { bootstrapAccuracies, quantileOf, resample } from "./sampling";

const ORIGINAL = ["A", "B", "C", "D", "E", "F", "G", "H"];
const REDRAWN = resample(ORIGINAL, seededRandom(2));
const BOOTSTRAP = { accuracy: 0.9, size: 1000, count: 2000, seed: 1 };
const HISTOGRAM: Frame = { x: 20, y: 92, width: 260, height: 72, xRange: [0.865, 0.935], yRange: [0, 1] };
const BIN = 0.002;

function LetterRow({ letters, y, name }: { letters: readonly string[]; y: number; name: string }) {
  return (
    <>
      <Label at={[62, y + 13]} anchor="end" size={12} tone="ink-2">
        {name}
      </Label>
      {letters.map((letter, index) => {
        const repeated = letters.indexOf(letter) !== letters.lastIndexOf(letter);
        return (
          <Box
            // biome-ignore lint/suspicious/noArrayIndexKey: a letter may stand twice
            key={index}
            x={72 + index * 27}
            y={y}
            width={23}
            height={25}
            tone={repeated ? "accent" : "ink-3"}
            thick={repeated ? 2 : 1}
            label={letter}
          />
        );
      })}
    </>
  );
}

/** The histogram of the bootstrap's accuracies with the limits between which 95% of them lie. */
function BootstrapHistogram() {
  const values = bootstrapAccuracies(BOOTSTRAP);
  const bins = Array.from({ length: Math.round(0.07 / BIN) }, (_, index) => {
    const from = HISTOGRAM.xRange[0] + index * BIN;
    return { from, count: values.filter((value) => value >= from - 1e-9 && value < from + BIN - 1e-9).length };
  });
  const most = Math.max(...bins.map(({ count }) => count));
  const limits = [quantileOf(values, 0.025), quantileOf(values, 0.975)];
  return (
    <>
      {bins.map(({ from, count }) => {
        const [x, y] = place(HISTOGRAM, [from, (0.95 * count) / most]);
        return (
          <Box
            key={from}
            x={x}
            y={y}
            width={(BIN / 0.07) * HISTOGRAM.width}
            height={164 - y}
            tone="ink-3"
            radius={0}
            thick={0.75}
          />
        );
      })}
      <Line from={[14, 164]} to={[286, 164]} />
      {limits.map((limit) => {
        const x = place(HISTOGRAM, [limit, 0])[0];
        return (
          <g key={limit}>
            <Line from={[x, 100]} to={[x, 169]} tone="accent" dashed thick={2} />
            <Label at={[x, 179]} size={12} strong>
              {fixed(limit, 3)}
            </Label>
          </g>
        );
      })}
    </>
  );
}

const BOOTSTRAP_LIMITS = [0.025, 0.975].map((share) => fixed(quantileOf(bootstrapAccuracies(BOOTSTRAP), share), 3));

export const bootstrap: FigureSpec = {
  name: "bootstrap",
  height: 190,
  caption: {
    zh: "有放回地重抽 2000 次，看准确率怎样波动",
    en: "Redraw with replacement 2,000 times; watch the accuracy vary",
  },
  alt: {
    zh: `上面：原样本 A 到 H 各一个，重抽得到 ${REDRAWN.join("、")}。下面：从 1000 个样本重抽 2000 次所得准确率的直方图，中间 95% 在 ${BOOTSTRAP_LIMITS[0]} 到 ${BOOTSTRAP_LIMITS[1]} 之间。`,
    en: `Above: the sample A to H, once each, and a redrawn one, ${REDRAWN.join(", ")}. Below: a histogram of the accuracies of 2,000 redrawn sets of 1,000 answers; the middle 95% lie between ${BOOTSTRAP_LIMITS[0]} and ${BOOTSTRAP_LIMITS[1]}.`,
  },
  draw: (say) => (
    <>
      <LetterRow letters={ORIGINAL} y={4} name={say("样本", "sample")} />
      <LetterRow letters={REDRAWN} y={38} name={say("重抽", "redrawn")} />
      <Label at={[14, 84]} anchor="start" size={12} tone="ink-2">
        {say("2000 次的准确率", "2,000 accuracies")}
      </Label>
      <BootstrapHistogram />
    </>
  ),
};
