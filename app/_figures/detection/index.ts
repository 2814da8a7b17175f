import type { FigureSpec } from "../figure";
import { iou } from "./iou";

export const detectionFigures: readonly FigureSpec[] = [iou];
