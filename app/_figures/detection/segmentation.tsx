// Pixels with classes and identities, and how well two regions coincide.

import { Cells, MarkedGrid, Mesh } from "../convolution/parts";
import type { FigureSpec, Say } from "../figure";
import { Bars, type Frame } from "../kit/plot";
import { Box, Label } from "../kit/shapes";
import type { Tone } from "../kit/tones";
import { dice, pixelIou } from "./overlap";

/** The 4×4 image of the concept's example: 9 pixels of sky, 4 of road, 3 of two people. */
export const SCENE = [
  ["sky", "sky", "sky", "sky"],
  ["sky", "first", "sky", "sky"],
  ["sky", "first", "second", "sky"],
  ["road", "road", "road", "road"],
] as const;
type Region = (typeof SCENE)[number][number];

const TONES: Readonly<Record<Region, Tone>> = { sky: "line", road: "ink-3", first: "accent", second: "good" };

interface Task {
  readonly name: readonly [zh: string, en: string];
  readonly textOf: (region: Region, say: Say) => string | null;
  readonly toneOf: (region: Region) => Tone;
}

const isPerson = (region: Region) => region === "first" || region === "second";
const nameOf = (region: Region, say: Say) => {
  if (region === "sky") return say("天", "S");
  return region === "road" ? say("路", "R") : say("人", "P");
};
const numberOf = (region: Region) => (region === "first" ? "1" : "2");

const TASKS: readonly Task[] = [
  { name: ["语义", "semantic"], textOf: nameOf, toneOf: (region) => (isPerson(region) ? "accent" : TONES[region]) },
  {
    name: ["实例", "instance"],
    textOf: (region) => (isPerson(region) ? numberOf(region) : null),
    toneOf: (region) => (isPerson(region) ? TONES[region] : "line"),
  },
  {
    name: ["全景", "panoptic"],
    textOf: (region, say) => (isPerson(region) ? numberOf(region) : nameOf(region, say)),
    toneOf: (region) => TONES[region],
  },
];

export const segmentations: FigureSpec = {
  name: "segmentations",
  height: 164,
  caption: {
    zh: "语义分割不分个体，实例分割不管背景，全景分割两样都要",
    en: "Semantic: no individuals; instance: no background; panoptic: both",
  },
  alt: {
    zh: "同一幅 4×4 的小图三种答案。语义分割：9 个天空、4 个道路、3 个人，两个人不分。实例分割：只有人，一个占 2 个像素，一个占 1 个，分别编号 1、2。全景分割：天空、道路，加上人 1、人 2。",
    en: "Three answers for one 4×4 image. Semantic: 9 sky, 4 road, 3 person, the two people not told apart. Instance: only people, number 1 with 2 pixels and number 2 with 1. Panoptic: sky, road and the people 1 and 2.",
  },
  draw: (say) => (
    <>
      {TASKS.map(({ name, textOf, toneOf }, index) => {
        const x = 8 + index * 98;
        return (
          <g key={name[1]}>
            <Label at={[x + 44, 14]} tone="ink-2">
              {say(...name)}
            </Label>
            <MarkedGrid
              {...{ x, y: 28, cell: 22, size: 12 }}
              values={SCENE.map((row) => row.map((region) => textOf(region, say)))}
              tone={(r, c) => {
                const region = SCENE[r]?.[c];
                return region === undefined ? undefined : toneOf(region);
              }}
            />
          </g>
        );
      })}
      <Label at={[150, 134]} size={12} tone="ink-2">
        {say("天：天空 · 路：道路 · 人：人", "S sky · R road · P person")}
      </Label>
      <Label at={[150, 153]} size={12} tone="ink-2">
        {say("1、2：两个不同的人", "1, 2: two different people")}
      </Label>
    </>
  ),
};

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

/** Of the concept's example: two feature maps and their weights. */
const CAM_MAPS = [
  [
    [3, 1],
    [2, 0],
  ],
  [
    [4, 5],
    [0, 3],
  ],
] as const;
const CAM_WEIGHTS = [0.5, -0.2] as const;

/** The weighted sum of maps with negative values set to 0. */
export function classActivation(
  maps: readonly (readonly (readonly number[])[])[],
  weights: readonly number[],
): number[][] {
  return (maps[0] ?? []).map((row, r) =>
    row.map((_, c) =>
      Math.max(
        0,
        maps.reduce((sum, map, k) => sum + (weights[k] ?? 0) * (map[r]?.[c] ?? 0), 0),
      ),
    ),
  );
}

export const gradCam: FigureSpec = {
  name: "grad-cam",
  height: 116,
  caption: {
    zh: "特征图按权重相加，只留正值：亮处就是判断的依据",
    en: "Feature maps are added with their weights and negatives set to 0: what is left is the evidence",
  },
  alt: {
    zh: "两张 2×2 的特征图，权重为 0.5 和 −0.2。左上角 0.5×3 − 0.2×4 = 0.7，留下；右上角 0.5×1 − 0.2×5 = −0.5，变为 0；左下角为 1，右下角为 0。",
    en: "Two 2×2 feature maps with the weights 0.5 and −0.2. Top left 0.5×3 − 0.2×4 = 0.7 stays; top right 0.5×1 − 0.2×5 = −0.5 becomes 0; bottom left is 1, bottom right 0.",
  },
  draw: (say) => {
    const heat = classActivation(CAM_MAPS, CAM_WEIGHTS);
    return (
      <>
        <Label at={[26, 60]} strong>
          0.5 ×
        </Label>
        <MarkedGrid x={50} y={34} cell={26} values={CAM_MAPS[0]} />
        <Label at={[131, 60]} strong>
          − 0.2 ×
        </Label>
        <MarkedGrid x={160} y={34} cell={26} values={CAM_MAPS[1]} />
        <Label at={[224, 60]} size={15}>
          →
        </Label>
        <MarkedGrid
          {...{ x: 236, y: 34, cell: 26 }}
          values={heat.map((row) => row.map((value) => String(Number(value.toFixed(2)))))}
          tone={(r, c) => ((heat[r]?.[c] ?? 0) > 0 ? "accent" : "line")}
        />
        <Label at={[76, 18]} size={12} tone="ink-2">
          {say("特征图 1", "map 1")}
        </Label>
        <Label at={[186, 18]} size={12} tone="ink-2">
          {say("特征图 2", "map 2")}
        </Label>
        <Label at={[262, 18]} size={12} tone="accent">
          {say("热力图", "heat map")}
        </Label>
        <Label at={[290, 104]} anchor="end" size={12} tone="ink-2">
          {say("负值变为 0", "negatives become 0")}
        </Label>
      </>
    );
  },
};

export const patchEmbedding: FigureSpec = {
  name: "patch-embedding",
  height: 186,
  caption: {
    zh: "切块，展平，同一个线性层 E 映射成词元：14×14 = 196 块",
    en: "Cut, flatten, map each patch to a token with one shared layer E: 14×14 = 196 patches",
  },
  alt: {
    zh: "224×224 的图像切成 14×14 = 196 个 16×16 的块。其中一块展平成 16×16×3 = 768 个数的 x，乘以共用的矩阵 E，加上位置编码 p，得到词元 z。",
    en: "A 224×224 image is cut into 14×14 = 196 patches of 16×16. One of them is flattened to x with 16×16×3 = 768 numbers, multiplied by the shared matrix E and given its position p, which makes the token z.",
  },
  draw: (say) => {
    const side = 224 / 16;
    return (
      <>
        <Mesh x={6} y={20} cell={7.5} rows={side} columns={side} tone="ink-3" />
        <Box x={6 + 9 * 7.5} y={20 + 4 * 7.5} width={7.5} height={7.5} tone="accent" radius={0} thick={2} />
        <Label at={[58, 140]}>
          {side}×{side} = {side * side}
        </Label>
        <Label at={[58, 158]} size={12} tone="ink-2">
          {say("块", "patches")}
        </Label>
        <path d="M82,53C104,53 110,66 128,66" strokeWidth={1.5} className="fill-none stroke-ink-2" />
        <Box x={130} y={22} width={16} height={92} tone="accent" radius={2} />
        <Label at={[138, 126]} size={12}>
          {16 * 16 * 3}
        </Label>
        <Label at={[138, 10]} italic>
          x
        </Label>
        <Label at={[158, 66]}>→</Label>
        <Box x={170} y={44} width={44} height={44} tone="ink-3" label="E" labelSize={15} />
        <Label at={[192, 106]} size={12} tone="ink-2">
          {say("共用", "shared")}
        </Label>
        <Label at={[228, 66]}>
          + <tspan className="italic">p</tspan>
        </Label>
        <Label at={[248, 66]}>→</Label>
        <Box x={262} y={22} width={16} height={92} tone="good" radius={2} />
        <Label at={[270, 10]} italic>
          z
        </Label>
        <Label at={[270, 126]} size={12}>
          768
        </Label>
        <Label at={[270, 142]} size={12} tone="ink-2">
          {say("词元", "token")}
        </Label>
        <Label at={[294, 174]} anchor="end" size={12} tone="ink-2">
          {say("加 1 个分类词元，共 197 个", "with the class token: 197")}
        </Label>
      </>
    );
  },
};
