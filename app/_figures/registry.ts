import { detectionFigures } from "./detection";
import type { FigureSpec } from "./figure";

/** Every picture of the glossary. */
export const FIGURES: readonly FigureSpec[] = [...detectionFigures];
