import type { FigureSpec, Say } from "../figure";
import { meanOf, standardDeviationOf } from "../kit/maths";
import { Box, Label } from "../kit/shapes";

/** What each of three models gives as the probability of heads. */
const OPINIONS = { agreeing: [0.5, 0.5, 0.5], differing: [0.2, 0.5, 0.8] };

/** The variance of the outcome, split into the mean of each model's own and that of their disagreement. */
export function splitVariance(probabilities: readonly number[]): {
  readonly aleatoric: number;
  readonly epistemic: number;
} {
  return {
    aleatoric: meanOf(probabilities.map((p) => p * (1 - p))),
    epistemic: standardDeviationOf(probabilities) ** 2,
  };
}

function Opinions({
  x,
  probabilities,
  title,
  say,
}: {
  x: number;
  probabilities: readonly number[];
  title: string;
  say: Say;
}) {
  const { aleatoric, epistemic } = splitVariance(probabilities);
  const width = 128;
  const noise = (width * aleatoric) / 0.25;
  return (
    <>
      <Label at={[x + width / 2, 12]} strong>
        {title}
      </Label>
      {probabilities.map((probability, index) => {
        const left = x + 12 + index * 38;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a model is its place
          <g key={index}>
            <Box x={left} y={24} width={28} height={58} tone="line" radius={2} thick={1} />
            <Box
              x={left}
              y={24 + 58 * (1 - probability)}
              width={28}
              height={58 * probability}
              tone="ink-3"
              radius={2}
            />
            <Label at={[left + 14, 92]} size={12}>
              {probability}
            </Label>
          </g>
        );
      })}
      <Box x={x} y={104} width={noise} height={22} tone="ink-3" radius={0} label={aleatoric.toFixed(2)} />
      {epistemic > 0 ? (
        <Box
          x={x + noise}
          y={104}
          width={width - noise}
          height={22}
          tone="accent"
          radius={0}
          label={epistemic.toFixed(2)}
        />
      ) : null}
      <Label at={[x + noise / 2, 136]} size={12} tone="ink-2">
        {say("偶然", "aleatoric")}
      </Label>
      {epistemic > 0 ? (
        <Label at={[x + width + 4, 152]} size={12} anchor="end" tone="accent">
          {say("认知", "epistemic")}
        </Label>
      ) : null}
    </>
  );
}

export const twoUncertainties: FigureSpec = {
  name: "two-uncertainties",
  height: 162,
  caption: {
    zh: "三个模型给的正面概率：分歧之外的疑问，才是硬币的",
    en: "Three models' probability of heads: how much doubt is the coin's?",
  },
  alt: {
    zh: "左：三个模型都说 0.5，方差 0.25 全是偶然不确定性。右：三个模型说 0.2、0.5、0.8，方差 0.25 分成偶然 0.19 与认知 0.06。",
    en: "Left: three models all say 0.5; the variance of 0.25 is all aleatoric. Right: they say 0.2, 0.5 and 0.8; the variance of 0.25 splits into 0.19 aleatoric and 0.06 epistemic.",
  },
  draw: (say) => (
    <>
      <Opinions x={10} probabilities={OPINIONS.agreeing} title={say("看法一致", "they agree")} say={say} />
      <Opinions x={160} probabilities={OPINIONS.differing} title={say("看法不一", "they differ")} say={say} />
    </>
  ),
};
