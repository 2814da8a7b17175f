import type { FigureSpec, Say } from "../figure";
import { Bracket, Cross } from "../kit/marks";
import { counted } from "../kit/numbers";
import { Arrow, Box, Label, Line } from "../kit/shapes";

/** Units of the figure per millisecond. */
const MS = 6;

const latencyThroughput: FigureSpec = {
  name: "latency-throughput",
  height: 168,
  caption: {
    zh: "同样 40 毫秒：4 张各等 10，还是 8 张都等 40？",
    en: "In 40 ms: 4 images that wait 10 each, or 8 that wait 40?",
  },
  alt: {
    zh: "两条时间轴，都长 40 毫秒。上：四块各 10 毫秒，每块 1 张，每秒 100 张，延迟 10 毫秒。下：一块 40 毫秒含 8 张，每秒 200 张，延迟 40 毫秒。",
    en: "Two timelines of 40 ms. Above, four blocks of 10 ms with one image each: 100 per second, latency 10 ms. Below, one block of 40 ms with 8 images: 200 per second, latency 40 ms.",
  },
  draw: (say) => (
    <>
      <Label at={[30, 14]} anchor="start" strong>
        {say("逐张：每秒 100 张", "one by one: 100 per s")}
      </Label>
      {[0, 1, 2, 3].map((image) => (
        <Box key={image} x={30 + image * 10 * MS + 1} y={28} width={10 * MS - 2} height={26} label={image + 1} />
      ))}
      <Bracket from={30} to={30 + 10 * MS} y={58} label={say("10 毫秒", "10 ms")} />
      <Label at={[30, 98]} anchor="start" strong>
        {say("8 张一批：每秒 200 张", "batch of 8: 200 per s")}
      </Label>
      <Box x={31} y={110} width={40 * MS - 2} height={26} tone="accent" />
      {[1, 2, 3, 4, 5, 6, 7, 8].map((image) => (
        <Label key={image} at={[30 + (image - 0.5) * 5 * MS, 123]}>
          {image}
        </Label>
      ))}
      <Bracket from={30} to={30 + 40 * MS} y={140} label={say("40 毫秒", "40 ms")} />
    </>
  ),
};

const FRAME_MS = 25;

const framesPerSecond: FigureSpec = {
  name: "fps",
  height: 128,
  caption: {
    zh: "每张 25 毫秒：摄像头每 33 毫秒来一帧，跟得上",
    en: "25 ms an image: the camera brings one every 33 ms, so the model keeps up",
  },
  alt: {
    zh: "100 毫秒的时间轴。摄像头每秒 30 帧，约每 33 毫秒来一帧；模型每张用 25 毫秒，每秒 40 帧，每帧之后都有空闲。",
    en: "A timeline of 100 ms. The camera takes 30 frames per second, one about every 33 ms; the model needs 25 ms each, 40 per second, and is idle after each frame.",
  },
  draw: (say) => {
    const unit = 2.1;
    const arrivals = [0, 1, 2].map((frame) => (frame * 1000) / 30);
    return (
      <>
        <Label at={[68, 26]} anchor="end">
          {say("摄像头", "camera")}
        </Label>
        <Label at={[68, 68]} anchor="end">
          {say("模型", "model")}
        </Label>
        {arrivals.map((arrival, index) => (
          <g key={arrival}>
            <Box x={76 + arrival * unit} y={16} width={20} height={20} tone="ink-2" radius={1} label={index + 1} />
            <Arrow from={[76 + arrival * unit + 1, 38]} to={[76 + arrival * unit + 1, 54]} />
            <Box
              x={76 + arrival * unit}
              y={56}
              width={FRAME_MS * unit}
              height={24}
              tone="accent"
              radius={1}
              label={index + 1}
            />
          </g>
        ))}
        <Line from={[76, 88]} to={[76 + 100 * unit, 88]} />
        {[0, 25, 50, 75, 100].map((ms) => (
          <g key={ms}>
            <Line from={[76 + ms * unit, 88]} to={[76 + ms * unit, 92]} />
            <Label at={[76 + ms * unit, 102]} size={12} tone="ink-2">
              {ms}
            </Label>
          </g>
        ))}
        <Label at={[68, 102]} anchor="end" size={12} tone="ink-2">
          {say("毫秒", "ms")}
        </Label>
        <Label at={[181, 120]} size={12} strong>
          {`1000 ${say("÷", "/")} 25 = 40 FPS`}
        </Label>
      </>
    );
  },
};

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

const checkpointFigure: FigureSpec = {
  name: "checkpoint",
  height: 118,
  caption: {
    zh: "每 5000 步存一次，从最近的存档接着训",
    en: "Saved every 5,000 steps; training resumes from the last save",
  },
  alt: {
    zh: "从 30000 到 50000 步的时间轴，每 5000 步一个存档。43200 步处死机，回到 40000 步的存档，损失 3200 步。",
    en: "A line from step 30,000 to 50,000 with a save every 5,000. At 43,200 it crashes and goes back to the save at 40,000: 3,200 steps are lost.",
  },
  draw: (say) => {
    const x = (step: number) => 26 + ((step - 30000) / 20000) * 248;
    return (
      <>
        <Line from={[x(30000), 72]} to={[x(43200), 72]} tone="ink" thick={2} />
        <Line from={[x(43200), 72]} to={[x(50000), 72]} dashed />
        {[30000, 35000, 40000, 45000, 50000].map((step) => (
          <g key={step}>
            <Box
              x={x(step) - 7}
              y={65}
              width={14}
              height={14}
              tone={step > 43200 ? "line" : step === 40000 ? "accent" : "good"}
              radius={1}
              thick={step === 40000 ? 2.5 : 1.5}
              dashed={step > 43200}
            />
            <Label at={[x(step), 94]} size={12} tone="ink-2">
              {counted(say, step)}
            </Label>
          </g>
        ))}
        <Cross at={[x(43200), 72]} size={5} thick={2.5} />
        <Arrow from={[x(43200), 60]} to={[x(40000) + 2, 62]} bend={-30} tone="accent" />
        <Label at={[x(43200) + 14, 44]} anchor="start" tone="warn">
          {say("死机于 43200", "crash, 43,200")}
        </Label>
        <Label at={[x(41600), 22]} strong>
          {say("损失 3200 步", "3,200 steps lost")}
        </Label>
      </>
    );
  },
};

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

const tensor: FigureSpec = {
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

export const speedFigures: readonly FigureSpec[] = [
  latencyThroughput,
  framesPerSecond,
  kernelFusion,
  flashAttention,
  checkpointFigure,
  tensor,
];
