import type { FigureSpec } from "../figure";
import { adjacencyMatrix, messagePassing, overSmoothing } from "./graph-networks";
import {
  discountedSum,
  discountFactor,
  epsilonGreedy,
  explorationExploitation,
  markovDecisionProcess,
  monteCarloTreeSearch,
  reinforcementLearning,
} from "./reinforcement";
import {
  clip,
  contrastiveLearning,
  cosine,
  infoNce,
  maskedAutoencoder,
  pseudoLabel,
  siameseNetwork,
  triplet,
} from "./representations";
import { valueIteration } from "./value-iteration";

export const learningFigures: readonly FigureSpec[] = [
  adjacencyMatrix,
  messagePassing,
  overSmoothing,
  reinforcementLearning,
  markovDecisionProcess,
  discountFactor,
  discountedSum,
  valueIteration,
  epsilonGreedy,
  explorationExploitation,
  monteCarloTreeSearch,
  contrastiveLearning,
  triplet,
  infoNce,
  maskedAutoencoder,
  clip,
  siameseNetwork,
  pseudoLabel,
  cosine,
];
