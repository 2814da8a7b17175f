import type { FigureSpec } from "../figure";

export const evaluationFigures: readonly FigureSpec[] = [];
