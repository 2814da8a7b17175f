import type { FigureSpec } from "../figure";
import { Axes, type Frame, place } from "../kit/plot";
import { Arrow, Label, type Point, Polyline } from "../kit/shapes";
import { cosineSimilarity } from "./similarity";

const U: readonly [number, number] = [3, 4];
const V: readonly [number, number] = [4, 3];
const LONG: readonly [number, number] = [6, 8];
const VECTORS: Frame = { x: 28, y: 10, width: 124, height: 148, xRange: [0, 7.2], yRange: [0, 8.6] };
const TICKS = [2, 4, 6, 8].map((at) => ({ at }));
/** Points of an arc between the directions of u and v. */
const ARC = Array.from({ length: 9 }, (_, i): Point => {
  const from = Math.atan2(V[1], V[0]);
  const angle = from + ((Math.atan2(U[1], U[0]) - from) * i) / 8;
  return [2.2 * Math.cos(angle), 2.2 * Math.sin(angle)];
});

export const cosine: FigureSpec = {
  name: "cosine-similarity",
  height: 186,
  caption: { zh: "只看方向，不看长短", en: "Only the direction counts, not the length" },
  alt: {
    zh: `平面上的向量（3, 4）与（4, 3）夹角很小，余弦相似度 ${cosineSimilarity(U, V).toFixed(2)}；（6, 8）与（3, 4）同向而两倍长，相似度 ${cosineSimilarity(U, LONG).toFixed(0)}。`,
    en: `Vectors (3, 4) and (4, 3) in a plane enclose a small angle: cosine similarity ${cosineSimilarity(U, V).toFixed(2)}. (6, 8) has the direction of (3, 4) and twice its length: ${cosineSimilarity(U, LONG).toFixed(0)}.`,
  },
  draw: () => (
    <>
      <Axes frame={VECTORS} xTicks={TICKS.slice(0, 3)} yTicks={TICKS} />
      <Arrow from={place(VECTORS, [0, 0])} to={place(VECTORS, LONG)} tone="ink-3" thick={1.5} dashed />
      <Arrow from={place(VECTORS, [0, 0])} to={place(VECTORS, V)} tone="good" thick={2.5} />
      <Arrow from={place(VECTORS, [0, 0])} to={place(VECTORS, U)} tone="accent" thick={2.5} />
      <Polyline points={ARC.map((pair) => place(VECTORS, pair))} tone="ink" thick={1.5} />
      <Label at={place(VECTORS, [2.2, 4.4])} tone="accent" strong italic>
        u
      </Label>
      <Label at={place(VECTORS, [4.6, 3])} tone="good" strong italic>
        v
      </Label>
      <Label at={place(VECTORS, [6.5, 7.6])} italic>
        w
      </Label>
      <Label at={[226, 44]} size={12} tone="ink-2">
        u = (3, 4), v = (4, 3)
      </Label>
      <Label at={[226, 66]} strong>{`24 / 25 = ${cosineSimilarity(U, V).toFixed(2)}`}</Label>
      <Label at={[226, 108]} size={12} tone="ink-2">
        u = (3, 4), w = (6, 8)
      </Label>
      <Label at={[226, 130]} strong>{`50 / 50 = ${cosineSimilarity(U, LONG).toFixed(0)}`}</Label>
    </>
  ),
};
