import type { FigureSpec } from "../figure";
import { compressionFigures } from "./compression";
import { bfloat16, lossScaling } from "./formats";
import { idiomFigures } from "./idioms";
import { allReduceFigure, dataParallelism, federatedLearning, tensorParallelism } from "./parallelism";
import { pipelineParallelism } from "./pipeline-parallelism";
import { quantization, quantizationAware, straightThrough } from "./quantization";
import { speedFigures } from "./speed";

export const systemsFigures: readonly FigureSpec[] = [
  quantization,
  straightThrough,
  quantizationAware,
  bfloat16,
  lossScaling,
  ...compressionFigures,
  dataParallelism,
  tensorParallelism,
  pipelineParallelism,
  allReduceFigure,
  federatedLearning,
  ...speedFigures,
  ...idiomFigures,
];
