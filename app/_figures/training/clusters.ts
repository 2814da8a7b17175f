// K-means clustering. Pure.

import { countTo, meanOf, squaredDistance, sumOf } from "../kit/maths";
import type { Point } from "../kit/shapes";

/** For each point the index of its nearest center; the first of equals. */
export function assign(points: readonly Point[], centers: readonly Point[]): number[] {
  return points.map((at) =>
    centers.reduce(
      (best, center, index) =>
        squaredDistance(at, center) < squaredDistance(at, centers[best] ?? center) ? index : best,
      0,
    ),
  );
}

/** The mean of each group; a center without points stays. */
export function moveCenters(points: readonly Point[], groups: readonly number[], centers: readonly Point[]): Point[] {
  return centers.map((center, index) => {
    const members = points.filter((_, at) => groups[at] === index);
    return members.length === 0 ? center : [meanOf(members.map(([x]) => x)), meanOf(members.map(([, y]) => y))];
  });
}

/** What K-means lowers: the sum of the squared distances of all points from the centers of their groups. */
export function withinSum(points: readonly Point[], groups: readonly number[], centers: readonly Point[]): number {
  return sumOf(points.map((at, index) => squaredDistance(at, centers[groups[index] ?? 0] ?? at)));
}

/** Assigns and moves until nothing changes. */
export function settle(points: readonly Point[], start: readonly Point[]): { centers: Point[]; groups: number[] } {
  let centers = [...start];
  let groups = assign(points, centers);
  for (const _ of countTo(100)) {
    centers = moveCenters(points, groups, centers);
    const next = assign(points, centers);
    if (next.every((group, index) => group === groups[index])) break;
    groups = next;
  }
  return { centers, groups };
}
