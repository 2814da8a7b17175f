import type { FigureSpec } from "../figure";

export const trainingFigures: readonly FigureSpec[] = [];
