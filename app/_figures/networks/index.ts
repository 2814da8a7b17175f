import type { FigureSpec } from "../figure";

export const networksFigures: readonly FigureSpec[] = [];
