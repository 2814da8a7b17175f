import type { FigureSpec } from "../figure";
import { ShadedGrid } from "../kit/cell-grid";
import { onCircle } from "../kit/maths";
import { fixed } from "../kit/numbers";
import { Arrow, Dot, Label, Line, type Point, Polyline } from "../kit/shapes";
import { positionalEncoding, turnAt } from "./position-vectors";

const [POSITIONS, DIMENSIONS, CELL] = [24, 12, 11];
/** Components downwards, positions to the right; −1 is empty, 1 full. */
const SHADES = Array.from({ length: DIMENSIONS }, (_, part) =>
  Array.from({ length: POSITIONS }, (_, p) => ((positionalEncoding(p, DIMENSIONS)[part] ?? 0) + 1) / 2),
);
const FIRST = [0, 1].map((p) => positionalEncoding(p, 4).map((value) => fixed(value, 2)));

export const positionalEncodingFigure: FigureSpec = {
  name: "positional-encoding",
  height: 186,
  caption: {
    zh: "每一列是一个位置的向量；上面几维变得快，下面几维变得慢",
    en: "Each column is the vector of a position; the upper components change fast, the lower ones slowly",
  },
  alt: {
    zh: `由正弦和余弦算出的热力图：${POSITIONS} 个位置、${DIMENSIONS} 维，颜色深为 1，浅为 −1。上面的行明暗交替得快，下面的行几乎不变。d = 4 时，位置 0 的向量是（${FIRST[0]?.join("，")}），位置 1 是（${FIRST[1]?.join("，")}）。`,
    en: `A heat map computed from sines and cosines: ${POSITIONS} positions, ${DIMENSIONS} components, dark for 1, light for −1. The upper rows alternate fast, the lower ones hardly change. With d = 4, position 0 has (${FIRST[0]?.join(", ")}) and position 1 (${FIRST[1]?.join(", ")}).`,
  },
  draw: (say) => (
    <>
      <Label at={[28, 11]} anchor="start" size={12} tone="ink-2">
        {say("位置 p：0 到 23", "position p: 0 to 23")}
      </Label>
      <Arrow from={[160, 11]} to={[288, 11]} />
      <ShadedGrid x={28} y={24} cell={CELL} shades={SHADES} />
      <Label at={[22, 30]} anchor="end" size={12} tone="ink-2">
        0
      </Label>
      <Label at={[22, 151]} anchor="end" size={12} tone="ink-2">
        11
      </Label>
      <Label at={[13, 90]} size={12} tone="ink-2">
        {say("维", "dim")}
      </Label>
      {[-1, 0, 1].map((value, index) => (
        <g key={value}>
          <ShadedGrid x={96 + index * 60} y={166} cell={14} shades={[[(value + 1) / 2]]} />
          <Label at={[116 + index * 60, 173]} anchor="start" size={12} tone="ink-2">
            {fixed(value, 0)}
          </Label>
        </g>
      ))}
    </>
  ),
};

const STEP = 30;
const PAIRS = [
  { from: 2, to: 5 },
  { from: 12, to: 15 },
];
const RADIUS = 50;

/** Two positions as hands that have turned counterclockwise from the right, with the angle between them. */
function Clock({ center, from, to }: { center: Point; from: number; to: number }) {
  const [start, end] = [turnAt(from, STEP), turnAt(to, STEP)];
  const arc = Array.from({ length: 19 }, (_, i) => onCircle(center, 20, start + ((end - start) * i) / 18));
  return (
    <>
      <Dot at={center} radius={RADIUS} tone="line" open />
      <Line from={center} to={onCircle(center, RADIUS, 0)} tone="ink-3" dashed />
      <Polyline points={arc} tone="good" />
      <Arrow from={center} to={onCircle(center, RADIUS, start)} tone="accent" thick={2.5} />
      <Arrow from={center} to={onCircle(center, RADIUS, end)} tone="ink" thick={2} />
      <Label at={onCircle(center, RADIUS + 12, start)} tone="accent" strong>
        {from}
      </Label>
      <Label at={onCircle(center, RADIUS + 12, end)} strong>
        {to}
      </Label>
    </>
  );
}

export const rotaryPositionEmbedding: FigureSpec = {
  name: "rotary-position-embedding",
  height: 178,
  caption: {
    zh: "两处的夹角（弧线）只取决于相隔几个位置",
    en: "The angle between two places (arc) depends only on their distance",
  },
  alt: {
    zh: `每个位置转 ${STEP}°。左圆：位置 2 的指针转 ${turnAt(2, STEP)}°，位置 5 转 ${turnAt(5, STEP)}°，夹角 90°。右圆：位置 12 转 ${turnAt(12, STEP)}°，位置 15 转 ${turnAt(15, STEP)}°，夹角仍是 90°。`,
    en: `Every place turns by ${STEP}°. Left: position 2 has turned ${turnAt(2, STEP)}° and position 5 ${turnAt(5, STEP)}°, 90° apart. Right: position 12 has turned ${turnAt(12, STEP)}° and position 15 ${turnAt(15, STEP)}°, again 90° apart.`,
  },
  draw: (say) => (
    <>
      {PAIRS.map(({ from, to }, index) => {
        const center: Point = [76 + index * 148, 80];
        return (
          <g key={from}>
            <Clock center={center} from={from} to={to} />
            <Label at={[center[0], 148]}>
              {turnAt(to, STEP)}° − {turnAt(from, STEP)}° = {turnAt(to, STEP) - turnAt(from, STEP)}°
            </Label>
          </g>
        );
      })}
      <Label at={[150, 168]} size={12} tone="ink-2">
        {say("每个位置转 30°", "30° per place")}
      </Label>
    </>
  ),
};
