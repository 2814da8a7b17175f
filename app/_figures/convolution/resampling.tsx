import type { FigureSpec } from "../figure";
import { Mesh } from "../kit/cell-grid";
import { NumberGrid } from "../kit/number-grid";
import { trimmed } from "../kit/numbers";
import { Axes, Curve, type Frame, place } from "../kit/plot";
import { Arrow, Box, Dot, Label, Line, Polyline } from "../kit/shapes";
import { linearAt, repeated, stretched } from "./resample";

const SHORT_ROW = [1, 3] as const;

function Heights({ x, values, name }: { x: number; values: readonly number[]; name: string }) {
  const [bottom, unit, slot] = [158, 24, 33];
  return (
    <>
      {values.map((value, index) => {
        const left = x + index * slot;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its place
          <g key={index}>
            <Box
              x={left}
              y={bottom - value * unit}
              width={slot}
              height={value * unit}
              tone="accent"
              radius={0}
              thick={1}
            />
            <Label at={[left + slot / 2, bottom - value * unit - 9]} size={12}>
              {trimmed(value)}
            </Label>
          </g>
        );
      })}
      <Line from={[x, bottom]} to={[x + values.length * slot, bottom]} />
      <Label at={[x + (values.length * slot) / 2, bottom + 15]} tone="ink-2">
        {name}
      </Label>
    </>
  );
}

export const upsampling: FigureSpec = {
  name: "upsampling",
  height: 184,
  caption: {
    zh: "重复像素留下台阶，插值则平滑过渡",
    en: "Repeated pixels leave steps, interpolated ones a smooth passage",
  },
  alt: {
    zh: "一行 1、3 加长一倍：左边重复像素得 1、1、3、3，像台阶；右边线性插值得 1、1.67、2.33、3，像斜坡。",
    en: "The row 1, 3 is doubled. Left: repetition gives 1, 1, 3, 3, a step. Right: linear interpolation gives 1, 1.67, 2.33, 3, a ramp.",
  },
  draw: (say) => (
    <>
      <Label at={[114, 18]} anchor="end" tone="ink-2">
        {say("输入", "input")}
      </Label>
      <NumberGrid x={124} y={6} cell={26} values={[SHORT_ROW]} />
      <Arrow from={[128, 38]} to={[96, 58]} />
      <Arrow from={[172, 38]} to={[204, 58]} />
      <Heights x={8} values={repeated(SHORT_ROW, 2)} name={say("重复", "repeat")} />
      <Heights x={160} values={stretched(SHORT_ROW, 4)} name={say("插值", "interpolate")} />
    </>
  ),
};

const THUMBNAIL_FROM = 8;

function KeptPixel({ x, y, side }: { x: number; y: number; side: number }) {
  return (
    <>
      <Box {...{ x, y }} width={side} height={side} tone="accent" radius={0} thick={1} />
      <Dot at={[x + side / 2, y + side / 2]} radius={2} />
    </>
  );
}

export const downsampling: FigureSpec = {
  name: "downsampling",
  height: 160,
  caption: {
    zh: "隔一行取一行、隔一列取一列：像素只剩四分之一",
    en: "Every other row and column is kept: a quarter of the pixels remains",
  },
  alt: {
    zh: "8×8 的网格中，只有单数行与单数列相交处的 16 格留下，拼成 4×4 的网格，像素数是原来的四分之一；224×224 变成 112×112 也是如此。",
    en: "Of an 8×8 grid only the 16 cells in every other row and column stay and form a 4×4 grid, a quarter of the pixels; 224×224 becomes 112×112 in the same way.",
  },
  draw: (say) => {
    const kept = THUMBNAIL_FROM / 2;
    const big = { x: 10, y: 8, cell: 15, rows: THUMBNAIL_FROM, columns: THUMBNAIL_FROM };
    const small = { x: 214, y: 38, cell: 15 };
    const keptPlaces = Array.from(
      { length: kept * kept },
      (_, index) => [Math.floor(index / kept), index % kept] as const,
    );
    return (
      <>
        <Mesh {...big} />
        {keptPlaces.map(([row, column]) => (
          <g key={`${row}.${column}`}>
            <KeptPixel x={big.x + 2 * column * big.cell} y={big.y + 2 * row * big.cell} side={big.cell} />
            <KeptPixel x={small.x + column * small.cell} y={small.y + row * small.cell} side={small.cell} />
          </g>
        ))}
        <Arrow from={[146, 68]} to={[198, 68]} />
        <Label at={[70, 145]}>8×8</Label>
        <Label at={[244, 114]}>4×4</Label>
        <Label at={[172, 54]} size={12} tone="ink-2">
          {say("取 ¼", "keep ¼")}
        </Label>
      </>
    );
  },
};

const PIXELS = [10, 20] as const;
const MIDWAY = 0.5;

export const interpolation: FigureSpec = {
  name: "interpolation",
  height: 196,
  caption: {
    zh: "正中间：线性插值给出 15，最近邻插值只能给出 10 或 20",
    en: "Halfway, linear interpolation gives 15; nearest-neighbor gives 10 or 20",
  },
  alt: {
    zh: "横轴是位置，纵轴是像素值。相邻像素 10 和 20 之间，实线是线性插值，正中间为 15；虚线是最近邻插值，前一半是 10，后一半是 20。",
    en: "Position across, pixel value up. Between the neighboring pixels 10 and 20 the solid line is linear interpolation, 15 halfway; the dashed one is nearest-neighbor, 10 in the first half and 20 in the second.",
  },
  draw: (say) => {
    const frame: Frame = { x: 40, y: 26, width: 240, height: 120, xRange: [-0.15, 1.15], yRange: [6, 24] };
    const middle = linearAt(PIXELS, MIDWAY);
    const [first, last] = PIXELS;
    return (
      <>
        <Axes
          frame={frame}
          xName={say("位置", "position")}
          yName={say("像素值", "pixel value")}
          xTicks={[{ at: 0 }, { at: MIDWAY }, { at: 1 }]}
          yTicks={[{ at: first }, { at: middle }, { at: last }]}
        />
        <Line from={place(frame, [MIDWAY, 6])} to={place(frame, [MIDWAY, 24])} tone="line" />
        <Line from={place(frame, [-0.15, middle])} to={place(frame, [MIDWAY, middle])} tone="line" />
        <Polyline points={[place(frame, [0, first]), place(frame, [MIDWAY, first])]} tone="good" dashed />
        <Polyline points={[place(frame, [MIDWAY, last]), place(frame, [1, last])]} tone="good" dashed />
        <Curve frame={frame} of={(x) => linearAt(PIXELS, x)} from={0} to={1} />
        <Dot at={place(frame, [0, first])} tone="ink" radius={5} />
        <Dot at={place(frame, [1, last])} tone="ink" radius={5} />
        <Dot at={place(frame, [MIDWAY, middle])} radius={5} />
        <Label at={[178, 94]} anchor="start" strong tone="accent">
          {say("线性 ", "linear ")}
          {middle}
        </Label>
        <Label at={[212, 128]} anchor="start" tone="good" size={12}>
          {say("最近邻", "nearest")}
        </Label>
        <Line from={[208, 126]} to={[166, 120]} tone="good" thick={1} />
      </>
    );
  },
};
