import type { FigureSpec } from "../figure";
import { sumOf } from "../kit/maths";
import { percent } from "../kit/numbers";
import { Axes, type Frame, place } from "../kit/plot";
import { Arrow, Box, Label, Line } from "../kit/shapes";

const oversampling: FigureSpec = {
  name: "oversampling",
  height: 152,
  caption: {
    zh: "少数类的 100 个样本每个用 9 次，两类便一样多",
    en: "Each of the 100 samples of the rare class is used nine times",
  },
  alt: {
    zh: "左：两根柱子，多数类 900，少数类 100。右：少数类由 9 块 100 叠成 900，与多数类一样高。",
    en: "Left, two bars: 900 of one class, 100 of the other. Right, the rare class is nine blocks of 100 stacked to 900, as high as the other.",
  },
  draw: (say) => (
    <>
      {[20, 176].map((x) => (
        <g key={x}>
          <Box x={x} y={22} width={40} height={99} radius={0} />
          <Label at={[x + 20, 11]}>900</Label>
          <Line from={[x - 8, 121]} to={[x + 108, 121]} />
          <Label at={[x + 20, 135]} size={12} tone="ink-2">
            {say("多数", "common")}
          </Label>
          <Label at={[x + 78, 135]} size={12} tone="ink-2">
            {say("少数", "rare")}
          </Label>
        </g>
      ))}
      <Box x={78} y={110} width={40} height={11} tone="accent" radius={0} />
      <Label at={[98, 98]}>100</Label>
      <Arrow from={[136, 70]} to={[162, 70]} />
      {Array.from({ length: 9 }, (_, block) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a block is its place
        <Box key={block} x={234} y={110 - block * 11} width={40} height={11} tone="accent" radius={0} thick={1} />
      ))}
      <Label at={[254, 11]} strong>
        9 × 100
      </Label>
    </>
  ),
};

const CLASS_COUNT = 1000;
const SIZES = Array.from({ length: CLASS_COUNT }, (_, index) => 1000 / (index + 1));
const shareOf = (from: number, to: number) => sumOf(SIZES.slice(from, to)) / sumOf(SIZES);
const PARTS = [
  { from: 0, to: 100 },
  { from: 100, to: 500 },
  { from: 500, to: 1000 },
];
const TAIL: Frame = { x: 44, y: 22, width: 242, height: 74, xRange: [0, 60], yRange: [0, 1000] };

function ShareBar({ y, shares, name }: { y: number; shares: readonly number[]; name: string }) {
  return (
    <>
      <Label at={[46, y + 10]} anchor="end" size={12} tone="ink-2">
        {name}
      </Label>
      {shares.map((share, index) => (
        <Box
          key={share}
          x={50 + 236 * sumOf(shares.slice(0, index))}
          y={y}
          width={236 * share}
          height={20}
          tone={index === 0 ? "accent" : "ink-3"}
          radius={0}
          thick={1}
          label={Math.round(share * 100)}
          labelSize={12}
        />
      ))}
    </>
  );
}

const longTail: FigureSpec = {
  name: "long-tailed-distribution",
  height: 182,
  caption: {
    zh: "上：前 60 类；下：前 100 类（第一段）占了大半样本",
    en: "Above: 60 classes. Below: the first 100 (first part) hold most data",
  },
  alt: {
    zh: `第 r 类有 1000 ÷ r 个样本，曲线急降后拖着长尾。1000 类中前 100 类占类别的 10%、样本的 ${percent(shareOf(0, 100))}；后 500 类占类别的 50%、样本的 ${percent(shareOf(500, 1000))}。`,
    en: `Class r has 1,000 / r samples: the curve drops steeply and trails off. Of 1,000 classes the first 100 are 10% of the classes and ${percent(shareOf(0, 100))} of the samples, the last 500 are 50% and ${percent(shareOf(500, 1000))}.`,
  },
  draw: (say) => (
    <>
      {SIZES.slice(0, 60).map((size, index) => {
        const [x, y] = place(TAIL, [index + 0.5, size]);
        return <Line key={size} from={[x, 96]} to={[x, y]} tone="accent" thick={2.6} />;
      })}
      <Axes
        frame={TAIL}
        yTicks={[{ at: 1000, label: say("1000", "1,000") }]}
        xName={say("类别名次 r", "rank r of class")}
        yName={say("样本数", "samples")}
      />
      <ShareBar
        y={124}
        shares={PARTS.map(({ from, to }) => (to - from) / CLASS_COUNT)}
        name={say("类别 %", "class %")}
      />
      <ShareBar y={152} shares={PARTS.map(({ from, to }) => shareOf(from, to))} name={say("样本 %", "data %")} />
    </>
  ),
};

export const classSizeFigures: readonly FigureSpec[] = [oversampling, longTail];
