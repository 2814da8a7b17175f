import type { FigureSpec } from "../figure";
import { Box, Label } from "../kit/shapes";

/** The slanted stack of boxes that stands for a third axis. */
function Sheets({ x, y, count }: { x: number; y: number; count: number }) {
  return Array.from({ length: count }, (_, index) => {
    const shift = (count - 1 - index) * 7;
    return [0, 1, 2].flatMap((row) =>
      [0, 1, 2].map((column) => (
        <Box
          // biome-ignore lint/suspicious/noArrayIndexKey: a box is its place
          key={`${index}.${row}.${column}`}
          x={x + shift + column * 18}
          y={y - shift + row * 18}
          width={18}
          height={18}
          tone={index === count - 1 ? "accent" : "ink-3"}
          radius={0}
          thick={1}
        />
      )),
    );
  });
}

export const tensor: FigureSpec = {
  name: "tensor",
  height: 128,
  caption: {
    zh: "轴数 0、1、2、3：一个数、一排、一面、一摞",
    en: "0, 1, 2 and 3 axes: a number, a row, a table, a stack",
  },
  alt: {
    zh: "四个图形：一格是标量（0 个轴），一排三格是向量（1 个轴），三乘三的方格是矩阵（2 个轴），三张方格叠起来是 3 个轴的张量。",
    en: "Four shapes: one box is a scalar (0 axes), a row of three a vector (1 axis), three by three a matrix (2 axes), three such tables stacked a tensor of 3 axes.",
  },
  draw: (say) => {
    const names = [say("标量", "scalar"), say("向量", "vector"), say("矩阵", "matrix"), say("张量", "tensor")];
    const middles = [26, 88, 166, 249];
    return (
      <>
        <Box x={17} y={49} width={18} height={18} tone="accent" radius={0} thick={1} />
        {[0, 1, 2].map((column) => (
          <Box key={column} x={61 + column * 18} y={49} width={18} height={18} tone="accent" radius={0} thick={1} />
        ))}
        <Sheets x={139} y={31} count={1} />
        <Sheets x={215} y={34} count={3} />
        {names.map((name, axes) => (
          <g key={name}>
            <Label at={[middles[axes] ?? 0, 102]}>{name}</Label>
            <Label at={[middles[axes] ?? 0, 119]} size={12} tone="ink-2">
              {say(`${axes} 轴`, axes === 1 ? "1 axis" : `${axes} axes`)}
            </Label>
          </g>
        ))}
      </>
    );
  },
};
