"use client";

import type { ComponentType } from "react";
import type { FigureLanguage } from "../figure";

type InteractiveFigure = ComponentType<{ language: FigureLanguage }>;

/** The versions that can be played with, each in a file that only the page that shows it loads. By the name of the figure. */
const LOADERS: Readonly<Record<string, () => Promise<{ default: InteractiveFigure }>>> = {
  cascade: () => import("./cascade"),
  "confidence-interval": () => import("./confidence-interval"),
  convolution: () => import("./convolution"),
  entropy: () => import("./entropy"),
  iou: () => import("./iou"),
  "non-maximum-suppression": () => import("./non-maximum-suppression"),
  outlier: () => import("./outlier"),
  "pipeline-parallelism": () => import("./pipeline-parallelism"),
  pooling: () => import("./pooling"),
  "principal-component-analysis": () => import("./principal-component-analysis"),
  quantization: () => import("./quantization"),
  "receptive-field": () => import("./receptive-field"),
  threshold: () => import("./threshold"),
  "transposed-convolution": () => import("./transposed-convolution"),
};

/** Null when it cannot be loaded, as without the network; the still picture stays then. */
export async function loadInteractive(name: string): Promise<InteractiveFigure | null> {
  try {
    return (await LOADERS[name]?.())?.default ?? null;
  } catch {
    return null;
  }
}
