import { type BoxLook, type Point, round } from "./shapes";
import { GROUND, STROKE } from "./tones";

interface BoxesProps extends BoxLook {
  /** The upper left corner of each. */
  readonly at: readonly Point[];
}

/** Boxes of one size and look, each as Box draws one, in one path. */
export function Boxes({
  at,
  width,
  height,
  tone = "ink-3",
  fill = "ground",
  dashed,
  radius = 0,
  thick = 1,
}: BoxesProps) {
  const [across, down, r] = [round(width - 2 * radius), round(height - 2 * radius), radius];
  const outline =
    radius === 0
      ? `h${across}v${down}h-${across}z`
      : `h${across}q${r} 0 ${r} ${r}v${down}q0 ${r}-${r} ${r}h-${across}q-${r} 0-${r}-${r}v-${down}q0-${r} ${r}-${r}z`;
  return (
    <path
      d={at.map(([x, y]) => `M${round(x + radius)} ${round(y)}${outline}`).join("")}
      strokeWidth={thick}
      {...(dashed ? { strokeDasharray: "4 3" } : {})}
      className={`${fill === "none" ? "fill-none" : GROUND[tone]} ${STROKE[tone]}`}
    />
  );
}
