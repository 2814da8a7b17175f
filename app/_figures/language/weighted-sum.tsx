import type { FigureSpec } from "../figure";
import { Box, Label, Line } from "../kit/shapes";
import { footOf, Tokens } from "../kit/token-row";
import { weightedMean } from "./attention";

const VALUES = [10, 20, 30];
const WEIGHTS = [0.7, 0.2, 0.1];
const [OUTPUT = 0] = weightedMean(
  WEIGHTS,
  VALUES.map((value) => [value]),
);
const PARTS = VALUES.map((value, index) => Math.round(value * (WEIGHTS[index] ?? 0)));
const ROW = { x: 28, y: 26, width: 68, height: 30, gap: 20 };
/** Where the weights stand: beside their lines. */
const WEIGHT_PLACES = [
  { x: 84, anchor: "end" },
  { x: 158, anchor: "start" },
  { x: 216, anchor: "start" },
] as const;

export const weightedSum: FigureSpec = {
  name: "weighted-sum",
  height: 164,
  caption: { zh: "线越粗，权重越大，输出就越像那个输入", en: "The thicker the line, the larger the weight" },
  alt: {
    zh: `三个输入的值 10、20、30 各乘权重 0.7、0.2、0.1，相加得到输出 ${OUTPUT}，最接近权重最大的 10。`,
    en: `Three inputs with the values 10, 20 and 30 are multiplied by the weights 0.7, 0.2 and 0.1 and added; the output is ${OUTPUT}, nearest to the 10 that weighs most.`,
  },
  draw: (say) => (
    <>
      <Label at={[150, 11]} size={12} tone="ink-2">
        {say("值", "values")}
      </Label>
      {WEIGHTS.map((weight, index) => (
        <Line key={weight} from={footOf(ROW, index)} to={[130 + 20 * index, 124]} tone="accent" thick={weight * 14} />
      ))}
      <Tokens row={ROW} texts={VALUES.map(String)} />
      {WEIGHT_PLACES.map(({ x, anchor }, index) => (
        <Label key={x} at={[x, 90]} anchor={anchor}>
          × {WEIGHTS[index]}
        </Label>
      ))}
      <Box x={92} y={124} width={116} height={34} tone="accent" label={`${PARTS.join(" + ")} = ${OUTPUT}`} />
      <Label at={[216, 141]} anchor="start" size={12} tone="ink-2">
        {say("输出", "output")}
      </Label>
    </>
  ),
};
