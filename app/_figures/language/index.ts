import type { FigureSpec } from "../figure";

export const languageFigures: readonly FigureSpec[] = [];
