import { seededRandom } from "@/lib/seeded-random";
import type { FigureSpec } from "../figure";
import { Unit } from "../kit/blocks";
import { countTo } from "../kit/maths";
import { Arrow, Box, Dot, Label, Line, type Point } from "../kit/shapes";

/** The glossary's example: y = (a + b) × c. */
export const VALUES = { a: 1, b: 2, c: 4 } as const;

/** Values and derivatives of y = (a + b) × c. */
export function runGraph({ a, b, c }: { a: number; b: number; c: number }) {
  const s = a + b;
  return { s, y: s * c, byS: c, byA: c, byB: c, byC: s };
}

const RUN = runGraph(VALUES);

export const computationalGraph: FigureSpec = {
  name: "computational-graph",
  height: 172,
  caption: {
    zh: "向前（实线）算出值，向后（虚线）得到 y 对各量的导数",
    en: "Values go forward (solid); derivatives of y come back (dashed)",
  },
  alt: {
    zh: `计算图 y = (a + b) × c。向前：a = ${VALUES.a}、b = ${VALUES.b} 相加得 s = ${RUN.s}，乘 c = ${VALUES.c} 得 y = ${RUN.y}。向后：y 对 s、a、b 的导数都是 ${RUN.byS}，对 c 是 ${RUN.byC}`,
    en: `The computational graph of y = (a + b) × c. Forward: a = ${VALUES.a} and b = ${VALUES.b} add up to s = ${RUN.s}, times c = ${VALUES.c} gives y = ${RUN.y}. Backward: the derivatives of y by s, a and b are ${RUN.byS}, that by c is ${RUN.byC}`,
  },
  draw: () => (
    <>
      <Box x={4} y={8} width={52} height={28} label={`a = ${VALUES.a}`} tone="ink-2" />
      <Box x={4} y={74} width={52} height={28} label={`b = ${VALUES.b}`} tone="ink-2" />
      <Box x={4} y={136} width={52} height={28} label={`c = ${VALUES.c}`} tone="ink-2" />
      <Unit at={[128, 55]} radius={15} label="+" />
      <Unit at={[216, 92]} radius={15} label="×" />
      <Box x={247} y={78} width={50} height={28} label={`y = ${RUN.y}`} tone="ink-2" />
      <Arrow from={[57, 26]} to={[112, 50]} />
      <Arrow from={[57, 84]} to={[112, 61]} />
      <Arrow from={[144, 61]} to={[201, 85]} />
      <Arrow from={[57, 146]} to={[201, 98]} />
      <Line from={[231, 92]} to={[246, 92]} tone="ink-2" />
      <Label at={[188, 64]} size={12} anchor="start">
        {`s = ${RUN.s}`}
      </Label>
      <Arrow from={[116, 43]} to={[60, 18]} tone="accent" dashed />
      <Arrow from={[116, 70]} to={[60, 94]} tone="accent" dashed />
      <Arrow from={[202, 96]} to={[140, 68]} tone="accent" dashed />
      <Arrow from={[206, 106]} to={[60, 156]} tone="accent" dashed />
      <Label at={[96, 18]} tone="accent">
        {RUN.byA}
      </Label>
      <Label at={[96, 92]} tone="accent">
        {RUN.byB}
      </Label>
      <Label at={[158, 92]} tone="accent">
        {RUN.byS}
      </Label>
      <Label at={[150, 142]} tone="accent">
        {RUN.byC}
      </Label>
    </>
  ),
};

/** The glossary's example: 27 runs, as a grid with 3 learning rates or with 27. */
export const RUNS = 27;

/** Places in the unit square: three learning rates with nine other settings each. */
export function gridRuns(): Point[] {
  return countTo(3).flatMap((column) => countTo(9).map((row): Point => [(column + 0.5) / 3, (row + 0.5) / 9]));
}

export function randomRuns(seed: number): Point[] {
  const random = seededRandom(seed);
  return countTo(RUNS).map((): Point => [0.03 + 0.94 * random(), 0.03 + 0.94 * random()]);
}

const SEARCHES = [
  { runs: gridRuns(), x: 14 },
  { runs: randomRuns(5), x: 164 },
] as const;
const SIDE = 122;

/** How many learning rates were tried. */
export function distinctRates(runs: readonly Point[]): number {
  return new Set(runs.map(([rate]) => rate)).size;
}

export const hyperparameterSearch: FigureSpec = {
  name: "hyperparameter-search",
  height: 184,
  caption: {
    zh: `同样训练 ${RUNS} 次：下方短线是试过的学习率`,
    en: `${RUNS} runs each; the ticks below are the learning rates that were tried`,
  },
  alt: {
    zh: `左：网格搜索，${RUNS} 个点排成 3 列，只试了 ${distinctRates(SEARCHES[0].runs)} 个学习率。右：随机搜索，${RUNS} 个点散布各处，试了 ${distinctRates(SEARCHES[1].runs)} 个学习率`,
    en: `Left: grid search, ${RUNS} points in 3 columns, with only ${distinctRates(SEARCHES[0].runs)} learning rates. Right: random search, ${RUNS} scattered points, with ${distinctRates(SEARCHES[1].runs)} learning rates`,
  },
  draw: (say) => (
    <>
      {SEARCHES.map(({ runs, x }, index) => (
        <g key={x}>
          <Label at={[x + SIDE / 2, 10]}>
            {index === 0 ? say("网格搜索", "grid search") : say("随机搜索", "random search")}
          </Label>
          <Box x={x} y={24} width={SIDE} height={SIDE} radius={0} tone="ink-3" fill="none" thick={1} />
          {runs.map(([across, up]) => (
            <g key={`${across}.${up}`}>
              <Dot at={[x + across * SIDE, 24 + (1 - up) * SIDE]} radius={2.5} />
              <Line from={[x + across * SIDE, 150]} to={[x + across * SIDE, 160]} tone="accent" />
            </g>
          ))}
          <Label at={[x + SIDE / 2, 173]} size={12} tone="ink-2">
            {say(`${distinctRates(runs)} 个学习率`, `${distinctRates(runs)} learning rates`)}
          </Label>
        </g>
      ))}
    </>
  ),
};
