import type { FigureSpec, Say } from "../figure";
import { MarkedGrid, NumberGrid } from "../kit/number-grid";
import { Box, Label, Line } from "../kit/shapes";
import { transposedRow } from "./convolve";

/** Of the concept's example. */
export const STAMPED = [1, 3] as const;
export const STAMP = [1, 2, 1] as const;
export const FIRST_STAMP_STRIDE = 2;
export const TRANSPOSED_HEIGHT = 196;

const [LEFT, CELL] = [96, 32];

/** The prints that the two input values leave at that stride (1 to 3), one below the other, and their sum. */
export function Prints({ say, stride }: { say: Say; stride: number }) {
  const { prints, sum } = transposedRow(STAMPED, STAMP, stride);
  const shared = sum.map((_, column) => column).filter((column) => prints.every((print) => print[column] !== null));
  return (
    <>
      <Label at={[6, 22]} anchor="start" tone="ink-2">
        {say("输入", "input")}
      </Label>
      {STAMPED.map((value, index) => (
        <NumberGrid key={value} x={LEFT + index * stride * CELL} y={6} cell={CELL} values={[[value]]} />
      ))}
      <Label at={[292, 14]} anchor="end" size={12} tone="ink-2">
        {say("滤波器", "filter")}
      </Label>
      <Label at={[292, 31]} anchor="end" size={12} tone="ink-2">
        {STAMP.join(" ")}
      </Label>
      {STAMPED.map((value, index) => {
        const [start, y] = [index * stride, 58 + index * 38];
        const print = prints[index]?.slice(start, start + STAMP.length) ?? [];
        return (
          <g key={value}>
            <Label at={[6, y + CELL / 2]} anchor="start" tone="ink-2">
              {value} × {say("滤波器", "filter")}
            </Label>
            <MarkedGrid
              {...{ x: LEFT + start * CELL, y, cell: CELL, values: [print] }}
              tone={() => (index === 0 ? "good" : "accent")}
            />
          </g>
        );
      })}
      <Line from={[LEFT, 142]} to={[LEFT + sum.length * CELL, 142]} tone="ink-2" />
      <Label at={[6, 166]} anchor="start" tone="ink-2">
        {say("输出（相加）", "output (sum)")}
      </Label>
      <NumberGrid
        {...{ x: LEFT, y: 150, cell: CELL, values: [sum] }}
        tone={(_, column) => (shared.includes(column) ? "ink-3" : "line")}
      />
      {shared.map((column) => (
        <Box
          key={column}
          x={LEFT + column * CELL}
          y={150}
          width={CELL}
          height={CELL}
          tone="ink"
          fill="none"
          radius={0}
          thick={2}
        />
      ))}
    </>
  );
}

export const transposedConvolution: FigureSpec = {
  name: "transposed-convolution",
  height: TRANSPOSED_HEIGHT,
  caption: {
    zh: "每个输入值盖一个印，步幅 2；叠住的一格相加：1 + 3 = 4",
    en: "Each input value leaves a print, stride 2; where two overlap they add up: 1 + 3 = 4",
  },
  liveCaption: {
    zh: "每个输入值盖一个印，叠住的格相加；步幅越大，印离得越远",
    en: "Each input value leaves a print, and overlaps add up; a larger stride moves the prints apart",
  },
  alt: {
    zh: "输入 1、3，滤波器 1、2、1，步幅 2。1 的印是 1、2、1，占第一到第三格；3 的印是 3、6、3，占第三到第五格。两个印在第三格重叠，相加得 1、2、4、6、3。",
    en: "Input 1, 3, filter 1, 2, 1, stride 2. The print of 1 is 1, 2, 1 in cells one to three; that of 3 is 3, 6, 3 in cells three to five. They overlap in the third cell, and the sum is 1, 2, 4, 6, 3.",
  },
  draw: (say) => <Prints say={say} stride={FIRST_STAMP_STRIDE} />,
  interactive: true,
};
