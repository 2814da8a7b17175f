import { seededRandom } from "@/lib/seeded-random";
import type { FigureSpec, Say } from "../figure";
import { Boxes } from "../kit/boxes";
import { countTo } from "../kit/maths";
import { chooseSome } from "../kit/random";
import { Box, Label, Line, type Point } from "../kit/shapes";

const CLASS_VALUES = { label: [1, 0, 0], teacher: [0.7, 0.25, 0.05] };

function Probabilities({ x, values, title, say }: { x: number; values: readonly number[]; title: string; say: Say }) {
  const names = [say("猫", "cat"), say("虎", "tiger"), say("卡车", "truck")];
  return (
    <>
      <Label at={[x + 60, 12]} strong>
        {title}
      </Label>
      {values.map((value, index) => {
        const middle = x + 20 + index * 40;
        const height = 84 * value;
        return (
          <g key={names[index]}>
            <Box
              x={middle - 13}
              y={124 - height}
              width={26}
              height={height}
              tone={index === 0 ? "ink-3" : "accent"}
              radius={1}
            />
            <Label at={[middle, 124 - height - 10]} size={12}>
              {value}
            </Label>
            <Label at={[middle, 137]} size={12} tone="ink-2">
              {names[index]}
            </Label>
          </g>
        );
      })}
      <Line from={[x, 124]} to={[x + 120, 124]} />
    </>
  );
}

const distillation: FigureSpec = {
  name: "knowledge-distillation",
  height: 150,
  caption: {
    zh: "教师还说：像虎的程度是像卡车的 5 倍",
    en: "The teacher adds: five times as much a tiger as a truck",
  },
  alt: {
    zh: "两组柱子。标签：猫 1、虎 0、卡车 0。教师的概率：猫 0.7、虎 0.25、卡车 0.05。",
    en: "Two groups of bars. The label: cat 1, tiger 0, truck 0. The teacher's probabilities: cat 0.7, tiger 0.25, truck 0.05.",
  },
  draw: (say) => (
    <>
      <Probabilities x={16} values={CLASS_VALUES.label} title={say("标签", "label")} say={say} />
      <Probabilities x={164} values={CLASS_VALUES.teacher} title={say("教师", "teacher")} say={say} />
    </>
  ),
};

const SIDE = 8;
/** A quarter of the weights, here and there. */
const SCATTERED: ReadonlySet<number> = new Set(chooseSome((SIDE * SIDE) / 4, SIDE * SIDE, seededRandom(3)));
const CUT_ROWS = [2, 5];

function Weights({
  x,
  isCut,
  title,
  below,
}: {
  x: number;
  isCut: (row: number, column: number) => boolean;
  title: string;
  below: string;
}) {
  const placesOf = (cut: boolean) =>
    countTo(SIDE * SIDE)
      .map((cell) => [Math.floor(cell / SIDE), cell % SIDE] as const)
      .filter(([row, column]) => isCut(row, column) === cut)
      .map(([row, column]): Point => [x + column * 14 + 1, 26 + row * 14 + 1]);
  return (
    <>
      <Label at={[x + 56, 12]} strong>
        {title}
      </Label>
      <Boxes at={placesOf(false)} width={12} height={12} tone="accent" />
      <Boxes at={placesOf(true)} width={12} height={12} tone="line" fill="none" dashed />
      <Label at={[x + 56, 152]} size={12} tone="ink-2">
        {below}
      </Label>
    </>
  );
}

const structuredPruning: FigureSpec = {
  name: "structured-pruning",
  height: 164,
  caption: {
    zh: "同样去掉四分之一：整行去掉，矩阵才真正变小",
    en: "A quarter less each: only without whole rows does it shrink",
  },
  alt: {
    zh: "两个 8 × 8 的权重方阵，各去掉 16 个。左边零散地去，仍是 8 × 8；右边去掉整整两行，剩 6 × 8 的稠密矩阵。",
    en: "Two 8 × 8 grids of weights, each without 16. Left they are missing here and there and the grid stays 8 × 8; right two whole rows are gone, leaving a dense 6 × 8.",
  },
  draw: (say) => (
    <>
      <Weights
        x={20}
        isCut={(row, column) => SCATTERED.has(row * SIDE + column)}
        title={say("普通剪枝", "ordinary")}
        below={say("仍是 8 × 8", "still 8 × 8")}
      />
      <Weights
        x={168}
        isCut={(row) => CUT_ROWS.includes(row)}
        title={say("结构化剪枝", "structured")}
        below={say("成为 6 × 8", "now 6 × 8")}
      />
    </>
  ),
};

const lowRank: FigureSpec = {
  name: "low-rank-factorization",
  height: 158,
  caption: {
    zh: "按比例画：100 万个数换成了 10 万个",
    en: "To scale: a million numbers become a hundred thousand",
  },
  alt: {
    zh: "一个 1000 × 1000 的方阵 W，约等于 1000 × 50 的瘦高矩阵 U 乘 50 × 1000 的矮宽矩阵 V，按比例画出；参数由 1000000 变为 100000。",
    en: "A square 1000 × 1000 matrix W is about the tall, narrow 1000 × 50 matrix U times the short, wide 50 × 1000 matrix V, drawn to scale; 1,000,000 numbers become 100,000.",
  },
  draw: (say) => (
    <>
      <Box x={20} y={24} width={100} height={100} label="W" labelSize={16} radius={0} />
      <Label at={[70, 12]} size={12} tone="ink-2">
        1000 × 1000
      </Label>
      <Label at={[138, 74]} size={18}>
        ≈
      </Label>
      <Box x={164} y={24} width={5} height={100} tone="accent" radius={0} />
      <Label at={[166, 12]} tone="accent" italic>
        U
      </Label>
      <Box x={182} y={24} width={100} height={5} tone="accent" radius={0} />
      <Label at={[232, 42]} tone="accent" italic>
        V
      </Label>
      <Label at={[182, 84]} anchor="start" size={12} tone="ink-2">
        r = 50
      </Label>
      <Label at={[70, 142]}>{say("1000000 个数", "1,000,000")}</Label>
      <Label at={[222, 142]} strong>
        {say("100000 个数", "100,000")}
      </Label>
    </>
  ),
};

const ROUNDS = [0, 1, 2, 3, 4, 5];

const lotteryTicket: FigureSpec = {
  name: "lottery-ticket-hypothesis",
  height: 148,
  caption: {
    zh: "每轮训练后剪去最小的 20%，其余回到初始值再训练",
    en: "Each round cuts the smallest 20% and resets the rest",
  },
  alt: {
    zh: `六根柱子，剩余权重的百分比：${ROUNDS.map((round) => Math.round(100 * 0.8 ** round)).join("、")}。`,
    en: `Six bars, the percentage of weights left: ${ROUNDS.map((round) => Math.round(100 * 0.8 ** round)).join(", ")}.`,
  },
  draw: (say) => (
    <>
      <Label at={[14, 12]} anchor="start" size={12} tone="ink-2">
        {say("剩余权重（%）", "weights left (%)")}
      </Label>
      {ROUNDS.map((round) => {
        const height = 84 * 0.8 ** round;
        const x = 22 + round * 44;
        return (
          <g key={round}>
            <Box x={x} y={120 - height} width={30} height={height} tone={round === 5 ? "accent" : "ink-3"} radius={1} />
            <Label at={[x + 15, 120 - height - 9]} size={12}>
              {Math.round(100 * 0.8 ** round)}
            </Label>
            <Label at={[x + 15, 133]} size={12} tone="ink-2">
              {round === 0 ? say("开始", "start") : round}
            </Label>
          </g>
        );
      })}
      <Line from={[14, 120]} to={[286, 120]} />
    </>
  ),
};

export const compressionFigures: readonly FigureSpec[] = [distillation, structuredPruning, lotteryTicket, lowRank];
