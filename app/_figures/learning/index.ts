import type { FigureSpec } from "../figure";
import { contrastiveLearning, infoNce, triplet } from "./contrastive-losses";
import { cosine } from "./cosine-similarity";
import { discountedSum, discountFactor } from "./discounting";
import { epsilonGreedy, explorationExploitation, monteCarloTreeSearch } from "./exploration";
import { adjacencyMatrix, messagePassing, overSmoothing } from "./graph-networks";
import { markovDecisionProcess, reinforcementLearning } from "./interaction";
import { maskedAutoencoder } from "./masked-autoencoder";
import { clip, siameseNetwork } from "./paired-encoders";
import { pseudoLabel } from "./pseudo-label";
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
