// Points on the surface of a chair, as a scanner would return them. Pure.

import { seededRandom } from "@/lib/seeded-random";
import { sumOf } from "../kit/maths";

export type SpacePoint = readonly [x: number, y: number, z: number];

/** A flat part: a corner and its two edges. The unit is the width of the seat; z is up. */
interface Panel {
  readonly corner: SpacePoint;
  readonly edges: readonly [SpacePoint, SpacePoint];
}

const LEG_HEIGHT = 0.9;
const LEG_WIDTH = 0.13;
const BACK_HEIGHT = 0.9;

const legAt = (x: number, y: number): Panel => ({
  corner: [x, y, 0],
  edges: [
    [LEG_WIDTH, 0, 0],
    [0, 0, LEG_HEIGHT],
  ],
});

export const CHAIR: readonly Panel[] = [
  {
    corner: [0, 0, LEG_HEIGHT],
    edges: [
      [1, 0, 0],
      [0, 1, 0],
    ],
  },
  {
    corner: [0, 1, LEG_HEIGHT],
    edges: [
      [1, 0, 0],
      [0, 0, BACK_HEIGHT],
    ],
  },
  legAt(0, 0),
  legAt(1 - LEG_WIDTH, 0),
  legAt(0, 1),
  legAt(1 - LEG_WIDTH, 1),
];

function areaOf({ edges: [one, other] }: Panel): number {
  return Math.hypot(...one) * Math.hypot(...other);
}

/** So many points, spread evenly over the surface, in no order. The edges of each panel are at right angles. */
export function pointsOn(panels: readonly Panel[], count: number, seed: number): SpacePoint[] {
  const random = seededRandom(seed);
  const whole = sumOf(panels.map(areaOf));
  return Array.from({ length: count }, () => {
    let left = random() * whole;
    const panel = panels.find((each) => {
      left -= areaOf(each);
      return left < 0;
    });
    const { corner, edges } = panel ?? {
      corner: [0, 0, 0],
      edges: [
        [0, 0, 0],
        [0, 0, 0],
      ],
    };
    const [a, b] = [random(), random()];
    const along = (axis: 0 | 1 | 2) => corner[axis] + a * edges[0][axis] + b * edges[1][axis];
    return [along(0), along(1), along(2)];
  });
}
