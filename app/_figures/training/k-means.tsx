import type { FigureSpec } from "../figure";
import { Arrow, Line, type Point, point } from "../kit/shapes";
import { FILL, GROUND, STROKE, type Tone } from "../kit/tones";
import { assign, moveCenters } from "./clusters";

export const K_MEANS_HEIGHT = 170;

/** In units of the figure. */
export const POINTS: readonly Point[] = [
  [38, 44],
  [56, 30],
  [70, 52],
  [52, 66],
  [84, 36],
  [204, 34],
  [222, 52],
  [240, 30],
  [256, 56],
  [230, 72],
  [110, 128],
  [130, 112],
  [148, 134],
  [166, 120],
  [140, 150],
  [120, 146],
];

/** Where the centers start; the first K of them are used. */
export const STARTS: readonly Point[] = [
  [112, 60],
  [190, 96],
  [84, 104],
  [262, 120],
];

const TONES: readonly Tone[] = ["accent", "good", "warn", "ink-2"];

/** The tone of a group; its points also have a shape of their own. */
export function toneOf(group: number): Tone {
  return TONES[group] ?? "ink-3";
}

const OUTLINES: readonly ((at: Point, r: number) => string)[] = [
  ([x, y], r) => `M${point([x - r, y])}a${r},${r} 0 1 0 ${2 * r},0a${r},${r} 0 1 0 ${-2 * r},0Z`,
  ([x, y], r) => `M${point([x - r, y - r])}h${2 * r}v${2 * r}h${-2 * r}Z`,
  ([x, y], r) => `M${point([x, y - r * 1.2])}L${point([x + r * 1.15, y + r])}H${x - r * 1.15}Z`,
  ([x, y], r) =>
    `M${point([x, y - r * 1.3])}L${point([x + r * 1.3, y])}L${point([x, y + r * 1.3])}L${point([x - r * 1.3, y])}Z`,
];

/** A mark in the shape of its group; null: not yet in a group. */
export function GroupMark({
  at,
  group,
  size = 4.5,
  open,
}: {
  at: Point;
  group: number | null;
  size?: number;
  open?: boolean;
}) {
  const tone = group === null ? "ink-3" : toneOf(group);
  const outline = OUTLINES[group ?? 0] ?? OUTLINES[0];
  return (
    <path
      d={outline?.(at, size)}
      strokeWidth={open ? 2 : 1}
      strokeLinejoin="round"
      className={`${open ? GROUND[tone] : FILL[tone]} ${STROKE[tone]}`}
    />
  );
}

interface KMeansPlotProps {
  readonly centers: readonly Point[];
  /** The group of each point, or null before the first assignment. */
  readonly groups: readonly number[] | null;
  /** Where the centers move next. */
  readonly targets?: readonly Point[];
}

/** The points with lines to the centers of their groups, and the centers, large and open. */
export function KMeansPlot({ centers, groups, targets = [] }: KMeansPlotProps) {
  return (
    <>
      {POINTS.map((at, index) => {
        const center = groups === null ? undefined : centers[groups[index] ?? 0];
        return center === undefined ? null : <Line key={at.join()} from={at} to={center} tone="ink-3" thick={0.8} />;
      })}
      {POINTS.map((at, index) => (
        <GroupMark key={at.join()} at={at} group={groups?.[index] ?? null} />
      ))}
      {centers.map((center, index) => (
        <GroupMark key={toneOf(index)} at={center} group={index} size={8} open />
      ))}
      {targets.map((target, index) => {
        const from = centers[index];
        const far = from !== undefined && Math.hypot(target[0] - from[0], target[1] - from[1]) > 4;
        return far ? <Arrow key={toneOf(index)} from={from} to={target} tone="ink" thick={2} /> : null;
      })}
    </>
  );
}

export const FIRST_K = 3;
const CENTERS = STARTS.slice(0, FIRST_K);
const GROUPS = assign(POINTS, CENTERS);

export const kMeans: FigureSpec = {
  name: "k-means",
  height: K_MEANS_HEIGHT,
  caption: {
    zh: "每个点归最近的中心（大标记），中心再移到各自点群的平均位置（箭头）",
    en: "Each point joins its nearest center (large mark); each center then moves to their mean",
  },
  alt: {
    zh: "十六个点、三个中心。每个点归给最近的中心，用线连着，同组的形状相同；箭头表示各中心将移到本组各点的平均位置",
    en: "Sixteen points and three centers. Each point belongs to its nearest center, joined to it by a line and drawn in the shape of its group; arrows show how the centers move to the means of their points",
  },
  draw: () => <KMeansPlot centers={CENTERS} groups={GROUPS} targets={moveCenters(POINTS, GROUPS, CENTERS)} />,
  interactive: true,
};
