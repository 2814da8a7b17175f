// Images as projections of a moving, three-dimensional world.

import type { FigureSpec } from "../figure";
import { Mesh } from "../kit/cell-grid";
import { sumOf } from "../kit/maths";
import { Arrow, Box, Dot, Label, Line } from "../kit/shapes";
import { alongRay } from "./rays";

/** Of the concept's example. */
const FLOW = { x: 100, y: 50, u: 3, v: -2 } as const;

export const opticalFlow: FigureSpec = {
  name: "optical-flow",
  height: 196,
  caption: {
    zh: "位移 (3, −2)：下一帧向右 3 格、向上 2 格，亮度不变",
    en: "Displacement (3, −2): 3 to the right and 2 up in the next frame, with the same brightness",
  },
  alt: {
    zh: "像素网格上，一支箭头从 (100, 50) 指向 (103, 48)，这就是该像素的光流 (3, −2)；纵坐标向下增大，所以 −2 是向上。",
    en: "On a grid of pixels an arrow leads from (100, 50) to (103, 48): the optical flow of that pixel is (3, −2). The vertical coordinate grows downward, so −2 is up.",
  },
  draw: (say) => {
    const [x, y, cell] = [56, 12, 28];
    const [firstColumn, firstRow] = [98, 47];
    const xOf = (column: number) => x + (column - firstColumn) * cell;
    const yOf = (row: number) => y + (row - firstRow) * cell;
    const [toX, toY] = [FLOW.x + FLOW.u, FLOW.y + FLOW.v];
    return (
      <>
        <Mesh x={x} y={y} cell={cell} rows={5} columns={8} />
        <Box x={xOf(FLOW.x)} y={yOf(FLOW.y)} width={cell} height={cell} tone="ink-2" radius={0} dashed />
        <Box x={xOf(toX)} y={yOf(toY)} width={cell} height={cell} tone="accent" radius={0} thick={2} />
        <Arrow
          from={[xOf(FLOW.x) + cell / 2, yOf(FLOW.y) + cell / 2]}
          to={[xOf(toX) + cell / 2, yOf(toY) + cell / 2]}
          tone="accent"
          thick={2}
        />
        {[100, 101, 102, 103].map((column) => (
          <Label key={column} at={[xOf(column) + cell / 2, y + 5 * cell + 12]} size={12} tone="ink-2">
            {column}
          </Label>
        ))}
        {[48, 49, 50].map((row) => (
          <Label key={row} at={[x - 8, yOf(row) + cell / 2]} anchor="end" size={12} tone="ink-2">
            {row}
          </Label>
        ))}
        <Label at={[xOf(FLOW.x) - 4, yOf(FLOW.y) + cell + 14]} anchor="middle" size={12}>
          {say("本帧", "now")}
        </Label>
        <Label at={[xOf(toX) + cell / 2, yOf(toY) - 14]} size={12} tone="accent">
          {say("下一帧", "next frame")}
        </Label>
        <Label at={[x + 4 * cell, 184]}>
          u = {FLOW.u}, v = −{-FLOW.v}
        </Label>
      </>
    );
  },
};

const SAMPLES = [
  { opacity: 0.5, brightness: 0.8 },
  { opacity: 0.5, brightness: 0.4 },
] as const;

export const radianceRay: FigureSpec = {
  name: "radiance-ray",
  height: 190,
  caption: {
    zh: "沿光线由近到远：前面的点挡去一半，后面的点只剩一半光",
    en: "Along the ray from near to far: the first sample takes half, the second gets what light is left",
  },
  alt: {
    zh: "一条光线从相机出发，经过两个采样点，不透明度都是 0.5，亮度为 0.8 和 0.4。到达前者的光为 1，贡献 1×0.5×0.8 = 0.4；到达后者的光为 0.5，贡献 0.5×0.5×0.4 = 0.1；像素为 0.5。",
    en: "A ray leaves the camera and meets two samples of opacity 0.5 and brightness 0.8 and 0.4. The share reaching the first is 1, and it adds 1×0.5×0.8 = 0.4; 0.5 reaches the second, which adds 0.5×0.5×0.4 = 0.1; the pixel is 0.5.",
  },
  draw: (say) => {
    const ray = alongRay(SAMPLES);
    const total = sumOf(ray.map(({ contribution }) => contribution));
    const xOf = (index: number) => 132 + index * 104;
    const y = 52;
    return (
      <>
        <path d="M10,38h26v28h-26zM36,46l12,-8v28l-12,-8z" strokeWidth={1.5} className="fill-sunken stroke-ink-2" />
        <Line from={[50, y]} to={[xOf(0), y]} tone="ink-2" thick={5} />
        <Line from={[xOf(0), y]} to={[xOf(1), y]} tone="ink-2" thick={2.5} />
        <Arrow from={[xOf(1), y]} to={[290, y]} thick={1.25} />
        <Label at={[29, 82]} size={12} tone="ink-2">
          {say("相机", "camera")}
        </Label>
        <Label at={[86, 36]} size={12} tone="ink-2">
          T = {ray[0]?.reaching}
        </Label>
        <Label at={[184, 36]} size={12} tone="ink-2">
          T = {ray[1]?.reaching}
        </Label>
        {SAMPLES.map(({ opacity, brightness }, index) => {
          const { reaching = 1, contribution = 0 } = ray[index] ?? {};
          const x = xOf(index);
          return (
            <g key={brightness}>
              <Dot at={[x, y]} radius={12} open />
              <Label at={[x, y]} size={12}>
                {index + 1}
              </Label>
              <Label at={[x, 18]} size={12} tone="accent">
                c = {brightness}
              </Label>
              <Line from={[x, y + 14]} to={[x, 92]} tone="line" />
              <Label at={[x, 104]} size={12}>
                {reaching} × {opacity} × {brightness}
              </Label>
              <Label at={[x, 124]} strong>
                = {Number(contribution.toFixed(2))}
              </Label>
            </g>
          );
        })}
        <Line from={[84, 140]} to={[284, 140]} tone="line" />
        <Label at={[184, 124]}>+</Label>
        <Label at={[184, 160]} strong tone="accent">
          {say("像素 = ", "pixel = ")}
          {Number(total.toFixed(2))}
        </Label>
        <Label at={[184, 179]} size={12} tone="ink-2">
          {say("不透明度都是 0.5", "opacity 0.5 each")}
        </Label>
      </>
    );
  },
};

/** Of the concept's example: pixels, meters, pixels. */
const STEREO = { focal: 700, baseline: 0.12, disparity: 21 } as const;

export const stereoDepth: FigureSpec = {
  name: "stereo-depth",
  height: 206,
  caption: {
    zh: "错开得越多，离得越近：Z = f b ÷ d = 4 米",
    en: "The larger the shift between the views, the nearer the point: Z = f b / d = 4 m",
  },
  alt: {
    zh: "俯视图：左右两个镜头相距 b = 0.12 米，从各自到同一点的视线与两镜头构成三角形，点的距离为 Z。焦距 f = 700 像素，视差 d = 21 像素，Z = 700 × 0.12 ÷ 21 = 4 米。",
    en: "Seen from above: two lenses b = 0.12 m apart and their lines of sight to one point form a triangle of depth Z. With the focal length f = 700 pixels and the disparity d = 21 pixels, Z = 700 × 0.12 / 21 = 4 m.",
  },
  draw: (say) => {
    const depth = (STEREO.focal * STEREO.baseline) / STEREO.disparity;
    const [left, right, bottom, top] = [70, 190, 136, 26];
    const point = [130, top] as const;
    return (
      <>
        <Line from={[left, bottom]} to={point} tone="ink-2" />
        <Line from={[right, bottom]} to={point} tone="ink-2" />
        <Line from={[left, bottom]} to={[right, bottom]} tone="accent" thick={2} />
        <Line from={point} to={[130, bottom]} tone="good" dashed />
        <Box x={left - 14} y={bottom} width={28} height={16} tone="ink-3" radius={2} />
        <Box x={right - 14} y={bottom} width={28} height={16} tone="ink-3" radius={2} />
        <Dot at={point} radius={6} />
        <Label at={[130, bottom + 13]} tone="accent" italic>
          b
        </Label>
        <Label at={[138, 92]} anchor="start" tone="good" italic>
          Z
        </Label>
        <Label at={[left, bottom + 28]} size={12} tone="ink-2">
          {say("左镜头", "left")}
        </Label>
        <Label at={[right, bottom + 28]} size={12} tone="ink-2">
          {say("右镜头", "right")}
        </Label>
        <Label at={[212, 34]} anchor="start" size={12}>
          <tspan className="italic">f</tspan> = {STEREO.focal}
          {say(" 像素", " px")}
        </Label>
        <Label at={[212, 54]} anchor="start" size={12}>
          <tspan className="italic">b</tspan> = {STEREO.baseline}
          {say(" 米", " m")}
        </Label>
        <Label at={[212, 74]} anchor="start" size={12}>
          <tspan className="italic">d</tspan> = {STEREO.disparity}
          {say(" 像素", " px")}
        </Label>
        <Label at={[150, 190]}>
          <tspan className="italic">Z</tspan> = {STEREO.focal} × {STEREO.baseline} ÷ {STEREO.disparity} ={" "}
          <tspan className="font-semibold">{depth}</tspan>
          {say(" 米", " m")}
        </Label>
      </>
    );
  },
};
