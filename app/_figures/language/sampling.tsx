import type { FigureSpec, Say } from "../figure";
import { softmaxOf } from "../kit/maths";
import { Bars, type Frame, place } from "../kit/plot";
import { Box, Label, Line } from "../kit/shapes";
import { candidatesOf, LOGITS, PROBABILITIES, type SamplingSettings } from "./next-token";

export const SAMPLING_HEIGHT = 178;
export const FIRST_SETTINGS: SamplingSettings = { temperature: 1, k: PROBABILITIES.length, p: 0.85 };

/** What may come after "the weather today is". */
export const NEXT_WORDS = { zh: ["好", "热", "冷", "糟", "怪"], en: ["nice", "hot", "cold", "bad", "odd"] };

const FRAME: Frame = { x: 6, y: 26, width: 288, height: 108, xRange: [0, 5], yRange: [0, 1] };
const SLOT = FRAME.width / LOGITS.length;

/** The probabilities before the cut (dashed) and what is left of them, renormalized (filled). */
export function SamplingDrawing({ settings, say }: { settings: SamplingSettings; say: Say }) {
  const bottom = FRAME.y + FRAME.height;
  return (
    <>
      {candidatesOf(LOGITS, settings).map(({ probability, kept }, index) => {
        const middle = FRAME.x + SLOT * (index + 0.5);
        const [, before] = place(FRAME, [0, probability]);
        const [, after] = place(FRAME, [0, kept]);
        const word = say(NEXT_WORDS.zh[index] ?? "", NEXT_WORDS.en[index] ?? "");
        return (
          <g key={word}>
            {kept > 0 ? (
              <Box x={middle - 17} y={after} width={34} height={bottom - after} tone="accent" radius={2} />
            ) : null}
            <Box
              x={middle - 17}
              y={before}
              width={34}
              height={bottom - before}
              tone="ink-2"
              fill="none"
              dashed
              radius={2}
            />
            <Label at={[middle, Math.min(before, after) - 10]} size={12} tone={kept > 0 ? "ink" : "ink-2"}>
              {kept > 0 ? kept.toFixed(2) : "×"}
            </Label>
            <Label at={[middle, bottom + 14]} tone={kept > 0 ? "ink" : "ink-2"}>
              {word}
            </Label>
          </g>
        );
      })}
      <Line from={[FRAME.x, bottom]} to={[FRAME.x + FRAME.width, bottom]} />
      <Label at={[150, 168]} size={12} tone="ink-2">
        {say("虚线：截断之前", "dashed: before the cut")}
      </Label>
    </>
  );
}

const KEPT = candidatesOf(LOGITS, FIRST_SETTINGS).filter(({ kept }) => kept > 0);

export const sampling: FigureSpec = {
  name: "sampling",
  height: SAMPLING_HEIGHT,
  caption: {
    zh: "p = 0.85 的核采样：留下三个词，概率重新归一化",
    en: "Nucleus sampling with p = 0.85: three words stay, renormalized",
  },
  liveCaption: {
    zh: "温度把分布变尖或变平，k 与 p 截去尾部；留下的词重新归一化",
    en: "Temperature sharpens or flattens, k and p cut off the tail; the words that stay are renormalized",
  },
  alt: {
    zh: `“今天天气很”之后五个词的概率是 ${PROBABILITIES.join("、")}（虚线框）。阈值 0.85 留下前 ${KEPT.length} 个，归一化为 ${KEPT.map(({ kept }) => kept.toFixed(2)).join("、")}（实框），其余两个不再可能。`,
    en: `Five words after "the weather today is" have the probabilities ${PROBABILITIES.join(", ")} (dashed). A threshold of 0.85 keeps the first ${KEPT.length}, renormalized to ${KEPT.map(({ kept }) => kept.toFixed(2)).join(", ")} (filled); the other two are out.`,
  },
  draw: (say) => <SamplingDrawing settings={FIRST_SETTINGS} say={say} />,
  interactive: true,
};

const TEMPERATURES = [0.5, 1, 2];
const TWO_LOGITS = [2, 1];
const FIRST_OF = TEMPERATURES.map((t) => (softmaxOf(TWO_LOGITS, t)[0] ?? 0).toFixed(3));

export const temperature: FigureSpec = {
  name: "temperature",
  height: 150,
  caption: {
    zh: "温度越低分布越尖，越高越平",
    en: "A low temperature sharpens the distribution, a high one flattens it",
  },
  alt: {
    zh: `两个词元 A、B 的得分是 2 和 1。温度为 0.5、1、2 时，A 的概率依次为 ${FIRST_OF.join("、")}，其余归 B。`,
    en: `Two tokens, A and B, have the logits 2 and 1. At temperatures 0.5, 1 and 2 A has the probability ${FIRST_OF.join(", ")}; B has the rest.`,
  },
  draw: () => (
    <>
      {TEMPERATURES.map((t, index) => (
        <g key={t}>
          <Label at={[50 + index * 100, 11]} size={12} tone="ink-2">{`T = ${t}`}</Label>
          <Bars
            frame={{ x: 6 + index * 100, y: 38, width: 88, height: 86, xRange: [0, 2], yRange: [0, 1] }}
            bars={softmaxOf(TWO_LOGITS, t).map((value, token) => ({
              value,
              label: token === 0 ? "A" : "B",
              shown: value.toFixed(3),
              tone: token === 0 ? "accent" : "ink-3",
            }))}
          />
        </g>
      ))}
    </>
  ),
};
