import { seededRandom } from "@/lib/seeded-random";
import type { FigureSpec, Say } from "../figure";
import { meanOf } from "../kit/maths";
import { percent } from "../kit/numbers";
import { normals } from "../kit/random";
import { Arrow, Box, Dot, Label, Line, type Point } from "../kit/shapes";
import { principalDirection, varianceAlong } from "./statistics";

export const PCA_HEIGHT = 184;
const CENTRE: Point = [104, 92];
/** Units of the figure per unit of the data. */
const SCALE = 42;
const COUNT = 22;

/** A slanted cloud of points about the origin. */
export const CLOUD: readonly Point[] = slantedCloud();

function slantedCloud(): readonly Point[] {
  const [along, across] = [normals(COUNT, seededRandom(11)), normals(COUNT, seededRandom(12))];
  const raw = along.map((value, index): Point => {
    const [long, short] = [1.1 * value, 0.38 * (across[index] ?? 0)];
    return [long * Math.cos(0.6) - short * Math.sin(0.6), long * Math.sin(0.6) + short * Math.cos(0.6)];
  });
  const [mx, my] = [meanOf(raw.map(([x]) => x)), meanOf(raw.map(([, y]) => y))];
  return raw.map(([x, y]) => [x - mx, y - my]);
}

export const BEST_ANGLE = Math.round((principalDirection(CLOUD) * 180) / Math.PI);

/** The part of the cloud's variance that lies along an axis of so many degrees, 0 to 1. */
export function shareAlong(degrees: number): number {
  const radians = (degrees * Math.PI) / 180;
  const along = varianceAlong(CLOUD, radians);
  return along / (along + varianceAlong(CLOUD, radians + Math.PI / 2));
}

function at([x, y]: Point): Point {
  return [CENTRE[0] + x * SCALE, CENTRE[1] - y * SCALE];
}

/** The cloud, an axis through its middle, every point's projection on it, and how much of the variance the projections keep. */
export function PcaDrawing({ degrees, say }: { degrees: number; say: Say }) {
  const radians = (degrees * Math.PI) / 180;
  const [ux, uy] = [Math.cos(radians), Math.sin(radians)];
  const share = shareAlong(degrees);
  const projected = ([x, y]: Point): Point => [(x * ux + y * uy) * ux, (x * ux + y * uy) * uy];
  return (
    <>
      <Arrow from={at([-2.1 * ux, -2.1 * uy])} to={at([2.1 * ux, 2.1 * uy])} tone="accent" thick={2} />
      {CLOUD.map((point) => (
        <Line key={point.join()} from={at(point)} to={at(projected(point))} thick={1} dashed />
      ))}
      {CLOUD.map((point) => (
        <g key={point.join()}>
          <Dot at={at(point)} radius={3} tone="ink-2" open />
          <Dot at={at(projected(point))} radius={2.6} />
        </g>
      ))}
      <Label at={[251, 14]} size={12} tone="ink-2">
        {say("保留的方差", "variance kept")}
      </Label>
      <Box x={236} y={30} width={30} height={116} tone="line" radius={0} thick={1} />
      <Box x={236} y={30 + 116 * (1 - share)} width={30} height={116 * share} tone="accent" radius={0} />
      <Label at={[251, 162]} size={15} strong>
        {percent(share)}
      </Label>
    </>
  );
}

const BEST_SHARE = Math.round(shareAlong(BEST_ANGLE) * 100);

export const principalComponentAnalysis: FigureSpec = {
  name: "principal-component-analysis",
  height: PCA_HEIGHT,
  caption: {
    zh: "落点散得最开的那根轴，就是第一主成分",
    en: "The axis on which the projections spread most is the first component",
  },
  alt: {
    zh: `一团斜着的散点和穿过中心、与水平方向成 ${BEST_ANGLE}° 的轴；每个点用虚线垂直投到轴上，落点保留了 ${BEST_SHARE}% 的方差。`,
    en: `A slanted cloud of points with an axis through its middle at ${BEST_ANGLE}°; each point is dropped onto it along a dashed line, and the projections keep ${BEST_SHARE}% of the variance.`,
  },
  draw: (say) => <PcaDrawing degrees={BEST_ANGLE} say={say} />,
  interactive: true,
};
