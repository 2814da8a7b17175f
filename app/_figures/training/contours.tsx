import { type Frame, place } from "../kit/plot";
import { Loop } from "../kit/shapes";
import { type Bowl, contourOf } from "./descent";

/** Contour lines of a bowl, one for each level of the loss. */
export function Contours({ frame, bowl, levels }: { frame: Frame; bowl: Bowl; levels: readonly number[] }) {
  return (
    <>
      {levels.map((level) => (
        <Loop key={level} points={contourOf(bowl, level).map((value) => place(frame, value))} tone="ink-3" />
      ))}
    </>
  );
}
