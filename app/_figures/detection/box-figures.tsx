// Boxes: how they are written down, preset and found.

import type { FigureSpec } from "../figure";
import { Arrow, Box, Dot, Label, Line } from "../kit/shapes";
import type { Tone } from "../kit/tones";
import { anchorsAt } from "./boxes";
import { Dog } from "./dog";

export const boundingBox: FigureSpec = {
  name: "bounding-box",
  height: 206,
  caption: {
    zh: "两个角的坐标，四个数，就定下位置和大小",
    en: "Two corners, four numbers, give its place and size",
  },
  alt: {
    zh: "图像中的一条狗被矩形整个圈住：左上角 (40, 60)，右下角 (200, 180)，宽 160，高 120。坐标原点在图像左上角。",
    en: "A rectangle encloses a dog in an image: top-left corner (40, 60), bottom-right corner (200, 180), 160 wide and 120 high. The origin is the top-left corner of the image.",
  },
  draw: () => {
    const unit = 0.8;
    const [left, top] = [22, 10];
    const [x1, y1, x2, y2] = [left + 40 * unit, top + 60 * unit, left + 200 * unit, top + 180 * unit];
    return (
      <>
        <Box x={left} y={top} width={256} height={188} tone="ink-3" radius={2} fill="none" />
        <Dog at={[(x1 + x2) / 2, (y1 + y2) / 2]} size={2.2} />
        <Box x={x1} y={y1} width={x2 - x1} height={y2 - y1} tone="accent" fill="none" radius={0} thick={2} />
        <Dot at={[x1, y1]} />
        <Dot at={[x2, y2]} />
        <Label at={[x1 - 8, y1 - 13]} anchor="start">
          (40, 60)
        </Label>
        <Label at={[x2 + 6, y2 + 14]} anchor="middle">
          (200, 180)
        </Label>
        <Label at={[(x1 + x2) / 2 + 24, y1 - 13]} tone="accent">
          {200 - 40}
        </Label>
        <Label at={[x2 + 10, (y1 + y2) / 2]} anchor="start" tone="accent">
          {180 - 60}
        </Label>
        <Dot at={[left, top]} radius={3} tone="ink-2" />
        <Label at={[left + 8, top + 12]} anchor="start" size={12} tone="ink-2">
          (0, 0)
        </Label>
      </>
    );
  },
};

export const objectDetection: FigureSpec = {
  name: "object-detection",
  height: 170,
  caption: {
    zh: "分类只答“有狗”，检测还要答每条狗在哪里",
    en: "Classification only says that there is a dog; detection says where each one is",
  },
  alt: {
    zh: "同一幅有两条狗的图。左边是图像分类，整幅图只有一个标签“狗”；右边是目标检测，每条狗各有一个带标签的边界框。",
    en: 'One picture with two dogs. Left, image classification: the whole picture gets the one label "dog". Right, object detection: each dog gets its own labeled box.',
  },
  draw: (say) => (
    <>
      {[6, 158].map((x) => (
        <g key={x}>
          <Box x={x} y={26} width={136} height={110} tone="ink-3" fill="none" radius={2} />
          <Dog at={[x + 40, 94]} size={1.1} />
          <Dog at={[x + 100, 70]} size={0.8} />
        </g>
      ))}
      <Label at={[74, 12]} tone="ink-2">
        {say("图像分类", "classification")}
      </Label>
      <Label at={[226, 12]} tone="ink-2">
        {say("目标检测", "detection")}
      </Label>
      <Label at={[74, 153]} strong>
        {say("狗", "dog")}
      </Label>
      <Box x={166} y={66} width={64} height={56} tone="accent" fill="none" radius={0} thick={2} />
      <Box x={234} y={49} width={48} height={41} tone="accent" fill="none" radius={0} thick={2} />
      <Label at={[167, 55]} anchor="start" size={12} tone="accent">
        {say("狗", "dog")}
      </Label>
      <Label at={[235, 38]} anchor="start" size={12} tone="accent">
        {say("狗", "dog")}
      </Label>
      <Label at={[226, 153]} strong>
        {say("两个框", "2 boxes")}
      </Label>
    </>
  ),
};

const ANCHOR_SIZES: readonly { readonly size: number; readonly tone: Tone; readonly dashed: boolean }[] = [
  { size: 30, tone: "ink", dashed: false },
  { size: 60, tone: "accent", dashed: false },
  { size: 118, tone: "good", dashed: true },
];
/** Positions of the feature map that are drawn: all but the corner where the text stands. */
const ANCHOR_POSITIONS = Array.from(
  { length: 7 * 10 },
  (_, index) => [index % 10, Math.floor(index / 10)] as const,
).filter(([column, row]) => column < 7 || row < 5);
const ANCHOR_RATIOS = [0.5, 1, 2] as const;

export const anchorBoxes: FigureSpec = {
  name: "anchor-boxes",
  height: 206,
  caption: {
    zh: "3 种大小 × 3 种长宽比：每个位置 9 个锚框",
    en: "3 sizes × 3 aspect ratios: 9 anchor boxes at every position",
  },
  alt: {
    zh: "特征图的位置排成点阵，其中一点为中心画着 9 个矩形：小、中、大三种大小，各有竖长、正方、横长三种长宽比。40×60 的特征图共有 21600 个锚框。",
    en: "The positions of a feature map form a lattice of dots. Around one of them are 9 rectangles: three sizes, each upright, square and lying. A 40×60 feature map has 21,600 anchor boxes.",
  },
  draw: (say) => (
    <>
      {ANCHOR_POSITIONS.map(([column, row]) => (
        <Dot key={`${column}.${row}`} at={[15 + column * 30, 8 + row * 28]} radius={1} tone="ink-3" />
      ))}
      {ANCHOR_SIZES.flatMap(({ size, tone, dashed }) =>
        anchorsAt([135, 92], [size], ANCHOR_RATIOS).map((box) => (
          <Box key={`${box.width}`} {...box} {...{ tone, dashed }} fill="none" radius={0} thick={2} />
        )),
      )}
      <Dot at={[135, 92]} radius={4} tone="ink" />
      <Label at={[296, 150]} anchor="end">
        {say("3 种大小", "3 sizes")}
      </Label>
      <Label at={[296, 170]} anchor="end">
        {say("× 3 种长宽比", "× 3 ratios")}
      </Label>
      <Label at={[296, 190]} anchor="end" strong tone="accent">
        = {ANCHOR_SIZES.length * ANCHOR_RATIOS.length}
      </Label>
    </>
  ),
};

/** Of the concept's example: a point and its distances to the four edges. */
const POINT = { x: 120, y: 80, left: 30, top: 20, right: 50, bottom: 40 } as const;

export const anchorFreePoint: FigureSpec = {
  name: "anchor-free-point",
  height: 186,
  caption: {
    zh: "从一点直接预测到四边的距离，框就定了，不需要锚框",
    en: "From one point the distances to the four edges are predicted; no anchor box is needed",
  },
  alt: {
    zh: "点 (120, 80) 到左、上、右、下四边的距离为 30、20、50、40，所以框从 (90, 60) 到 (170, 120)，宽 80，高 60。",
    en: "The point (120, 80) predicts distances of 30, 20, 50 and 40 to the left, top, right and bottom edges, so the box runs from (90, 60) to (170, 120), 80 wide and 60 high.",
  },
  draw: () => {
    const unit = 2;
    const [cx, cy] = [130, 74];
    const [x1, y1] = [cx - POINT.left * unit, cy - POINT.top * unit];
    const [x2, y2] = [cx + POINT.right * unit, cy + POINT.bottom * unit];
    return (
      <>
        <Box x={x1} y={y1} width={x2 - x1} height={y2 - y1} tone="accent" radius={0} thick={2} />
        <Arrow from={[cx, cy]} to={[x1, cy]} />
        <Arrow from={[cx, cy]} to={[x2, cy]} />
        <Arrow from={[cx, cy]} to={[cx, y1]} />
        <Arrow from={[cx, cy]} to={[cx, y2]} />
        <Dot at={[cx, cy]} radius={5} />
        <Label at={[(cx + x1) / 2, cy - 11]}>{POINT.left}</Label>
        <Label at={[(cx + x2) / 2, cy - 11]}>{POINT.right}</Label>
        <Label at={[cx + 14, (cy + y1) / 2]}>{POINT.top}</Label>
        <Label at={[cx + 14, (cy + y2) / 2 + 4]}>{POINT.bottom}</Label>
        <Label at={[cx + 10, cy + 15]} anchor="start" size={12} tone="accent">
          ({POINT.x}, {POINT.y})
        </Label>
        <Label at={[x1, y1 - 14]} size={12} tone="ink-2">
          ({POINT.x - POINT.left}, {POINT.y - POINT.top})
        </Label>
        <Label at={[x2, y2 + 15]} size={12} tone="ink-2">
          ({POINT.x + POINT.right}, {POINT.y + POINT.bottom})
        </Label>
      </>
    );
  },
};

export const roiAlign: FigureSpec = {
  name: "roi-align",
  height: 206,
  caption: {
    zh: "取整把边从 12.5 挪到 12，原图上偏了 8 个像素；RoI Align 照用 12.5",
    en: "Rounding moves the edge from 12.5 to 12, 8 pixels in the image; RoI Align keeps 12.5",
  },
  alt: {
    zh: "两行特征图的格子，编号 11 到 17。候选区域应当从 12.5 到 16.5。上面是感兴趣区域池化，取整成 12 到 16，偏左半格，即原图 8 个像素；下面是 RoI Align，边界不取整，格内有用双线性插值取值的采样点。",
    en: "Two strips of feature-map cells, 11 to 17. The region should run from 12.5 to 16.5. Above, RoI pooling rounds it to 12 to 16, half a cell too far left, 8 pixels in the image; below, RoI Align keeps the edges and reads sample points by bilinear interpolation.",
  },
  draw: (say) => {
    const [first, cell, x] = [11, 40, 10];
    const xOf = (position: number) => x + (position - first) * cell;
    const [from, to] = [200 / 16, 264 / 16];
    const rows = [
      {
        y: 38,
        name: say("RoI 池化：取整", "RoI pooling: rounded"),
        start: Math.floor(from),
        end: Math.floor(to),
        exact: false,
      },
      { y: 132, name: say("RoI Align：不取整", "RoI Align: exact"), start: from, end: to, exact: true },
    ];
    return rows.map(({ y, name, start, end, exact }) => (
      <g key={y}>
        <Label at={[x, y - 22]} anchor="start">
          {name}
        </Label>
        {Array.from({ length: 7 }, (_, index) => first + index).map((column) => (
          <g key={column}>
            <Box x={xOf(column)} y={y} width={cell} height={36} tone="line" radius={0} thick={1} />
            <Label at={[xOf(column), y + 48]} size={12} tone="ink-2">
              {column}
            </Label>
          </g>
        ))}
        <Box x={xOf(start)} y={y} width={(end - start) * cell} height={36} tone="accent" radius={0} thick={2} />
        {exact
          ? [0.5, 1.5, 2.5, 3.5].map((offset) => <Dot key={offset} at={[xOf(start + offset), y + 18]} radius={3} />)
          : null}
        <Line from={[xOf(from), y - 9]} to={[xOf(from), y + 36]} tone="good" thick={2} dashed />
        <Label at={[xOf(from) + 6, y - 8]} anchor="start" size={12} tone="good">
          {from}
        </Label>
      </g>
    ));
  },
};
