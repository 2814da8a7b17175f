import type { FigureSpec, Say } from "../figure";
import { Verdict } from "../kit/marks";
import { fixed } from "../kit/numbers";
import { Axes, type Frame, place } from "../kit/plot";
import { Area, Arrow, Box, Dot, Label, Line, type Point, Polyline } from "../kit/shapes";
import type { Scored } from "./counts";
import { aucOf, averagePrecisionOf, FOUR_RANKED, precisionRecallPoints, rocPoints } from "./ranking";

const UNIT: Pick<Frame, "xRange" | "yRange"> = { xRange: [0, 1], yRange: [0, 1] };
const HALVES = [{ at: 0 }, { at: 0.5 }, { at: 1 }];

/** Samples in the order of their scores, each marked as positive or not. */
function RankedList({ samples, y, step }: { samples: readonly Scored[]; y: number; step: number }) {
  return samples.map(({ score, positive }, index) => {
    const middle = y + index * step;
    return (
      <g key={score}>
        <Box
          x={22}
          y={middle - 12}
          width={70}
          height={24}
          tone={positive ? "accent" : "ink-3"}
          dashed={!positive}
          thick={1.25}
        />
        <Label at={[48, middle]}>{score}</Label>
        <Label at={[76, middle]} strong>
          {positive ? "+" : "−"}
        </Label>
      </g>
    );
  });
}

function ListWithArrow({ samples, say }: { samples: readonly Scored[]; say: Say }) {
  return (
    <>
      <Label at={[57, 14]} size={12} tone="ink-2">
        {say("得分", "scores")}
      </Label>
      <RankedList samples={samples} y={40} step={31} />
      <Arrow from={[12, 30]} to={[12, 144]} tone="ink-3" />
    </>
  );
}

/** Points of a curve with the thresholds they belong to. */
function ThresholdDots({
  frame,
  points,
  samples,
  offsets,
}: {
  frame: Frame;
  points: readonly Point[];
  samples: readonly Scored[];
  /** Where the threshold is written, seen from the point. */
  offsets: readonly Point[];
}) {
  return samples.map(({ score }, index) => {
    const [x, y] = place(frame, points[index] ?? [0, 0]);
    const [dx, dy] = offsets[index] ?? [14, 0];
    return (
      <g key={score}>
        <Dot at={[x, y]} />
        <Label at={[x + dx, y + dy]} size={12}>
          {score}
        </Label>
      </g>
    );
  });
}

const ROC: Frame = { x: 142, y: 26, width: 124, height: 112, ...UNIT };
const ROC_POINTS = rocPoints(FOUR_RANKED);

const roc: FigureSpec = {
  name: "roc-curve",
  height: 176,
  caption: {
    zh: "阈值每降一格：遇到正样本往上走，遇到负样本往右走",
    en: "Each step down the list: up for a positive, right for a negative",
  },
  alt: {
    zh: "左边是按得分排好的四个样本：0.9 正、0.7 负、0.6 正、0.2 负。右边的阶梯曲线以假阳性率为横轴、真阳性率为纵轴，阈值依次降低，经过（0, 0.5）、（0.5, 0.5）、（0.5, 1）、（1, 1）；虚线对角线相当于瞎猜。",
    en: "Left, four samples by score: 0.9 positive, 0.7 negative, 0.6 positive, 0.2 negative. Right, a staircase of true positive rate against false positive rate: as the threshold falls it passes (0, 0.5), (0.5, 0.5), (0.5, 1) and (1, 1); a dashed diagonal marks guessing.",
  },
  draw: (say) => (
    <>
      <ListWithArrow samples={FOUR_RANKED} say={say} />
      <Axes
        frame={ROC}
        xTicks={HALVES}
        yTicks={HALVES}
        xName={say("假阳性率", "false positive rate")}
        yName={say("真阳性率", "true positive rate")}
      />
      <Line from={place(ROC, [0, 0])} to={place(ROC, [1, 1])} dashed />
      <Polyline points={[[0, 0] as const, ...ROC_POINTS].map((point) => place(ROC, point))} />
      <ThresholdDots
        frame={ROC}
        points={ROC_POINTS}
        samples={FOUR_RANKED}
        offsets={[
          [14, -9],
          [15, 6],
          [-14, 8],
          [6, 13],
        ]}
      />
    </>
  ),
};

const PR: Frame = { x: 142, y: 26, width: 124, height: 112, ...UNIT };
const PR_POINTS = precisionRecallPoints(FOUR_RANKED);

const precisionRecall: FigureSpec = {
  name: "precision-recall-curve",
  height: 176,
  caption: {
    zh: "阈值每降一格，找到的只增不减，精确率却可升可降",
    en: "Each step down can only add to recall; precision goes up or down",
  },
  alt: {
    zh: `四个样本按得分排列：0.9 正、0.7 负、0.6 正、0.2 负。阈值依次降低，召回率为 0.5、0.5、1、1，精确率为 ${PR_POINTS.map(([, precision]) => Number(precision.toFixed(2))).join("、")}，四点连成一条锯齿线。`,
    en: `Four samples by score: 0.9 positive, 0.7 negative, 0.6 positive, 0.2 negative. As the threshold falls, recall is 0.5, 0.5, 1, 1 and precision ${PR_POINTS.map(([, precision]) => Number(precision.toFixed(2))).join(", ")}; the four points make a saw-tooth line.`,
  },
  draw: (say) => (
    <>
      <ListWithArrow samples={FOUR_RANKED} say={say} />
      <Axes
        frame={PR}
        xTicks={HALVES}
        yTicks={HALVES}
        xName={say("召回率", "recall")}
        yName={say("精确率", "precision")}
      />
      <Polyline points={PR_POINTS.map((point) => place(PR, point))} />
      <ThresholdDots
        frame={PR}
        points={PR_POINTS}
        samples={FOUR_RANKED}
        offsets={[
          [0, -13],
          [-15, 2],
          [0, -13],
          [0, 13],
        ]}
      />
    </>
  ),
};

/** The decks' ranked predictions for two objects: right, wrong, right. */
const THREE_RANKED: readonly Scored[] = [
  { score: 3, positive: true },
  { score: 2, positive: false },
  { score: 1, positive: true },
];
const AP: Frame = { x: 142, y: 26, width: 130, height: 104, ...UNIT };
const AP_POINTS = precisionRecallPoints(THREE_RANKED);
const AP_VALUE = averagePrecisionOf(THREE_RANKED).toFixed(2);

function RightWrongList({ say }: { say: Say }) {
  const names = [say("第一名", "1st"), say("第二名", "2nd"), say("第三名", "3rd")];
  return (
    <>
      <Label at={[50, 14]} size={12} tone="ink-2">
        {say("预测", "predictions")}
      </Label>
      {THREE_RANKED.map(({ score, positive }, index) => (
        <g key={score}>
          <Box
            x={6}
            y={28 + index * 30}
            width={88}
            height={24}
            tone={positive ? "accent" : "ink-3"}
            dashed={!positive}
            thick={1.25}
          />
          <Label at={[40, 40 + index * 30]}>{names[index]}</Label>
          <Verdict at={[79, 40 + index * 30]} right={positive} />
        </g>
      ))}
      <Label at={[50, 136]} size={15} strong>
        {`AP ≈ ${AP_VALUE}`}
      </Label>
    </>
  );
}

/** A strip of the sum: from the recall before to the recall now, as high as the precision now. */
function Strip({ from, to, height, label }: { from: number; to: number; height: number; label: string }) {
  const corners: readonly Point[] = [
    [from, 0],
    [from, height],
    [to, height],
    [to, 0],
  ];
  return (
    <>
      <Area points={corners.map((corner) => place(AP, corner))} />
      <Polyline points={corners.map((corner) => place(AP, corner))} thick={1.25} />
      <Label at={place(AP, [(from + to) / 2, height / 2 - 0.06])} size={12}>
        {label}
      </Label>
    </>
  );
}

const averagePrecision: FigureSpec = {
  name: "average-precision",
  height: 168,
  caption: {
    zh: "召回率每走一步，就加上一条“步长 × 精确率”的面积",
    en: "Each step in recall adds a strip: step times precision",
  },
  alt: {
    zh: `共有两个物体，预测依次为对、错、对。精确率—召回率曲线下分两条：召回率 0 到 0.5 高 1，0.5 到 1 高 2/3；面积 0.5 × 1 + 0.5 × 2/3 ≈ ${AP_VALUE}。`,
    en: `Two objects; the ranked predictions are right, wrong, right. Below the precision–recall curve stand two strips: from recall 0 to 0.5 of height 1, from 0.5 to 1 of height 2/3. The area is 0.5 × 1 + 0.5 × 2/3 ≈ ${AP_VALUE}.`,
  },
  draw: (say) => (
    <>
      <RightWrongList say={say} />
      <Strip from={0} to={0.5} height={AP_POINTS[0]?.[1] ?? 0} label="0.5 × 1" />
      <Strip from={0.5} to={1} height={AP_POINTS[2]?.[1] ?? 0} label="0.5 × 2/3" />
      <Axes
        frame={AP}
        xTicks={HALVES}
        yTicks={HALVES}
        xName={say("召回率", "recall")}
        yName={say("精确率", "precision")}
      />
      {AP_POINTS.map((point, index) => (
        <Dot key={point.join()} at={place(AP, point)} open={!THREE_RANKED[index]?.positive} />
      ))}
    </>
  ),
};

const PAIRS: Frame = { x: 84, y: 26, width: 168, height: 100, ...UNIT };
const POSITIVES = FOUR_RANKED.filter(({ positive }) => positive);
const NEGATIVES = FOUR_RANKED.filter(({ positive }) => !positive);
const AUC_VALUE = aucOf(FOUR_RANKED);

/** One pair of a positive and a negative sample: a field below the curve if it is ranked rightly. */
function PairField({ row, column, one, other }: { row: number; column: number; one: number; other: number }) {
  const [width, height] = [PAIRS.width / NEGATIVES.length, PAIRS.height / POSITIVES.length];
  const [x, y] = [PAIRS.x + column * width, PAIRS.y + PAIRS.height - (row + 1) * height];
  const right = one > other;
  return (
    <>
      <Box {...{ x, y, width, height }} tone={right ? "accent" : "line"} thick={1} radius={0} />
      <Label at={[x + width / 2 - 9, y + height / 2]}>{`${one} ${right ? ">" : "<"} ${other}`}</Label>
      <Verdict at={[x + width - 11, y + height / 2]} right={right} size={4} />
    </>
  );
}

const auc: FigureSpec = {
  name: "auc",
  height: 172,
  caption: {
    zh: "每格是一对正负样本；曲线下的格子，正是排对了的对子",
    en: "Each field is a pair; those below the curve are the pairs ranked rightly",
  },
  alt: {
    zh: `ROC 曲线所在的方框分成四格，每格一对正负样本：0.9 > 0.7、0.9 > 0.2、0.6 > 0.2 排对，在曲线下方；0.6 < 0.7 排反，在曲线上方。面积为 3 ÷ 4 = ${AUC_VALUE}。`,
    en: `The square of the ROC curve is cut into four fields, each a pair of a positive and a negative sample: 0.9 > 0.7, 0.9 > 0.2 and 0.6 > 0.2 are right and lie below the curve; 0.6 < 0.7 is wrong and lies above. The area is 3 / 4 = ${AUC_VALUE}.`,
  },
  draw: (say) => (
    <>
      {POSITIVES.map((one, row) =>
        NEGATIVES.map((other, column) => (
          <PairField key={`${one.score}.${other.score}`} {...{ row, column, one: one.score, other: other.score }} />
        )),
      )}
      <Polyline points={[[0, 0] as const, ...ROC_POINTS].map((point) => place(PAIRS, point))} thick={2.5} tone="ink" />
      {POSITIVES.map(({ score }, row) => (
        <Label key={score} at={[PAIRS.x - 8, PAIRS.y + PAIRS.height - (row + 0.5) * 50]} anchor="end" tone="ink-2">
          {`+ ${score}`}
        </Label>
      ))}
      {NEGATIVES.map(({ score }, column) => (
        <Label key={score} at={[PAIRS.x + (column + 0.5) * 84, PAIRS.y + PAIRS.height + 13]} tone="ink-2">
          {`− ${score}`}
        </Label>
      ))}
      <Label at={[PAIRS.x + PAIRS.width / 2, 160]} size={15} strong>
        {`AUC = 3 ${say("÷", "/")} 4 = ${fixed(AUC_VALUE, 2)}`}
      </Label>
    </>
  ),
};

export const rankedFigures: readonly FigureSpec[] = [averagePrecision, precisionRecall, roc, auc];
