import type { FigureSpec } from "../figure";
import { Axes, type Frame, place } from "../kit/plot";
import { Box, Label, Line } from "../kit/shapes";
import { type ConfidenceBin, calibrationErrorOf } from "./statistics";

/** The bins of the example of expected calibration error. */
export const BINS: readonly ConfidenceBin[] = [
  { count: 40, confidence: 0.6, accuracy: 0.65 },
  { count: 60, confidence: 0.9, accuracy: 0.8 },
];
const RELIABILITY: Frame = { x: 38, y: 24, width: 128, height: 120, xRange: [0, 1], yRange: [0, 1] };
const ECE = calibrationErrorOf(BINS).toFixed(2);

export const reliability: FigureSpec = {
  name: "reliability-diagram",
  height: 182,
  caption: {
    zh: "柱顶该到虚线；差距按样本数加权平均，就是 ECE",
    en: "Columns should reach the dashed line; the mean gap is the ECE",
  },
  alt: {
    zh: `横轴置信度，纵轴准确率，虚线为两者相等。置信度 0.6 的 40 个预测准确率 0.65，高出 0.05；0.9 的 60 个准确率 0.8，低了 0.10。ECE = 0.4 × 0.05 + 0.6 × 0.10 = ${ECE}。`,
    en: `Accuracy against confidence, with a dashed line where they agree. The 40 predictions of confidence 0.6 have accuracy 0.65, 0.05 too high; the 60 of 0.9 have 0.8, 0.10 too low. ECE = 0.4 × 0.05 + 0.6 × 0.10 = ${ECE}.`,
  },
  draw: (say) => (
    <>
      {BINS.map(({ confidence, accuracy }) => {
        const [x, y] = place(RELIABILITY, [confidence, accuracy]);
        const ideal = place(RELIABILITY, [confidence, confidence])[1];
        return (
          <g key={confidence}>
            <Box x={x - 14} y={y} width={28} height={144 - y} radius={0} />
            <Box x={x - 14} y={Math.min(y, ideal)} width={28} height={Math.abs(y - ideal)} tone="accent" radius={0} />
          </g>
        );
      })}
      <Axes
        frame={RELIABILITY}
        xTicks={[{ at: 0 }, { at: 0.6 }, { at: 0.9 }]}
        yTicks={[{ at: 0 }, { at: 0.5 }, { at: 1 }]}
        xName={say("置信度", "confidence")}
        yName={say("准确率", "accuracy")}
      />
      <Line from={place(RELIABILITY, [0, 0])} to={place(RELIABILITY, [1, 1])} dashed tone="ink" />
      {BINS.map(({ count, confidence, accuracy }, index) => (
        <g key={count}>
          <Label at={[180, 42 + index * 44]} anchor="start" tone="ink-2">
            {`${count}${say(" 个：", ": ")}${confidence} → ${accuracy}`}
          </Label>
          <Label at={[180, 60 + index * 44]} anchor="start" tone="accent" strong>
            {say("差 ", "gap ") + Math.abs(confidence - accuracy).toFixed(2)}
          </Label>
        </g>
      ))}
      <Label at={[180, 136]} anchor="start" size={15} strong>
        {`ECE = ${ECE}`}
      </Label>
    </>
  ),
};
