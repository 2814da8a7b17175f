import type { FigureSpec } from "../figure";
import { activation } from "./activation";
import { geluSwish, leakyRelu, relu, reluTent, sigmoid, tanh } from "./activation-plots";
import { backpropagation } from "./backpropagation";
import { multiTask, preNorm } from "./blocks";
import { dropout, stochasticDepth } from "./dropout";
import { embedding, embeddingMatrix } from "./embedding";
import { ensemble, majorityVote } from "./ensemble";
import { gating } from "./gating";
import { denseAndLocal, mlp } from "./mlp";
import { batchNormalization, layerNormalization, normalizationKinds } from "./normalization";
import { perceptron, thresholdUnit, xorNetwork } from "./perceptron";
import { dimensionality, pruning, sparsity } from "./pruning";
import { adapter, fineTuning, transferLearning } from "./transfer";
import { vanishingGradient } from "./vanishing-gradient";

export const networksFigures: readonly FigureSpec[] = [
  activation,
  relu,
  sigmoid,
  tanh,
  leakyRelu,
  geluSwish,
  reluTent,
  thresholdUnit,
  perceptron,
  xorNetwork,
  mlp,
  denseAndLocal,
  backpropagation,
  vanishingGradient,
  batchNormalization,
  normalizationKinds,
  layerNormalization,
  preNorm,
  multiTask,
  dropout,
  stochasticDepth,
  gating,
  pruning,
  sparsity,
  dimensionality,
  embedding,
  embeddingMatrix,
  ensemble,
  majorityVote,
  fineTuning,
  transferLearning,
  adapter,
];
