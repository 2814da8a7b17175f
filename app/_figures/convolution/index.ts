import type { FigureSpec } from "../figure";

export const convolutionFigures: readonly FigureSpec[] = [];
