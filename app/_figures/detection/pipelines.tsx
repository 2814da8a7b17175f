// How detectors are put together, and how their stages work.

import type { FigureSpec } from "../figure";
import { sumOf } from "../kit/maths";
import { counted } from "../kit/numbers";
import { Arrow, Box, Dot, Label, Line } from "../kit/shapes";
import { Dog } from "./dog";

export const backboneNeckHead: FigureSpec = {
  name: "backbone-neck-head",
  height: 136,
  caption: {
    zh: "骨干网络提取特征，颈部融合特征，头部给出结果",
    en: "The backbone extracts features, the neck merges them, the head gives the result",
  },
  alt: {
    zh: "图像依次经过骨干网络（如 ResNet-50）、颈部、头部；头部给出两样结果：类别和边界框。",
    en: "An image passes through the backbone, such as ResNet-50, the neck and the head; the head gives two results: class and bounding box.",
  },
  draw: (say) => (
    <>
      <Box x={4} y={42} width={40} height={40} tone="ink-3" fill="none" radius={2} />
      <Dog at={[24, 62]} size={0.6} />
      <Arrow from={[46, 62]} to={[60, 62]} />
      <Box x={62} y={28} width={72} height={68} tone="accent" label={say("骨干网络", "backbone")} />
      <Arrow from={[134, 62]} to={[148, 62]} />
      <Box x={150} y={36} width={44} height={52} label={say("颈部", "neck")} />
      <Arrow from={[194, 62]} to={[208, 62]} />
      <Box x={210} y={36} width={42} height={52} label={say("头部", "head")} />
      <Arrow from={[252, 52]} to={[268, 34]} />
      <Arrow from={[252, 72]} to={[268, 90]} />
      <Label at={[298, 22]} anchor="end">
        {say("类别", "class")}
      </Label>
      <Label at={[298, 103]} anchor="end">
        {say("边界框", "box")}
      </Label>
      <Label at={[98, 116]} size={12} tone="ink-2">
        ResNet-50
      </Label>
    </>
  ),
};

const PROPOSALS = { anchors: 40 * 60 * 9, kept: 300 } as const;

export const detectorStages: FigureSpec = {
  name: "detector-stages",
  height: 216,
  caption: {
    zh: "两阶段：先提名，再细看；单阶段：一次直接给出类别和框",
    en: "Two stages: nominate, then look closely; one stage: classes and boxes at once",
  },
  alt: {
    zh: "上面是两阶段检测器：特征图上的 21600 个锚框先筛成 300 个候选区域，再逐个分类并修正，得到类别和框。下面是单阶段检测器：由特征图一次直接给出类别和框。",
    en: "Above, a two-stage detector: 21,600 anchor boxes on the feature map are cut to 300 proposals, each of which is then classified and refined into classes and boxes. Below, a one-stage detector goes from the feature map to classes and boxes at once.",
  },
  draw: (say) => {
    const [features, results] = [say("特征图", "features"), say("类别和框", "boxes")];
    return (
      <>
        <Label at={[4, 12]} anchor="start" strong>
          {say("两阶段检测器", "two-stage detector")}
        </Label>
        <Box x={4} y={30} width={66} height={40} label={features} labelSize={12} />
        <Arrow from={[70, 50]} to={[114, 50]} tone="accent" />
        <Box x={116} y={30} width={68} height={40} tone="accent" label={say("候选区域", "proposals")} labelSize={12} />
        <Arrow from={[184, 50]} to={[228, 50]} tone="accent" />
        <Box x={230} y={30} width={66} height={40} label={results} labelSize={12} />
        <Label at={[37, 84]} size={12}>
          {counted(say, PROPOSALS.anchors)}
        </Label>
        <Label at={[150, 84]} size={12}>
          {PROPOSALS.kept}
        </Label>
        <Label at={[92, 38]} size={12} tone="accent">
          {say("提名", "1")}
        </Label>
        <Label at={[206, 38]} size={12} tone="accent">
          {say("细看", "2")}
        </Label>
        <Label at={[92, 102]} size={12} tone="ink-2">
          {say("只留约 1.4%", "about 1.4% are kept")}
        </Label>
        <Line from={[4, 120]} to={[296, 120]} tone="line" />
        <Label at={[4, 138]} anchor="start" strong>
          {say("单阶段检测器", "one-stage detector")}
        </Label>
        <Box x={4} y={156} width={66} height={40} label={features} labelSize={12} />
        <Arrow from={[70, 176]} to={[228, 176]} tone="accent" />
        <Label at={[150, 164]} size={12} tone="accent">
          {say("一次完成", "one pass")}
        </Label>
        <Box x={230} y={156} width={66} height={40} label={results} labelSize={12} />
      </>
    );
  },
};

const COSTS = [
  [1, 2],
  [2, 9],
] as const;
const MATCHINGS = [
  { zh: "贪心", en: "greedy", pairs: [0, 1] },
  { zh: "最优", en: "best", pairs: [1, 0] },
] as const;

export const bipartiteMatching: FigureSpec = {
  name: "bipartite-matching",
  height: 172,
  caption: {
    zh: "先抢最便宜的一对，总代价 10；通盘考虑只要 4",
    en: "Grabbing the cheapest pair first costs 10 in all; weighing the whole costs 4",
  },
  alt: {
    zh: "物体甲、乙与预测 1、2 的代价：甲 1 为 1，甲 2 为 2，乙 1 为 2，乙 2 为 9。左边贪心配成甲 1、乙 2，总代价 1 + 9 = 10；右边最优为甲 2、乙 1，总代价 2 + 2 = 4。",
    en: "Costs of objects A and B with predictions 1 and 2: A1 is 1, A2 is 2, B1 is 2, B2 is 9. Left, the greedy pairing A1, B2 costs 1 + 9 = 10; right, the best, A2 and B1, costs 2 + 2 = 4.",
  },
  draw: (say) =>
    MATCHINGS.map(({ zh, en, pairs }, index) => {
      const x = 24 + index * 150;
      const chosen = pairs.map((to, from): number => COSTS[from]?.[to] ?? 0);
      const tone = index === 0 ? "ink-2" : "accent";
      const yOf = (row: number) => 50 + row * 66;
      return (
        <g key={en}>
          <Label at={[x + 50, 12]} strong>
            {say(zh, en)}
          </Label>
          {pairs.map((to, from) => (
            <Line key={`off ${to}`} from={[x, yOf(from)]} to={[x + 100, yOf(1 - to)]} tone="ink-3" dashed thick={1} />
          ))}
          {pairs.map((to, from) => (
            <g key={to}>
              <Line from={[x, yOf(from)]} to={[x + 100, yOf(to)]} tone={tone} thick={3} />
              <Label
                at={from === to ? [x + 50, yOf(from) - 11] : [x + (from === 0 ? 80 : 20), yOf(0.5) + 5]}
                tone={tone}
                strong
              >
                {chosen[from]}
              </Label>
            </g>
          ))}
          {[0, 1].map((row) => (
            <g key={row}>
              <Dot at={[x, yOf(row)]} radius={11} tone="good" open />
              <Label at={[x, yOf(row)]} size={12}>
                {say(row === 0 ? "甲" : "乙", row === 0 ? "A" : "B")}
              </Label>
              <Dot at={[x + 100, yOf(row)]} radius={11} tone="accent" open />
              <Label at={[x + 100, yOf(row)]} size={12}>
                {row + 1}
              </Label>
            </g>
          ))}
          <Label at={[x + 50, 152]}>
            {chosen.join(" + ")} = <tspan className="font-semibold">{sumOf(chosen)}</tspan>
          </Label>
        </g>
      );
    }),
};
