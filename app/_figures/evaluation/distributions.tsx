import type { FigureSpec } from "../figure";
import { Bracket } from "../kit/marks";
import { meanOf, normalDensity, standardDeviationOf, sumOf } from "../kit/maths";
import { fixed, percent } from "../kit/numbers";
import { Axes, Curve, type Frame, place } from "../kit/plot";
import { Area, Arrow, Box, Dot, Label, Line, type Point } from "../kit/shapes";
import { betaDensity, fairCoin, gaussianWithin } from "./statistics";

/** The area between a curve and the x axis. */
export function AreaUnder({
  frame,
  of,
  from,
  to,
  tone = "accent",
}: {
  frame: Frame;
  of: (x: number) => number;
  from: number;
  to: number;
  tone?: "accent" | "good" | "warn" | "ink-3";
}) {
  const steps = 40;
  const curve = Array.from({ length: steps + 1 }, (_, step): Point => {
    const x = from + ((to - from) * step) / steps;
    return [x, of(x)];
  });
  return (
    <Area points={[[from, 0] as const, ...curve, [to, 0] as const].map((point) => place(frame, point))} tone={tone} />
  );
}

/** Heights in centimetres, as in the concept's example. */
const HEIGHTS = { mean: 170, deviation: 6 };
const BELL: Frame = { x: 16, y: 14, width: 268, height: 96, xRange: [150, 190], yRange: [0, 0.072] };
const bell = (x: number) => normalDensity(x, HEIGHTS.mean, HEIGHTS.deviation);
const [ONE, TWO] = [percent(gaussianWithin(1)), percent(gaussianWithin(2))];
const at = (deviations: number) => place(BELL, [HEIGHTS.mean + deviations * HEIGHTS.deviation, 0])[0];

const gaussian: FigureSpec = {
  name: "gaussian-distribution",
  height: 176,
  caption: {
    zh: "离均值一个标准差以内约占三分之二，两个以内约占 95%",
    en: "About two thirds lie within one standard deviation, about 95% within two",
  },
  alt: {
    zh: `均值 170、标准差 6 的钟形曲线：164 到 176 之间占 ${ONE}，158 到 182 之间占 ${TWO}。`,
    en: `A bell curve of mean 170 and standard deviation 6: ${ONE} lie between 164 and 176, ${TWO} between 158 and 182.`,
  },
  draw: (say) => (
    <>
      <AreaUnder frame={BELL} of={bell} from={158} to={182} tone="ink-3" />
      <AreaUnder frame={BELL} of={bell} from={164} to={176} />
      <Curve frame={BELL} of={bell} />
      <Line from={[BELL.x, 110]} to={[BELL.x + BELL.width, 110]} />
      {[158, 164, 170, 176, 182].map((value) => (
        <g key={value}>
          <Line from={place(BELL, [value, 0])} to={[place(BELL, [value, 0])[0], 114]} />
          <Label at={[place(BELL, [value, 0])[0], 123]} size={12} tone="ink-2">
            {value}
          </Label>
        </g>
      ))}
      <Label at={[at(0), 84]} strong>
        {ONE}
      </Label>
      <Bracket from={at(-2)} to={at(2)} y={134} label={`${TWO}${say("，μ ± 2σ", ", μ ± 2σ")}`} />
      <Label at={[294, 28]} anchor="end" tone="ink-2">
        {say("μ = 170，σ = 6", "μ = 170, σ = 6")}
      </Label>
    </>
  ),
};

/** Accuracies of five runs with different seeds, in percent. */
const RUNS = [80, 82, 84, 86, 88];
const RUN_MEAN = meanOf(RUNS);
const RUN_DEVIATION = standardDeviationOf(RUNS);
const RUN_LINE: Frame = { x: 24, y: 24, width: 252, height: 80, xRange: [79, 89], yRange: [0, 1] };
const runX = (value: number) => place(RUN_LINE, [value, 0])[0];

const standardDeviation: FigureSpec = {
  name: "standard-deviation",
  height: 166,
  caption: {
    zh: "各点离均值多远？平方、平均、再开方，就是阴影的半宽",
    en: "Distances squared, averaged, rooted: half the width of the band",
  },
  alt: {
    zh: `五次训练的准确率 80、82、84、86、88 排在一条线上，均值 84；离均值 −4、−2、0、2、4，标准差 ${RUN_DEVIATION.toFixed(2)}。`,
    en: `Five accuracies, 80, 82, 84, 86 and 88, on a line with their mean, 84; they are −4, −2, 0, 2 and 4 away from it, and the standard deviation is ${RUN_DEVIATION.toFixed(2)}.`,
  },
  draw: (say) => (
    <>
      <Box
        x={runX(RUN_MEAN - RUN_DEVIATION)}
        y={24}
        width={runX(RUN_MEAN + RUN_DEVIATION) - runX(RUN_MEAN - RUN_DEVIATION)}
        height={92}
        tone="accent"
        thick={0.75}
        dashed
        radius={0}
      />
      <Line from={[runX(RUN_MEAN), 24]} to={[runX(RUN_MEAN), 116]} tone="ink" />
      <Line from={[14, 116]} to={[286, 116]} />
      {RUNS.map((value, index) => {
        const y = 38 + index * 16;
        const distance = value - RUN_MEAN;
        return (
          <g key={value}>
            {distance === 0 ? null : (
              <Arrow from={[runX(RUN_MEAN), y]} to={[runX(value) - Math.sign(distance) * 6, y]} tone="ink-2" />
            )}
            <Dot at={[runX(value), y]} radius={5} />
            <Label at={[runX(value) + (distance < 0 ? -6 : 8), y]} anchor={distance < 0 ? "end" : "start"} size={12}>
              {fixed(distance, 0)}
            </Label>
            <Label at={[runX(value), 129]} size={12} tone="ink-2">
              {value}
            </Label>
          </g>
        );
      })}
      <Label at={[runX(RUN_MEAN), 12]} size={12}>
        {say("均值 84", "mean 84")}
      </Label>
      <Label at={[150, 152]} strong>
        {`σ = √(40 ${say("÷", "/")} 5) ≈ ${RUN_DEVIATION.toFixed(2)}`}
      </Label>
    </>
  ),
};

const likelihoodOf = (theta: number) => theta ** 2 * (1 - theta);
const LIKELIHOOD: Frame = { x: 44, y: 24, width: 236, height: 104, xRange: [0, 1], yRange: [0, 0.16] };

const likelihood: FigureSpec = {
  name: "likelihood",
  height: 166,
  caption: {
    zh: "数据固定，θ 变：哪个 θ 让“正正反”最可能？",
    en: "The data stay: which θ makes heads, heads, tails most probable?",
  },
  alt: {
    zh: `抛出正、正、反之后，似然 L(θ) = θ²(1 − θ) 随 θ 变化的曲线：θ = 0.5 处为 ${likelihoodOf(0.5)}，最高点在 θ = 2/3，为 ${likelihoodOf(2 / 3).toFixed(3)}。`,
    en: `After heads, heads, tails, the likelihood L(θ) = θ²(1 − θ) against θ: ${likelihoodOf(0.5)} at θ = 0.5 and at most ${likelihoodOf(2 / 3).toFixed(3)}, at θ = 2/3.`,
  },
  draw: () => (
    <>
      <Axes
        frame={LIKELIHOOD}
        xTicks={[{ at: 0 }, { at: 0.5 }, { at: 2 / 3, label: "2/3" }, { at: 1 }]}
        yTicks={[{ at: 0 }, { at: 0.1 }]}
        xName="θ"
        yName="L(θ) = θ²(1 − θ)"
      />
      <Curve frame={LIKELIHOOD} of={likelihoodOf} />
      {[0.5, 2 / 3].map((theta) => (
        <g key={theta}>
          <Line from={place(LIKELIHOOD, [theta, 0])} to={place(LIKELIHOOD, [theta, likelihoodOf(theta)])} dashed />
          <Dot at={place(LIKELIHOOD, [theta, likelihoodOf(theta)])} open={theta === 0.5} />
        </g>
      ))}
      <Label at={[148, 42]} anchor="end">
        {likelihoodOf(0.5)}
      </Label>
      <Label at={[214, 24]} anchor="start" strong>
        {likelihoodOf(2 / 3).toFixed(3)}
      </Label>
    </>
  ),
};

const POSTERIOR: Frame = { x: 34, y: 24, width: 246, height: 104, xRange: [0, 1], yRange: [0, 3.2] };
const posteriorOf = (theta: number) => betaDensity(theta, 8, 4);

const posterior: FigureSpec = {
  name: "prior-posterior",
  height: 166,
  caption: {
    zh: "7 正 3 反，把虚线（先验）变成了实线（后验）",
    en: "7 heads and 3 tails turn the dashed line into the curve",
  },
  alt: {
    zh: "先验分布是高为 1 的水平虚线；抛 10 次得 7 次正面之后，后验分布是 Beta(8, 4) 的钟形实线，均值 8 ÷ 12 ≈ 0.67。",
    en: "The prior is a dashed level line of height 1; after 7 heads in 10 tosses the posterior is the humped curve of Beta(8, 4), with mean 8 / 12 ≈ 0.67.",
  },
  draw: (say) => (
    <>
      <Axes frame={POSTERIOR} xTicks={[{ at: 0 }, { at: 0.5 }, { at: 1 }]} xName="θ" yTicks={[{ at: 1 }, { at: 3 }]} />
      <AreaUnder frame={POSTERIOR} of={posteriorOf} from={0} to={1} />
      <Curve frame={POSTERIOR} of={() => 1} tone="ink-2" dashed />
      <Curve frame={POSTERIOR} of={posteriorOf} />
      <Line from={place(POSTERIOR, [8 / 12, 0])} to={place(POSTERIOR, [8 / 12, posteriorOf(8 / 12)])} tone="ink" />
      <Label at={[place(POSTERIOR, [8 / 12, 0])[0], 141]} size={12}>
        {(8 / 12).toFixed(2)}
      </Label>
      <Label at={[72, 82]} tone="ink-2">
        {say("先验", "prior")}
      </Label>
      <Label at={[158, 36]} anchor="end" tone="accent" strong>
        {say("后验", "posterior")}
      </Label>
    </>
  ),
};

const TOSSES = 10;
const COIN = fairCoin(TOSSES);
/** At least as far from five heads as nine is. */
const isExtreme = (heads: number) => Math.abs(heads - TOSSES / 2) >= 4;
const P_VALUE = sumOf(COIN.filter((_, heads) => isExtreme(heads)));
const COIN_PLOT: Frame = { x: 16, y: 24, width: 268, height: 98, xRange: [-0.5, 10.5], yRange: [0, 0.25] };

const pValue: FigureSpec = {
  name: "p-value",
  height: 158,
  caption: {
    zh: "硬币公平时，至少这么极端的结果（两头）共占多少",
    en: "If the coin is fair: how probable are results at least so extreme?",
  },
  alt: {
    zh: `公平硬币抛 10 次，正面次数 0 到 10 的概率柱状图，中间高两头低。0、1、9、10 四根标出，合计 ${P_VALUE.toFixed(3)}，即 p 值。`,
    en: `Bars of the probability of 0 to 10 heads in ten tosses of a fair coin, high in the middle. Those of 0, 1, 9 and 10 are marked; together they are ${P_VALUE.toFixed(3)}, the p-value.`,
  },
  draw: (say) => (
    <>
      {COIN.map((probability, heads) => {
        const [x, y] = place(COIN_PLOT, [heads, probability]);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its number of heads
          <g key={heads}>
            <Box
              x={x - 9}
              y={y}
              width={18}
              height={122 - y}
              tone={isExtreme(heads) ? "accent" : "ink-3"}
              radius={0}
              thick={isExtreme(heads) ? 2 : 1}
            />
            <Label at={[x, 134]} size={12} strong={isExtreme(heads)} tone={isExtreme(heads) ? "accent" : "ink-2"}>
              {heads}
            </Label>
          </g>
        );
      })}
      <Label at={[150, 150]} size={12} tone="ink-2">
        {say("10 次中正面的次数", "heads in 10 tosses")}
      </Label>
      <Label at={[256, 52]} tone="accent" strong>
        {say("实际：9 次", "seen: 9")}
      </Label>
      <Arrow from={[256, 64]} to={[place(COIN_PLOT, [9, 0])[0], 112]} tone="accent" />
      <Label at={[52, 52]} strong>
        {`p ≈ ${P_VALUE.toFixed(3)}`}
      </Label>
    </>
  ),
};

export const distributionFigures: readonly FigureSpec[] = [gaussian, standardDeviation, likelihood, posterior, pValue];
