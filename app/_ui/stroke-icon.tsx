import type { ReactNode } from "react";

/** A line drawing on a 20 × 20 grid in the colour of the text around it. Says nothing to screen readers: what holds it has a label. */
export function StrokeIcon({ className = "size-5", children }: { className?: string; children: ReactNode }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 20 20"
      className={className}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {children}
    </svg>
  );
}
