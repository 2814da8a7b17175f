// How well two regions of pixels coincide.

import type { FigureSpec } from "../figure";
import { Cells } from "../kit/cell-grid";
import { Bars, type Frame } from "../kit/plot";
import { Box, Label } from "../kit/shapes";
import type { Tone } from "../kit/tones";
import { dice, pixelIou } from "./overlap";

const COUNTS = { truth: 50, predicted: 40, shared: 30 } as const;
const ROWS = 5;

export const diceAndIou: FigureSpec = {
  name: "dice-and-iou",
  height: 186,
  caption: {
    zh: "同样重合 30 个像素：Dice 系数 0.67，交并比 0.5",
    en: "The same 30 shared pixels: Dice 0.67, IoU 0.5",
  },
  alt: {
    zh: "真实区域 50 个像素，预测区域 40 个，重合 30 个，合起来 60 个。Dice 系数为 2×30 ÷ (50 + 40) = 0.67，交并比为 30 ÷ 60 = 0.5。",
    en: "The true region has 50 pixels, the predicted one 40; 30 coincide and 60 are covered in all. Dice is 2×30 / (50 + 40) = 0.67, IoU is 30 / 60 = 0.5.",
  },
  draw: (say) => {
    const { truth, predicted, shared } = COUNTS;
    const [x, y, cell] = [54, 24, 16];
    const columns = (truth + predicted - shared) / ROWS;
    const grid = { x, y, cell, rows: ROWS, columns };
    const start = (truth - shared) / ROWS;
    return (
      <>
        <Cells {...grid} tone="good" soft on={(_, c) => c < start} />
        <Cells {...grid} tone="ink-3" soft on={(_, c) => c >= truth / ROWS} />
        <Cells {...grid} tone="accent" soft on={(_, c) => c >= start && c < truth / ROWS} />
        <path
          d={Array.from({ length: columns - 1 }, (_, c) => `M${x + (c + 1) * cell},${y}v${ROWS * cell}`)
            .concat(Array.from({ length: ROWS - 1 }, (_, r) => `M${x},${y + (r + 1) * cell}h${columns * cell}`))
            .join("")}
          className="fill-none stroke-line"
        />
        <Box
          x={x}
          y={y}
          width={(truth / ROWS) * cell}
          height={ROWS * cell}
          tone="good"
          fill="none"
          radius={0}
          thick={2}
        />
        <Box
          x={x + start * cell}
          y={y}
          width={(predicted / ROWS) * cell}
          height={ROWS * cell}
          tone="accent"
          fill="none"
          radius={0}
          thick={2}
          dashed
        />
        <Label at={[x, 12]} anchor="start" tone="good">
          {say("真值", "truth")} {truth}
        </Label>
        <Label at={[x + columns * cell, 12]} anchor="end" tone="accent">
          {say("预测", "predicted")} {predicted}
        </Label>
        <Label at={[x + ((start + truth / ROWS) / 2) * cell, y + (ROWS * cell) / 2]} strong size={16}>
          {shared}
        </Label>
        <Label at={[54, 132]} anchor="start">
          Dice = 2×{shared} ÷ ({predicted} + {truth}) ={" "}
          <tspan className="font-semibold">{dice(COUNTS).toFixed(2)}</tspan>
        </Label>
        <Label at={[54, 158]} anchor="start">
          IoU = {shared} ÷ {truth + predicted - shared} ={" "}
          <tspan className="font-semibold">{pixelIou(COUNTS).toFixed(2)}</tspan>
        </Label>
      </>
    );
  },
};

const PIXELS = 1000;
const PERSON = { truth: 50, predicted: 40, shared: 30 } as const;
const BACKGROUND = {
  truth: PIXELS - PERSON.truth,
  predicted: PIXELS - PERSON.predicted,
  shared: PIXELS - (PERSON.truth + PERSON.predicted - PERSON.shared),
} as const;

export const meanIou: FigureSpec = {
  name: "mean-iou",
  height: 186,
  caption: {
    zh: "每个类别一票：“人”只有 0.5，平均被拉到 0.73；像素准确率却有 0.97",
    en: 'One vote per class: "person" has only 0.5 and pulls the mean to 0.73, though pixel accuracy is 0.97',
  },
  alt: {
    zh: "四根柱：“人”的交并比 30/60 = 0.50，“背景”的 940/970 ≈ 0.97，二者的平均为 0.73；另一根是像素准确率 0.97。",
    en: 'Four bars: the IoU of "person" is 30/60 = 0.50, that of "background" 940/970 ≈ 0.97, their mean 0.73; beside them pixel accuracy, 0.97.',
  },
  draw: (say) => {
    const frame: Frame = { x: 14, y: 22, width: 272, height: 130, xRange: [0, 1], yRange: [0, 1] };
    const [person, background] = [pixelIou(PERSON), pixelIou(BACKGROUND)];
    const accuracy = (PERSON.shared + BACKGROUND.shared) / PIXELS;
    const bars: readonly { label: string; value: number; tone: Tone }[] = [
      { label: say("人", "person"), value: person, tone: "ink-3" },
      { label: say("背景", "backgr."), value: background, tone: "ink-3" },
      { label: say("平均", "mean"), value: (person + background) / 2, tone: "accent" },
      { label: say("准确率", "accuracy"), value: accuracy, tone: "warn" },
    ];
    return <Bars frame={frame} bars={bars.map((bar) => ({ ...bar, shown: bar.value.toFixed(2) }))} />;
  },
};
