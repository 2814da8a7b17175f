import { Dot, type Point, round } from "../kit/shapes";

/** The face of a dog, about 52 by 46 units at size 1: what the boxes of these figures are about. */
export function Dog({ at: [x, y], size = 1 }: { readonly at: Point; readonly size?: number }) {
  const place = (dx: number, dy: number) => ({ cx: round(x + dx * size), cy: round(y + dy * size) });
  const look = "fill-sunken stroke-ink-3";
  return (
    <>
      <ellipse {...place(-19, 0)} rx={7 * size} ry={15 * size} strokeWidth={1.25} className={look} />
      <ellipse {...place(19, 0)} rx={7 * size} ry={15 * size} strokeWidth={1.25} className={look} />
      <ellipse {...place(0, 0)} rx={18 * size} ry={20 * size} strokeWidth={1.25} className={look} />
      <ellipse {...place(0, 7)} rx={4 * size} ry={3 * size} className="fill-ink-3" />
      <Dot at={[x - 7 * size, y - 4 * size]} radius={1.5 * size} tone="ink-3" />
      <Dot at={[x + 7 * size, y - 4 * size]} radius={1.5 * size} tone="ink-3" />
    </>
  );
}
