import type { FigureSpec, Say } from "../figure";
import { fixed } from "../kit/numbers";
import { type Frame, LyingBar, place } from "../kit/plot";
import { Box, Dot, Label, Line } from "../kit/shapes";
import { type Counts, countAt, definedPrecisionOf, f1Of, precisionOf, recallOf, TWENTY_SAMPLES } from "./counts";

export const THRESHOLD_HEIGHT = 178;
export const FIRST_THRESHOLD = 0.5;

const ROWS = { top: 22, positive: 38, negative: 62, axis: 78 };
const SCORES: Frame = { x: 74, y: ROWS.top, width: 214, height: ROWS.axis - ROWS.top, xRange: [0, 1], yRange: [0, 1] };

/** The samples on the line of scores, the threshold among them, and what follows from where it stands. */
export function ThresholdDrawing({ threshold, say }: { threshold: number; say: Say }) {
  return (
    <>
      <ScoreLine threshold={threshold} say={say} />
      <CountTable counts={countAt(TWENTY_SAMPLES, threshold)} />
      <MetricBars counts={countAt(TWENTY_SAMPLES, threshold)} say={say} />
    </>
  );
}

function ScoreLine({ threshold, say }: { threshold: number; say: Say }) {
  const [x] = place(SCORES, [threshold, 0]);
  const end = SCORES.x + SCORES.width + 6;
  return (
    <>
      <rect x={x} y={ROWS.top} width={Math.max(0, end - x)} height={SCORES.height} className="fill-accent-soft" />
      <Line from={[SCORES.x - 6, ROWS.axis]} to={[end, ROWS.axis]} />
      {[0, 1].map((score) => (
        <Label key={score} at={[place(SCORES, [score, 0])[0], ROWS.axis + 11]} size={12} tone="ink-2">
          {score}
        </Label>
      ))}
      <Label at={[SCORES.x + SCORES.width / 2, ROWS.axis + 11]} size={12} tone="ink-2">
        {say("得分", "score")}
      </Label>
      <Label at={[63, ROWS.positive]} anchor="end">
        {say("正类", "positive")}
      </Label>
      <Label at={[63, ROWS.negative]} anchor="end">
        {say("负类", "negative")}
      </Label>
      {TWENTY_SAMPLES.map(({ score, positive }) => (
        <Dot
          key={score}
          at={[place(SCORES, [score, 0])[0], positive ? ROWS.positive : ROWS.negative]}
          radius={4.5}
          tone={positive ? "accent" : "ink-2"}
          open={!positive}
        />
      ))}
      <Line from={[x, ROWS.top - 3]} to={[x, ROWS.axis + 3]} tone="ink" thick={2} />
      <Label at={[Math.min(Math.max(x, 60), 248), 9]} size={12} strong>
        {say("阈值 ", "threshold ") + threshold.toFixed(2)}
      </Label>
    </>
  );
}

function CountTable({ counts }: { counts: Counts }) {
  const cells = [
    [`TP ${counts.tp}`, `FN ${counts.fn}`],
    [`FP ${counts.fp}`, `TN ${counts.tn}`],
  ];
  return cells.map((row, r) =>
    row.map((text, c) => (
      <Box
        key={text.slice(0, 2)}
        x={6 + c * 54}
        y={108 + r * 33}
        width={50}
        height={29}
        tone={r === c ? "good" : "warn"}
        dashed={r !== c}
        thick={1.25}
        label={text}
      />
    )),
  );
}

function MetricBars({ counts, say }: { counts: Counts; say: Say }) {
  const metrics = [
    { name: say("精确率", "precision"), value: definedPrecisionOf(counts) },
    { name: say("召回率", "recall"), value: recallOf(counts) },
    { name: "F1", value: f1Of(counts) },
  ];
  return metrics.map(({ name, value }, index) => {
    const y = 116 + index * 23;
    return (
      <g key={name}>
        <Label at={[183, y]} anchor="end">
          {name}
        </Label>
        <LyingBar x={190} y={y} width={70} share={value ?? 0} tone={name === "F1" ? "ink-2" : "accent"} />
        <Label at={[296, y]} anchor="end">
          {value === null ? "–" : fixed(value, 2)}
        </Label>
      </g>
    );
  });
}

const FIRST = countAt(TWENTY_SAMPLES, FIRST_THRESHOLD);
const [FIRST_PRECISION, FIRST_RECALL] = [precisionOf(FIRST).toFixed(2), recallOf(FIRST).toFixed(2)];

export const threshold: FigureSpec = {
  name: "threshold",
  height: THRESHOLD_HEIGHT,
  caption: {
    zh: "阈值右边的都判为正类：往左移，召回率只升不降",
    en: "Right of the line is called positive: moving it left can only raise recall",
  },
  alt: {
    zh: `八个正类样本与十二个负类样本按得分排在一条线上，阈值在 ${FIRST_THRESHOLD.toFixed(2)}：TP ${FIRST.tp}、FP ${FIRST.fp}、FN ${FIRST.fn}、TN ${FIRST.tn}，精确率 ${FIRST_PRECISION}，召回率 ${FIRST_RECALL}，F1 为 ${f1Of(FIRST).toFixed(2)}。`,
    en: `Eight positive and twelve negative samples along a line of scores, with the threshold at ${FIRST_THRESHOLD.toFixed(2)}: TP ${FIRST.tp}, FP ${FIRST.fp}, FN ${FIRST.fn}, TN ${FIRST.tn}, precision ${FIRST_PRECISION}, recall ${FIRST_RECALL}, F1 ${f1Of(FIRST).toFixed(2)}.`,
  },
  draw: (say) => <ThresholdDrawing threshold={FIRST_THRESHOLD} say={say} />,
  interactive: true,
};
