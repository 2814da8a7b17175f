import type { FigureSpec, Say } from "../figure";
import { Area, Box, Label, Line, type Point } from "../kit/shapes";
import { receptiveFields } from "./convolve";
import { convolutionWeights } from "./weights";

export const RECEPTIVE_HEIGHT = 200;
export const FILTER_SIDE = 3;

const [TOP, BOTTOM] = [14, 132];
const CELL_HEIGHT = 18;
/** Widest row that a pyramid may have. */
const WIDTH = 118;
/** Middles of the two pyramids. */
const [STACK_X, SINGLE_X] = [112, 236];

export interface Stack {
  readonly layers: number;
  readonly stride: number;
}

/** The field of a stack of 3×3 layers, and the weights of the stack and of one layer with the same field (one channel). */
export function compareStack({ layers, stride }: Stack) {
  const fields = receptiveFields(Array.from({ length: layers }, () => ({ side: FILTER_SIDE, stride })));
  const field = fields.at(-1) ?? 1;
  const weightsOf = (side: number) => convolutionWeights({ side, from: 1, to: 1 });
  return { fields, field, stackWeights: layers * weightsOf(FILTER_SIDE), singleWeights: weightsOf(field) };
}

/** From the side: one value at the top and, row by row, the values that it depends on. The rows are given from the input up. */
function Pyramid({ middle, rows, cell }: { middle: number; rows: readonly (readonly number[])[]; cell: number }) {
  const gap = (BOTTOM - TOP) / (rows.length - 1);
  const field = rows[0]?.length ?? 1;
  const left = (place: number) => middle + (place - field / 2) * cell;
  const edges = rows.map((places, level) => {
    const y = BOTTOM - level * gap;
    return { y, from: left((places[0] ?? 0) - 0.5), to: left((places.at(-1) ?? 0) + 0.5) };
  });
  return (
    <>
      {edges.slice(1).map((upper, level) => {
        const lower = edges[level] ?? upper;
        const [a, b]: [Point, Point] = [
          [upper.from, upper.y + CELL_HEIGHT],
          [upper.to, upper.y + CELL_HEIGHT],
        ];
        const [c, d]: [Point, Point] = [
          [lower.to, lower.y],
          [lower.from, lower.y],
        ];
        return (
          <g key={upper.y}>
            <Area points={[a, b, c, d]} tone="line" />
            <Line from={a} to={d} thick={1} />
            <Line from={b} to={c} thick={1} />
          </g>
        );
      })}
      {rows.map((places, level) =>
        places.map((place) => (
          <Box
            // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place
            key={`${level}.${place}`}
            x={left(place - 0.5)}
            y={BOTTOM - level * gap}
            width={cell}
            height={CELL_HEIGHT}
            tone={level === rows.length - 1 || level === 0 ? "accent" : "ink-3"}
            radius={0}
            thick={1}
          />
        )),
      )}
    </>
  );
}

/** Middles of the cells of each row in input cells, from the input up, that one value of the last layer depends on. */
export function rowsOf({ layers, stride }: Stack): number[][] {
  const fields = [1, ...compareStack({ layers, stride }).fields];
  let count = 1;
  const counts = [count];
  for (let layer = 0; layer < layers; layer++) {
    count = (count - 1) * stride + FILTER_SIDE;
    counts.unshift(count);
  }
  return counts.map((length, level) =>
    Array.from({ length }, (_, index) => index * stride ** level + (fields[level] ?? 1) / 2),
  );
}

/** A stack of 3×3 layers beside the one layer that sees as much. */
export function Fields({ say, ...stack }: Stack & { say: Say }) {
  const { field, stackWeights, singleWeights } = compareStack(stack);
  const rows = rowsOf(stack);
  const cell = Math.min(20, WIDTH / field);
  const gap = (BOTTOM - TOP) / stack.layers;
  const single = [rows[0] ?? [], [field / 2]];
  return (
    <>
      {rows.map((places, level) => (
        <Label
          key={places.length}
          at={[4, BOTTOM - level * gap + CELL_HEIGHT / 2]}
          anchor="start"
          size={12}
          tone="ink-2"
        >
          {level === 0 ? say("输入", "input") : say(`第 ${level} 层`, `layer ${level}`)}
        </Label>
      ))}
      <Pyramid middle={STACK_X} rows={rows} cell={cell} />
      <Pyramid middle={SINGLE_X} rows={single} cell={cell} />
      <Label at={[STACK_X, 164]}>{say(`${stack.layers} 层 3×3`, `${stack.layers} × (3×3)`)}</Label>
      <Label at={[SINGLE_X, 164]}>{say(`1 层 ${field}×${field}`, `1 × (${field}×${field})`)}</Label>
      <Label at={[STACK_X, 185]} strong>
        {say(`${stackWeights} 个权重`, `${stackWeights} weights`)}
      </Label>
      <Label at={[SINGLE_X, 185]} strong>
        {say(`${singleWeights} 个权重`, `${singleWeights} weights`)}
      </Label>
    </>
  );
}

export const receptiveField: FigureSpec = {
  name: "receptive-field",
  height: RECEPTIVE_HEIGHT,
  caption: {
    zh: "从侧面看：最上面一个值依赖最下面那一段输入；两层 3×3 与一层 5×5 看得一样宽",
    en: "From the side: the value at the top depends on the input cells at the bottom; two 3×3 layers see as far as one 5×5",
  },
  liveCaption: {
    zh: "从侧面看：层叠得越多，最上面一个值看到的输入越宽",
    en: "From the side: the more layers, the more of the input the value at the top sees",
  },
  alt: {
    zh: "侧视图。左边，第 2 层的一个值依赖第 1 层的 3 个值，它们依赖输入的 5 格，两层 3×3 共 18 个权重。右边，一层 5×5 同样看到 5 格，却要 25 个权重。",
    en: "Side view. Left: one value of layer 2 depends on 3 values of layer 1, and these on 5 input cells; two 3×3 layers have 18 weights. Right: one 5×5 layer sees the same 5 cells with 25 weights.",
  },
  draw: (say) => <Fields say={say} layers={2} stride={1} />,
  interactive: true,
};
