import type { FigureSpec } from "../figure";
import { checkpointFigure } from "./checkpoint";
import { claimFigures } from "./claims";
import { compressionFigures } from "./compression";
import { bfloat16, lossScaling } from "./formats";
import { idiomFigures } from "./idioms";
import { kernelFigures } from "./kernels";
import { memoryFigures } from "./memory";
import { allReduceFigure, dataParallelism, federatedLearning, tensorParallelism } from "./parallelism";
import { pipelineParallelism } from "./pipeline-parallelism";
import { quantization, quantizationAware, straightThrough } from "./quantization";
import { speedFigures } from "./speed";
import { tensor } from "./tensor";
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
  ...kernelFigures,
  checkpointFigure,
  tensor,
  tradeOff,
  ...idiomFigures,
  ...claimFigures,
];
