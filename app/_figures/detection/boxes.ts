// Geometry of boxes. Pure.

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export function areaOf({ width, height }: Rectangle): number {
  return width * height;
}

/** What two boxes share; a box without area when they are apart. */
export function intersectionOf(one: Rectangle, other: Rectangle): Rectangle {
  const x = Math.max(one.x, other.x);
  const y = Math.max(one.y, other.y);
  const width = Math.max(0, Math.min(one.x + one.width, other.x + other.width) - x);
  const height = Math.max(0, Math.min(one.y + one.height, other.y + other.height) - y);
  return { x, y, width, height };
}

/** Intersection over union, 0 to 1. */
export function iouOf(one: Rectangle, other: Rectangle): number {
  const shared = areaOf(intersectionOf(one, other));
  return shared / (areaOf(one) + areaOf(other) - shared);
}

/** Anchor boxes around a point: for each size (the square root of the area) one for each ratio of height to width. */
export function anchorsAt(
  [x, y]: readonly [x: number, y: number],
  sizes: readonly number[],
  ratios: readonly number[],
): Rectangle[] {
  return sizes.flatMap((size) =>
    ratios.map((ratio) => {
      const [width, height] = [size / Math.sqrt(ratio), size * Math.sqrt(ratio)];
      return { x: x - width / 2, y: y - height / 2, width, height };
    }),
  );
}
