import type { FigureSpec } from "../figure";
import { ShadedGrid } from "../kit/cell-grid";
import { fixed } from "../kit/numbers";
import { Axes, type Frame, place } from "../kit/plot";
import { Arrow, Dot, Label, Line, type Point, Polyline } from "../kit/shapes";
import { adjacencyOf, averaged, CHAIN, rounds, squareOf, summed } from "./graphs";

const MATRIX = adjacencyOf(3, CHAIN);
const SQUARE = squareOf(MATRIX);
const texts = (matrix: readonly (readonly number[])[]) => matrix.map((row) => row.map(String));

export const adjacencyMatrix: FigureSpec = {
  name: "adjacency-matrix",
  height: 168,
  caption: {
    zh: "A 记一步能到的，A² 记两步能到的路有几条",
    en: "A has the ways of one step, A² counts those of two",
  },
  alt: {
    zh: `三个节点连成 1—2—3。邻接矩阵 A 的三行是 ${MATRIX.map((row) => row.join(" ")).join("、")}；A² 的三行是 ${SQUARE.map((row) => row.join(" ")).join("、")}，第 1 行第 3 列为 1：从 1 到 3 恰有一条两步的路。`,
    en: `Three nodes in a chain, 1–2–3. The rows of the adjacency matrix A are ${MATRIX.map((row) => row.join(" ")).join(", ")}, those of A² ${SQUARE.map((row) => row.join(" ")).join(", ")}; entry 1, 3 is 1: there is one way of two steps from 1 to 3.`,
  },
  draw: () => (
    <>
      <Line from={[80, 24]} to={[220, 24]} tone="ink-2" thick={2} />
      {[1, 2, 3].map((node) => (
        <g key={node}>
          <Dot at={[10 + node * 70, 24]} radius={14} tone="accent" open />
          <Label at={[10 + node * 70, 24]}>{node}</Label>
        </g>
      ))}
      {[MATRIX, SQUARE].map((matrix, index) => {
        const x = 36 + index * 140;
        return (
          <g key={x}>
            <Label at={[x + 48, 54]} italic strong>
              {index === 0 ? "A" : "A²"}
            </Label>
            <ShadedGrid
              x={x}
              y={66}
              cell={32}
              shades={matrix.map((row) => row.map((v) => v * 0.5))}
              texts={texts(matrix)}
              size={14}
            />
          </g>
        );
      })}
    </>
  ),
};

const NODE_RADIUS = 16;

/** Where a line between the middles of two nodes leaves the one and meets the other. */
function edgesBetween([x, y]: Point, [tx, ty]: Point): readonly [Point, Point] {
  const share = (NODE_RADIUS + 1) / Math.hypot(tx - x, ty - y);
  const [right, down] = [(tx - x) * share, (ty - y) * share];
  return [
    [x + right, y + down],
    [tx - right, ty - down],
  ];
}

const SUMMED = rounds([1, 2, 6], 2, (values) => summed(values, MATRIX));

export const messagePassing: FigureSpec = {
  name: "message-passing",
  height: 190,
  caption: {
    zh: "自己加邻居之和；到第 2 轮，节点 1 才受到节点 3 的影响",
    en: "Own value plus the neighbors'; only in round 2 does node 3 reach node 1",
  },
  alt: {
    zh: `节点连成 1—2—3，每轮的新值是自己加邻居之和：${SUMMED.map((values, round) => `第 ${round} 轮 ${values.join("、")}`).join("；")}。`,
    en: `A chain 1–2–3; in each round a node takes its own value plus its neighbors': ${SUMMED.map((values, round) => `round ${round}: ${values.join(", ")}`).join("; ")}.`,
  },
  draw: (say) => {
    const at = (round: number, node: number): Point => [108 + node * 76, 36 + round * 66];
    return (
      <>
        {SUMMED.map((values, round) => (
          <g key={values.join()}>
            <Label at={[6, at(round, 0)[1]]} anchor="start" size={12} tone="ink-2">
              {round === 0 ? say("开始", "start") : say(`第 ${round} 轮`, `round ${round}`)}
            </Label>
            <Line from={at(round, 0)} to={at(round, 2)} tone="ink-3" />
            {values.map((value, node) => (
              <g key={at(round, node)[0]}>
                {round === 0
                  ? null
                  : [-1, 0, 1]
                      .map((step) => node + step)
                      .filter((from) => from >= 0 && from < 3)
                      .map((from) => {
                        const [start, end] = edgesBetween(at(round - 1, from), at(round, node));
                        return (
                          <Arrow
                            key={from}
                            from={start}
                            to={end}
                            tone={from === node ? "ink-3" : "accent"}
                            thick={1.2}
                          />
                        );
                      })}
                <Dot at={at(round, node)} radius={NODE_RADIUS} tone="accent" open />
                <Label at={at(round, node)} strong>
                  {value}
                </Label>
              </g>
            ))}
          </g>
        ))}
        {[1, 2, 3].map((node) => (
          <Label key={node} at={[at(0, node - 1)[0], 10]} size={12} tone="ink-2">
            {node}
          </Label>
        ))}
      </>
    );
  },
};

const LAYERS = 5;
const AVERAGED = rounds([0, 3, 12], LAYERS, (values) => averaged(values, MATRIX));
const spread = (values: readonly number[]) => Math.max(...values) - Math.min(...values);
const FRAME: Frame = { x: 30, y: 24, width: 226, height: 118, xRange: [0, LAYERS], yRange: [0, 13] };
const LOOKS = [
  { tone: "accent", dashed: false },
  { tone: "good", dashed: true },
  { tone: "ink-2", dashed: false },
] as const;

export const overSmoothing: FigureSpec = {
  name: "over-smoothing",
  height: 180,
  caption: {
    zh: "每层取自己与邻居的平均，最大差距每层减半",
    en: "Each layer averages with the neighbors, and the spread halves",
  },
  alt: {
    zh: `节点 1—2—3 的值由 0、3、12 起，每层取自己与邻居的平均，三条线越来越近：最大差距依次为 ${AVERAGED.slice(0, 4)
      .map((v) => Number(spread(v).toFixed(2)))
      .join("、")}，到第 ${LAYERS} 层只剩 ${spread(AVERAGED[LAYERS] ?? []).toFixed(2)}。`,
    en: `The nodes 1–2–3 start at 0, 3, 12 and each layer averages a node with its neighbors; the three lines draw together. The spread is ${AVERAGED.slice(
      0,
      4,
    )
      .map((v) => Number(spread(v).toFixed(2)))
      .join(", ")} and at layer ${LAYERS} only ${spread(AVERAGED[LAYERS] ?? []).toFixed(2)}.`,
  },
  draw: (say) => (
    <>
      <Axes
        frame={FRAME}
        xName={say("层", "layer")}
        yName={say("值", "value")}
        xTicks={[0, 1, 2, 3, 4, 5].map((at) => ({ at }))}
        yTicks={[{ at: 0 }, { at: 3 }, { at: 12 }]}
      />
      {LOOKS.map((look, node) => (
        <g key={look.tone}>
          <Polyline points={AVERAGED.map((values, layer) => place(FRAME, [layer, values[node] ?? 0]))} {...look} />
          {AVERAGED.map((values, layer) => (
            <Dot key={values.join()} at={place(FRAME, [layer, values[node] ?? 0])} radius={2.5} tone={look.tone} />
          ))}
        </g>
      ))}
      {[0, 1, 2].map((node) => (
        <Label key={node} at={place(FRAME, [0.3, [1.9, 4.4, 11.6][node] ?? 0])} size={12}>
          {node + 1}
        </Label>
      ))}
      <Label at={[264, place(FRAME, [LAYERS, 4.8])[1]]} anchor="start" size={12} tone="ink-2">
        {fixed(AVERAGED[LAYERS]?.[1] ?? 0, 2)}
      </Label>
    </>
  ),
};
