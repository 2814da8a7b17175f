import { seededRandom } from "@/lib/seeded-random";
import type { FigureSpec } from "../figure";
import { countTo } from "../kit/maths";
import { thousands } from "../kit/numbers";
import { chooseSome } from "../kit/random";
import { Arrow, Box, Label, Line, type Point } from "../kit/shapes";
import { column, Units } from "./layers";
import { prune, randomWeights, type Weight } from "./sparse";

const SIZES = [5, 5] as const;
export const PRUNED_SHARE = 0.8;
const WEIGHTS = randomWeights(...SIZES, 7);
const KEPT = prune(WEIGHTS, PRUNED_SHARE);

const column5 = (x: number) => column(x, 5, 94, 30);

/** Links as thick as their weights are large. */
function WeightedLinks({
  weights,
  from,
  to,
}: {
  weights: readonly Weight[];
  from: readonly Point[];
  to: readonly Point[];
}) {
  return (
    <>
      {weights.map((weight) => {
        const [start, end] = [from[weight.from], to[weight.to]];
        if (start === undefined || end === undefined) return null;
        return (
          <Line
            key={`${weight.from}.${weight.to}`}
            from={start}
            to={end}
            tone={KEPT.includes(weight) ? "accent" : "ink-3"}
            thick={0.4 + 3.2 * Math.abs(weight.value) ** 1.5}
          />
        );
      })}
    </>
  );
}

export const pruning: FigureSpec = {
  name: "pruning",
  height: 182,
  caption: {
    zh: `线越粗，权重的绝对值越大；去掉较小的 ${PRUNED_SHARE * 100}%`,
    en: `The thicker a line, the larger the weight; the smaller ${PRUNED_SHARE * 100}% are removed`,
  },
  alt: {
    zh: `左：两层各 5 个单元，${WEIGHTS.length} 条连线粗细不一。右：只留下绝对值最大的 ${KEPT.length} 条，稀疏度 ${PRUNED_SHARE * 100}%`,
    en: `Left: two layers of 5 units with ${WEIGHTS.length} links of various thickness. Right: only the ${KEPT.length} of greatest magnitude are left, a sparsity of ${PRUNED_SHARE * 100}%`,
  },
  draw: (say) => (
    <>
      <WeightedLinks weights={WEIGHTS} from={column5(24)} to={column5(112)} />
      <Units at={column5(24)} />
      <Units at={column5(112)} />
      <Arrow from={[134, 94]} to={[166, 94]} />
      <WeightedLinks weights={KEPT} from={column5(188)} to={column5(276)} />
      <Units at={column5(188)} />
      <Units at={column5(276)} />
      <Label at={[68, 10]} tone="ink-2">
        {say(`${WEIGHTS.length} 个权重`, `${WEIGHTS.length} weights`)}
      </Label>
      <Label at={[232, 10]} tone="ink-2">
        {say(`剩 ${KEPT.length} 个`, `${KEPT.length} left`)}
      </Label>
    </>
  ),
};

/** The glossary's example of sparsity: 900 of 1000 weights are zero. */
export const SPARSE = { columns: 40, rows: 25, zero: 900 } as const;
const TOTAL = SPARSE.columns * SPARSE.rows;
const LIVE = chooseSome(TOTAL - SPARSE.zero, TOTAL, seededRandom(3));
const CELL = 6;

export const sparsity: FigureSpec = {
  name: "sparsity",
  height: 176,
  caption: {
    zh: `${TOTAL} 个权重，${SPARSE.zero} 个为零：稀疏度 ${(SPARSE.zero / TOTAL) * 100}%`,
    en: `${thousands(TOTAL)} weights, ${SPARSE.zero} of them zero: a sparsity of ${(SPARSE.zero / TOTAL) * 100}%`,
  },
  alt: {
    zh: `一张 ${SPARSE.rows} 行 ${SPARSE.columns} 列的权重表，共 ${TOTAL} 格，只有 ${LIVE.length} 格着色（不为零），其余 ${SPARSE.zero} 格为零`,
    en: `A table of weights with ${SPARSE.rows} rows and ${SPARSE.columns} columns, ${thousands(TOTAL)} cells in all; only ${LIVE.length} are filled (not zero), the other ${SPARSE.zero} are zero`,
  },
  draw: (say) => (
    <>
      <Box x={30} y={6} width={SPARSE.columns * CELL} height={SPARSE.rows * CELL} radius={0} tone="ink-3" />
      <path
        d={LIVE.map(
          (index) =>
            `M${30.5 + (index % SPARSE.columns) * CELL},${6.5 + Math.floor(index / SPARSE.columns) * CELL}h5v5h-5z`,
        ).join("")}
        className="fill-accent"
      />
      <Label at={[30, 167]} anchor="start" size={12} tone="accent">
        {say(`■ 非零 ${LIVE.length}`, `■ not zero: ${LIVE.length}`)}
      </Label>
      <Label at={[270, 167]} anchor="end" size={12} tone="ink-2">
        {say(`其余为零 ${SPARSE.zero}`, `zero: ${SPARSE.zero}`)}
      </Label>
    </>
  ),
};

/** Cells along one feature, as in the glossary's example. */
export const CELLS_PER_FEATURE = 10;

const SIDE = 70;
const STEP = SIDE / CELLS_PER_FEATURE;
/** How far the depth of the cube goes right and up, for its whole side. */
const DEPTH: Point = [28, 24];

const lines = (draw: (offset: number, part: number) => string) =>
  countTo(CELLS_PER_FEATURE + 1)
    .map((index) => draw(index * STEP, index / CELLS_PER_FEATURE))
    .join("");

const squareGrid = (x: number, y: number) =>
  lines((offset) => `M${x + offset},${y}v${SIDE}M${x},${y + offset}h${SIDE}`);

const cubeGrid = (x: number, y: number) =>
  squareGrid(x, y) +
  lines(
    (offset, part) =>
      `M${x + offset},${y}l${DEPTH[0]},${-DEPTH[1]}M${x + part * DEPTH[0]},${y - part * DEPTH[1]}h${SIDE}` +
      `M${x + SIDE},${y + offset}l${DEPTH[0]},${-DEPTH[1]}M${x + SIDE + part * DEPTH[0]},${y - part * DEPTH[1]}v${SIDE}`,
  );

export const dimensionality: FigureSpec = {
  name: "dimensionality",
  height: 156,
  caption: {
    zh: `每个特征分 ${CELLS_PER_FEATURE} 格：多一维，格数就乘 ${CELLS_PER_FEATURE}`,
    en: `With ${CELLS_PER_FEATURE} cells per feature, each dimension makes ${CELLS_PER_FEATURE} times as many`,
  },
  alt: {
    zh: `每个特征分成 ${CELLS_PER_FEATURE} 格：一维的线段有 ${CELLS_PER_FEATURE} 格，二维的正方形有 ${CELLS_PER_FEATURE ** 2} 格，三维的立方体有 ${CELLS_PER_FEATURE ** 3} 格`,
    en: `Each feature is cut into ${CELLS_PER_FEATURE} cells: a line in one dimension has ${CELLS_PER_FEATURE} of them, a square in two ${CELLS_PER_FEATURE ** 2}, a cube in three ${thousands(CELLS_PER_FEATURE ** 3)}`,
  },
  draw: (say) => (
    <>
      <path
        d={`M10,106h${SIDE}${lines((offset) => `M${10 + offset},102v8`)}`}
        strokeWidth={1.5}
        className="fill-none stroke-ink-2"
      />
      <path d={squareGrid(104, 36)} strokeWidth={1} className="fill-none stroke-ink-2" />
      <path d={cubeGrid(198, 36)} strokeWidth={1} className="fill-none stroke-ink-2" />
      {[1, 2, 3].map((dimensions) => (
        <g key={dimensions}>
          <Label at={[10 + 94 * (dimensions - 1) + SIDE / 2, 126]}>{say(`${dimensions} 维`, `${dimensions}-D`)}</Label>
          <Label at={[10 + 94 * (dimensions - 1) + SIDE / 2, 144]} tone="accent">
            {say(`${CELLS_PER_FEATURE ** dimensions} 格`, `${thousands(CELLS_PER_FEATURE ** dimensions)} cells`)}
          </Label>
        </g>
      ))}
    </>
  ),
};
