import type { FigureSpec } from "../figure";
import { claimFigures } from "./claims";
import { compressionFigures } from "./compression";
import { bfloat16, lossScaling } from "./formats";
import { idiomFigures } from "./idioms";
import { memoryFigures } from "./memory";
import { allReduceFigure, dataParallelism, federatedLearning, tensorParallelism } from "./parallelism";
import { pipelineParallelism } from "./pipeline-parallelism";
import { quantization, quantizationAware, straightThrough } from "./quantization";
import { speedFigures } from "./speed";
import { tradeOff } from "./trade-off";

export const systemsFigures: readonly FigureSpec[] = [
  quantization,
  straightThrough,
  quantizationAware,
  bfloat16,
  lossScaling,
  ...compressionFigures,
  ...memoryFigures,
  dataParallelism,
  tensorParallelism,
  pipelineParallelism,
  allReduceFigure,
  federatedLearning,
  ...speedFigures,
  tradeOff,
  ...idiomFigures,
  ...claimFigures,
];
