"use client";

import type { ComponentType } from "react";
import type { FigureLanguage } from "../figure";

type InteractiveFigure = ComponentType<{ language: FigureLanguage }>;

/** The versions that can be played with, each in a file that only the page that shows it loads. By the name of the figure. */
const LOADERS: Readonly<Record<string, () => Promise<{ default: InteractiveFigure }>>> = {
  activation: () => import("./activation"),
  "attention-mechanism": () => import("./attention-mechanism"),
  "byte-pair-encoding": () => import("./byte-pair-encoding"),
  cascade: () => import("./cascade"),
  "confidence-interval": () => import("./confidence-interval"),
  convolution: () => import("./convolution"),
  entropy: () => import("./entropy"),
  "forward-diffusion": () => import("./forward-diffusion"),
  iou: () => import("./iou"),
  "k-means": () => import("./k-means"),
  "learning-rate": () => import("./learning-rate"),
  "non-maximum-suppression": () => import("./non-maximum-suppression"),
  outlier: () => import("./outlier"),
  overfitting: () => import("./overfitting"),
  "pipeline-parallelism": () => import("./pipeline-parallelism"),
  pooling: () => import("./pooling"),
  "principal-component-analysis": () => import("./principal-component-analysis"),
  quantization: () => import("./quantization"),
  "receptive-field": () => import("./receptive-field"),
  sampling: () => import("./sampling"),
  threshold: () => import("./threshold"),
  "transposed-convolution": () => import("./transposed-convolution"),
  "value-iteration": () => import("./value-iteration"),
  "vanishing-gradient": () => import("./vanishing-gradient"),
  "warm-up": () => import("./warm-up"),
};

/** Null when it cannot be loaded, as without the network; the still picture stays then. */
export async function loadInteractive(name: string): Promise<InteractiveFigure | null> {
  try {
    return (await LOADERS[name]?.())?.default ?? null;
  } catch {
    return null;
  }
}
