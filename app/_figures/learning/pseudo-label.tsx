import type { FigureSpec } from "../figure";
import { Arrow, Box, Label, Line } from "../kit/shapes";

const THRESHOLD = 0.95;
const UNLABELED = [
  { zh: "甲图", en: "A", confidence: 0.97 },
  { zh: "乙图", en: "B", confidence: 0.6 },
];
const alongConfidence = (confidence: number) => 54 + confidence * 150;

export const pseudoLabel: FigureSpec = {
  name: "pseudo-label",
  height: 140,
  caption: {
    zh: "把握过了门槛，预测才当作标签",
    en: "A prediction becomes a label only if it is sure enough",
  },
  alt: {
    zh: `门槛 ${THRESHOLD}：模型对甲图给“猫” 0.97，过了门槛，标为“猫”；对乙图最高只有 0.60，没过，先不用。`,
    en: `Threshold ${THRESHOLD}: for image A the model gives "cat" 0.97, above it, so A is labeled a cat; for B its best is 0.60, below it, so B is left out for now.`,
  },
  draw: (say) => (
    <>
      {UNLABELED.map(({ zh, en, confidence }, index) => {
        const y = 48 + index * 46;
        const passes = confidence >= THRESHOLD;
        return (
          <g key={en}>
            <Label at={[8, y]} anchor="start">
              {say(zh, en)}
            </Label>
            <Box
              x={alongConfidence(0)}
              y={y - 12}
              width={confidence * 150}
              height={24}
              tone={passes ? "accent" : "ink-3"}
              radius={1}
            />
            <Label at={[alongConfidence(0) + 22, y]}>{confidence.toFixed(2)}</Label>
            <Arrow from={[212, y]} to={[230, y]} dashed={!passes} />
            <Label at={[236, y]} anchor="start" strong={passes} tone={passes ? "ink" : "ink-2"}>
              {passes ? say("标为“猫”", '"cat"') : say("先不用", "left out")}
            </Label>
          </g>
        );
      })}
      <Line from={[alongConfidence(THRESHOLD), 26]} to={[alongConfidence(THRESHOLD), 112]} tone="ink" dashed />
      <Label at={[alongConfidence(THRESHOLD), 14]} size={12}>
        {say(`门槛 ${THRESHOLD}`, `threshold ${THRESHOLD}`)}
      </Label>
      <Line from={[alongConfidence(0), 118]} to={[alongConfidence(1), 118]} />
      {[0, 1].map((value) => (
        <Label key={value} at={[alongConfidence(value), 130]} size={12} tone="ink-2">
          {value}
        </Label>
      ))}
    </>
  ),
};
