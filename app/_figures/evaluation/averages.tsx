import type { FigureSpec, Say } from "../figure";
import { meanOf, sumOf } from "../kit/maths";
import { fixed } from "../kit/numbers";
import { Axes, Bars, Curve, type Frame, place } from "../kit/plot";
import { Box, Dot, Label, Line } from "../kit/shapes";
import { harmonicMean } from "./counts";

const F1: Frame = { x: 40, y: 24, width: 236, height: 118, xRange: [0, 1], yRange: [0, 1] };
/** The precision and recall of the concept's example. */
const LOPSIDED = { precision: 1, recall: 0.1 };
const ARITHMETIC = meanOf([LOPSIDED.precision, LOPSIDED.recall]);
const HARMONIC = harmonicMean(LOPSIDED.precision, LOPSIDED.recall);

const f1Score: FigureSpec = {
  name: "f1-score",
  height: 178,
  caption: {
    zh: "精确率为 1：召回率再低，算术平均也过半，F1 不放过",
    en: "With precision 1 the plain mean forgives a tiny recall; F1 does not",
  },
  alt: {
    zh: `精确率为 1 时，两种平均随召回率变化的曲线：算术平均是从 0.5 到 1 的直线，F1 是从 0 到 1 的曲线，始终不高于它。召回率 0.1 处，算术平均 ${ARITHMETIC}，F1 ${HARMONIC.toFixed(2)}。`,
    en: `With precision 1, two means against recall: the arithmetic one is a straight line from 0.5 to 1, F1 a curve from 0 to 1 that never lies above it. At recall 0.1 the arithmetic mean is ${ARITHMETIC} and F1 ${HARMONIC.toFixed(2)}.`,
  },
  draw: (say) => (
    <>
      <Axes
        frame={F1}
        xTicks={[{ at: 0 }, { at: 0.1 }, { at: 0.5 }, { at: 1 }]}
        yTicks={[{ at: 0 }, { at: 0.5 }, { at: 1 }]}
        xName={say("召回率 R", "recall R")}
        yName={say("精确率 P = 1", "precision P = 1")}
      />
      <Curve frame={F1} of={(recall) => meanOf([1, recall])} tone="ink-2" dashed />
      <Curve frame={F1} of={(recall) => harmonicMean(1, recall)} />
      <Line from={place(F1, [0.1, 0])} to={place(F1, [0.1, ARITHMETIC])} dashed />
      <Dot at={place(F1, [0.1, ARITHMETIC])} tone="ink-2" />
      <Dot at={place(F1, [0.1, HARMONIC])} />
      <Label at={[72, 90]} anchor="start">
        {`${ARITHMETIC}`}
      </Label>
      <Label at={[74, 126]} anchor="start">
        {HARMONIC.toFixed(2)}
      </Label>
      <Label at={[150, 40]} anchor="end" tone="ink-2">
        {say("算术平均", "plain mean")}
      </Label>
      <Label at={[172, 88]} tone="accent" strong>
        F1
      </Label>
    </>
  ),
};

const MAP: Frame = { x: 30, y: 24, width: 240, height: 96, xRange: [0, 1], yRange: [0, 1] };
const CLASS_AP = [0.8, 0.6, 0.7];
const MAP_VALUE = meanOf(CLASS_AP).toFixed(1);

const meanAveragePrecision: FigureSpec = {
  name: "mean-average-precision",
  height: 142,
  caption: {
    zh: "每类先算自己的 AP，虚线是它们的平均",
    en: "Each class has its own AP; the dashed line is their mean",
  },
  alt: {
    zh: `三根柱子：猫的 AP 0.8，狗 0.6，车 0.7；虚线在 ${MAP_VALUE}，就是 mAP。`,
    en: `Three bars: AP 0.8 for cats, 0.6 for dogs and 0.7 for cars; a dashed line at ${MAP_VALUE} is the mAP.`,
  },
  draw: (say) => (
    <>
      <Bars
        frame={MAP}
        bars={[say("猫", "cat"), say("狗", "dog"), say("车", "car")].map((label, index) => ({
          label,
          value: CLASS_AP[index] ?? 0,
          shown: "",
        }))}
      />
      {CLASS_AP.map((value, index) => (
        <Label key={value} at={[70 + index * 80, 100]}>
          {value}
        </Label>
      ))}
      <Line from={place(MAP, [0, 0.7])} to={place(MAP, [0.985, 0.7])} tone="accent" dashed thick={2} />
      <Label at={[270, 34]} anchor="end" tone="accent" strong>
        {`mAP ${MAP_VALUE}`}
      </Label>
    </>
  ),
};

/** Samples of two classes, and how many of them are found. */
const CLASSES = [
  { name: "A", size: 90, found: 81 },
  { name: "B", size: 10, found: 3 },
];
const RECALLS = CLASSES.map(({ size, found }) => found / size);
const MACRO = meanOf(RECALLS);
const MICRO = sumOf(CLASSES.map(({ found }) => found)) / sumOf(CLASSES.map(({ size }) => size));
const PANEL = { y: 30, width: 118, height: 84 };

/** Two columns as high as the recalls and as wide as the weights of their classes, and their mean. */
function WeightedPanel({
  x,
  weights,
  mean,
  title,
}: {
  x: number;
  weights: readonly number[];
  mean: number;
  title: string;
}) {
  const bottom = PANEL.y + PANEL.height;
  const total = sumOf(weights);
  return (
    <>
      <Label at={[x + PANEL.width / 2, 12]} strong>
        {title}
      </Label>
      {CLASSES.map(({ name, size }, index) => {
        const before = (sumOf(weights.slice(0, index)) / total) * PANEL.width;
        const width = ((weights[index] ?? 0) / total) * PANEL.width;
        const height = (RECALLS[index] ?? 0) * PANEL.height;
        return (
          <g key={name}>
            <Box x={x + before} y={bottom - height} width={width} height={height} radius={0} />
            <Label at={[x + before + width / 2, bottom + 12]} size={12} tone="ink-2">
              {weights[index] === size ? `${name} ${size}` : name}
            </Label>
          </g>
        );
      })}
      <Line
        from={[x - 4, bottom - mean * PANEL.height]}
        to={[x + PANEL.width + 4, bottom - mean * PANEL.height]}
        tone="accent"
        dashed
        thick={2}
      />
    </>
  );
}

function MacroMicro({ say }: { say: Say }) {
  return (
    <>
      <WeightedPanel x={14} weights={[1, 1]} mean={MACRO} title={say(`宏平均 ${MACRO}`, `macro ${MACRO}`)} />
      <WeightedPanel
        x={168}
        weights={CLASSES.map(({ size }) => size)}
        mean={MICRO}
        title={say(`微平均 ${MICRO}`, `micro ${MICRO}`)}
      />
      <Label at={[43, 72]}>0.9</Label>
      <Label at={[102, 102]}>0.3</Label>
    </>
  );
}

const macroMicro: FigureSpec = {
  name: "macro-micro-average",
  height: 136,
  caption: {
    zh: "柱高是召回率：左边两类一样宽，右边按样本数定宽",
    en: "Heights are recalls; widths: one per class, or one per sample",
  },
  alt: {
    zh: `甲类 A 有 90 个样本，召回率 0.9；乙类 B 有 10 个，召回率 0.3。左图两柱等宽，平均高度 ${MACRO}（宏平均）；右图柱宽为 90 比 10，平均高度 ${MICRO}（微平均）。`,
    en: `Class A has 90 samples and recall 0.9, class B 10 and 0.3. Left, columns of equal width: mean height ${MACRO}, the macro average. Right, widths of 90 to 10: mean height ${MICRO}, the micro average.`,
  },
  draw: (say) => <MacroMicro say={say} />,
};

/** Where the true class of four images stands among the model's guesses. */
const TRUE_RANKS = [1, 3, 6, 2];
const RANKS = [1, 2, 3, 4, 5, 6];
const SLOT = { x: 64, y: 26, width: 34, height: 24 };

const topK: FigureSpec = {
  name: "top-k-accuracy",
  height: 152,
  caption: {
    zh: "粗框是真实类别的名次：落在线左边就算对",
    en: "The thick box is the true class: left of the line counts as right",
  },
  alt: {
    zh: "四张图的猜测按得分排成六名，真实类别分别在第 1、3、6、2 名。k = 1 时对 1 张，得 0.25；k = 5 时对 3 张，得 0.75。",
    en: "For four images six guesses stand in order of score; the true class is 1st, 3rd, 6th and 2nd. With k = 1 one is right, 0.25; with k = 5 three are, 0.75.",
  },
  draw: (say) => (
    <>
      {RANKS.map((rank) => (
        <Label key={rank} at={[SLOT.x + (rank - 0.5) * SLOT.width, 13]} size={12} tone="ink-2">
          {rank}
        </Label>
      ))}
      {TRUE_RANKS.map((truth, row) => (
        <g key={truth}>
          <Label at={[54, SLOT.y + (row + 0.5) * SLOT.height]} anchor="end" size={12} tone="ink-2">
            {say(`图 ${row + 1}`, `image ${row + 1}`)}
          </Label>
          {RANKS.map((rank) => (
            <Box
              key={rank}
              x={SLOT.x + (rank - 1) * SLOT.width + 4}
              y={SLOT.y + row * SLOT.height + 3}
              width={SLOT.width - 8}
              height={SLOT.height - 6}
              tone={rank === truth ? "accent" : "line"}
              thick={rank === truth ? 2.5 : 1}
            />
          ))}
        </g>
      ))}
      {[1, 5].map((k) => (
        <g key={k}>
          <Line
            from={[SLOT.x + k * SLOT.width, 20]}
            to={[SLOT.x + k * SLOT.width, SLOT.y + 4 * SLOT.height + 4]}
            tone="ink"
            dashed
          />
          <Label at={[SLOT.x + k * SLOT.width, SLOT.y + 4 * SLOT.height + 16]}>
            {`k = ${k}${say("：", ": ")}${fixed(TRUE_RANKS.filter((rank) => rank <= k).length / TRUE_RANKS.length, 2)}`}
          </Label>
        </g>
      ))}
    </>
  ),
};

export const averageFigures: readonly FigureSpec[] = [f1Score, meanAveragePrecision, macroMicro, topK];
