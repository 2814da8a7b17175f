import type { FigureSpec, Say } from "../figure";
import { Arrow, Box, Label, Line } from "../kit/shapes";

function Trips({ y, steps, total, say }: { y: number; steps: readonly string[]; total: string; say: Say }) {
  const width = 196 / steps.length;
  return (
    <>
      <Line from={[10, y]} to={[222, y]} tone="ink-2" thick={2} />
      {steps.map((step, index) => {
        const middle = 16 + (index + 0.5) * width;
        return (
          <g key={step}>
            <Box x={middle - width / 2 + 4} y={y + 26} width={width - 8} height={24} tone="accent" label={step} />
            <Arrow from={[middle - 12, y + 3]} to={[middle - 12, y + 24]} />
            <Arrow from={[middle + 12, y + 25]} to={[middle + 12, y + 4]} />
          </g>
        );
      })}
      <Label at={[292, y]} anchor="end" size={12} tone="ink-2">
        {say("显存", "memory")}
      </Label>
      <Label at={[292, y + 38]} anchor="end" strong>
        {total}
      </Label>
    </>
  );
}

const kernelFusion: FigureSpec = {
  name: "kernel-fusion",
  height: 142,
  caption: {
    zh: "每根箭头搬 4 MB：三步要六趟，合成一步只要两趟",
    en: "Each arrow moves 4 MB: six trips as three steps, two as one",
  },
  alt: {
    zh: "上：乘、加、ReLU 三步，每步从显存读 4 MB 又写 4 MB，共 24 MB。下：合成一步 ReLU(ax + b)，读一次写一次，共 8 MB。",
    en: "Above, multiply, add and ReLU as three steps, each reading and writing 4 MB of memory: 24 MB. Below, one step ReLU(ax + b), read once and written once: 8 MB.",
  },
  draw: (say) => (
    <>
      <Trips y={12} steps={["× a", "+ b", "ReLU"]} total="24 MB" say={say} />
      <Trips y={84} steps={["ReLU(ax + b)"]} total="8 MB" say={say} />
    </>
  ),
};

const TILES = 6;
const TILE = 21;

const flashAttention: FigureSpec = {
  name: "flash-attention",
  height: 180,
  caption: {
    zh: "一次只算一块，记住最高分 m 与总和 l，不存整张表",
    en: "One tile at a time, a running maximum m and sum l, no full table",
  },
  alt: {
    zh: "得分矩阵分成 6 × 6 块：左边一条是查询块 Q，上面一条是键值块 K、V。只有正在算的一块在片上，同一行左边的几块已算完并丢弃，其余还没算；旁边记着最高分 m、总和 l 与输出 o。",
    en: "The score matrix in 6 × 6 tiles, blocks of queries Q at its left and of keys and values K, V on top. Only the current tile is on the chip; those left of it are done and dropped, the rest are to come. Beside it stand the running maximum m, sum l and output o.",
  },
  draw: (say) => {
    const [row, column] = [2, 3];
    const done = (r: number, c: number) => r < row || (r === row && c < column);
    return (
      <>
        {Array.from({ length: TILES }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a block is its place
          <g key={index}>
            <Box
              x={22}
              y={40 + index * TILE}
              width={14}
              height={TILE - 2}
              tone={index === row ? "accent" : "line"}
              radius={0}
              thick={index === row ? 2 : 1}
            />
            <Box
              x={42 + index * TILE}
              y={20}
              width={TILE - 2}
              height={14}
              tone={index === column ? "accent" : "line"}
              radius={0}
              thick={index === column ? 2 : 1}
            />
            {Array.from({ length: TILES }, (_, c) => (
              <Box
                // biome-ignore lint/suspicious/noArrayIndexKey: a tile is its place
                key={c}
                x={42 + c * TILE}
                y={40 + index * TILE}
                width={TILE - 2}
                height={TILE - 2}
                tone={index === row && c === column ? "accent" : "line"}
                fill={index === row && c === column ? "ground" : "none"}
                dashed={!done(index, c) && !(index === row && c === column)}
                radius={0}
                thick={index === row && c === column ? 2.5 : 1}
              />
            ))}
          </g>
        ))}
        <Label at={[11, 102]} italic>
          Q
        </Label>
        <Label at={[104, 9]} italic>
          K, V
        </Label>
        <Arrow from={[42 + (column + 1) * TILE, 92]} to={[190, 92]} tone="accent" />
        <Box x={192} y={58} width={98} height={72} tone="accent" />
        <Label at={[241, 72]} size={12} tone="ink-2">
          {say("片上", "on chip")}
        </Label>
        <Label at={[241, 94]} strong italic>
          m, l, o
        </Label>
        <Label at={[241, 116]} size={12}>
          {say("边算边改", "kept current")}
        </Label>
      </>
    );
  },
};

export const kernelFigures: readonly FigureSpec[] = [kernelFusion, flashAttention];
