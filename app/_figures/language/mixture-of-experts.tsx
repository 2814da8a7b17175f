import type { FigureSpec } from "../figure";
import { Block } from "../kit/blocks";
import { sumOf } from "../kit/maths";
import { Arrow, Box, Label, Line } from "../kit/shapes";
import { centeredRow, footOf, leftOf, topOf } from "../kit/token-row";

/** What the gate's softmax gives to the experts in the example. */
const GATE = [0.5, 0.3, 0.15, 0.05];
const CHOSEN = 2;
const KEPT = sumOf(GATE.slice(0, CHOSEN));
const weightOf = (index: number) => ((GATE[index] ?? 0) / KEPT).toFixed(3);
const NAMES = ["E₁", "E₂", "E₃", "E₄"];
const ROW = centeredRow(GATE.length, { y: 98, width: 58, height: 32, gap: 12 });

export const mixtureOfExperts: FigureSpec = {
  name: "mixture-of-experts",
  height: 212,
  caption: {
    zh: "只有得分最高的两个专家（实线）参与计算",
    en: "Only the two experts with the highest scores (solid) are computed",
  },
  alt: {
    zh: `门控给 4 个专家的概率是 ${GATE.join("、")}；取前两名，归一化为 ${GATE.slice(0, 2)
      .map((_, i) => weightOf(i))
      .join(" 和 ")}，输出是这两个专家的加权和，另外两个专家不运行。`,
    en: `The gate gives 4 experts ${GATE.join(", ")}; the top two are kept and rescaled to ${GATE.slice(0, 2)
      .map((_, i) => weightOf(i))
      .join(" and ")}. The output is the weighted sum of these two; the other two do not run.`,
  },
  draw: (say) => (
    <>
      <Block x={90} y={4} width={120} height={28} lines={[say("词元 x → 门控", "token x → gate")]} tone="good" />
      {GATE.map((probability, index) => {
        const isChosen = index < CHOSEN;
        const [x, y] = topOf(ROW, index);
        return (
          <g key={probability}>
            <Arrow
              from={[120 + 20 * index, 32]}
              to={[x, y - 20]}
              tone={isChosen ? "accent" : "ink-3"}
              dashed={!isChosen}
            />
            <Label at={[x, y - 10]} size={12} strong={isChosen} tone={isChosen ? "ink" : "ink-2"}>
              {probability}
            </Label>
            <Box
              x={leftOf(ROW, index)}
              y={ROW.y}
              width={ROW.width}
              height={ROW.height}
              tone={isChosen ? "accent" : "ink-3"}
              dashed={!isChosen}
              label={NAMES[index]}
            />
          </g>
        );
      })}
      {GATE.slice(0, CHOSEN).map((probability, index) => (
        <g key={probability}>
          <Line from={footOf(ROW, index)} to={[110 + 30 * index, 178]} tone="accent" />
          <Label at={[index === 0 ? 66 : 140, 156]} anchor={index === 0 ? "end" : "start"} size={12}>
            × {weightOf(index)}
          </Label>
        </g>
      ))}
      <Box x={70} y={178} width={110} height={28} tone="good" label={say("相加得输出 y", "sum: output y")} />
    </>
  ),
};
