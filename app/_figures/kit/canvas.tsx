import type { ReactNode } from "react";
import { FIGURE_WIDTH } from "../figure";

/** The `<svg>` of a figure: as wide as its column, read out as its text alternative. */
export function Canvas({ height, alt, children }: { height: number; alt: string; children: ReactNode }) {
  return (
    <svg
      viewBox={`0 0 ${FIGURE_WIDTH} ${height}`}
      role="img"
      aria-label={alt}
      className="mx-auto block h-auto w-full max-w-[460px] font-ui"
    >
      {children}
    </svg>
  );
}
