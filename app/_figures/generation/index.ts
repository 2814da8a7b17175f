import type { FigureSpec } from "../figure";

export const generationFigures: readonly FigureSpec[] = [];
