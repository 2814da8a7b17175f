import type { FigureSpec } from "../figure";

export const learningFigures: readonly FigureSpec[] = [];
