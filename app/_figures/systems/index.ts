import type { FigureSpec } from "../figure";

export const systemsFigures: readonly FigureSpec[] = [];
