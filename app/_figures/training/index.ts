import type { FigureSpec } from "../figure";
import { cutmix, mixup, randomCrop, randomErasing } from "./augmentation";
import { exponentialMovingAverage, weightInitialization } from "./averages";
import { batchVariants } from "./batch-variants";
import { batches, gradientAccumulation, updatesByBatchSize } from "./batches";
import { clustering, kMeansLine } from "./clustering";
import { cosineAnnealing, stepSchedule, weightDecay } from "./decay";
import { doubleDescent } from "./double-descent";
import { gradient, gradientClipping } from "./gradient";
import { descentContours, gradientDescent } from "./gradient-descent";
import { computationalGraph, hyperparameterSearch } from "./graphs";
import { kMeans } from "./k-means";
import { earlyStopping, learningCurve } from "./learning-curve";
import { learningRate } from "./learning-rate";
import { learningRateCases } from "./learning-rate-cases";
import { momentum } from "./momentum";
import { ablation, crossEntropy, labelSmoothing, maximumLikelihood, softmax } from "./outputs";
import { overfitting } from "./overfitting";
import { l1L2, penaltyMinima } from "./penalties";
import { linearRegression, squaredError } from "./regression";
import { convexFunction, localMinimum, lossLandscape, saddlePoint } from "./surfaces";
import { biasVariance, underfitting } from "./underfitting";
import { warmUp } from "./warm-up";

export const trainingFigures: readonly FigureSpec[] = [
  linearRegression,
  squaredError,
  gradient,
  gradientDescent,
  descentContours,
  learningRate,
  learningRateCases,
  batches,
  updatesByBatchSize,
  batchVariants,
  gradientAccumulation,
  momentum,
  warmUp,
  cosineAnnealing,
  stepSchedule,
  weightDecay,
  learningCurve,
  earlyStopping,
  overfitting,
  underfitting,
  biasVariance,
  doubleDescent,
  l1L2,
  penaltyMinima,
  convexFunction,
  localMinimum,
  saddlePoint,
  lossLandscape,
  gradientClipping,
  exponentialMovingAverage,
  weightInitialization,
  softmax,
  crossEntropy,
  labelSmoothing,
  maximumLikelihood,
  computationalGraph,
  hyperparameterSearch,
  mixup,
  cutmix,
  randomErasing,
  randomCrop,
  clustering,
  kMeans,
  kMeansLine,
  ablation,
];
