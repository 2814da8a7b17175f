import type { FigureSpec } from "../figure";
import { lora, rlhf } from "./adaptation";
import { attentionDirections, causalMask, crossAttention, sparseAttention } from "./attention-grids";
import { attentionMechanism } from "./attention-mechanism";
import { bytePairEncoding } from "./byte-pair-encoding";
import { beamSearch, kvCache, speculativeDecoding } from "./decoding";
import { groupedQueryAttention } from "./grouped-query-attention";
import { directPreferenceOptimization, perplexity, scalingLaw } from "./measures";
import { mixtureOfExperts } from "./mixture-of-experts";
import { multiHeadAttention } from "./multi-head-attention";
import { positionalEncodingFigure, rotaryPositionEmbedding } from "./position-encodings";
import { chainOfThought, inContextLearning, llmAgent, selfConsistency } from "./prompting";
import { queryKeyValue } from "./query-key-value";
import { lstm, recurrentNeuralNetwork, stateSpaceModel } from "./recurrent-networks";
import { residualStream } from "./residual-stream";
import { reranking, retrievalAugmentedGeneration } from "./retrieval";
import { sampling, temperature } from "./sampling";
import { seq2seq, teacherForcing } from "./sequence-models";
import { contextWindow, languageModeling, tokenization } from "./tokens";
import { transformer } from "./transformer";
import { weightedSum } from "./weighted-sum";
import { wordEmbedding } from "./word-embedding";

export const languageFigures: readonly FigureSpec[] = [
  attentionMechanism,
  weightedSum,
  queryKeyValue,
  multiHeadAttention,
  crossAttention,
  causalMask,
  attentionDirections,
  sparseAttention,
  groupedQueryAttention,
  mixtureOfExperts,
  transformer,
  residualStream,
  positionalEncodingFigure,
  rotaryPositionEmbedding,
  recurrentNeuralNetwork,
  lstm,
  stateSpaceModel,
  seq2seq,
  teacherForcing,
  tokenization,
  bytePairEncoding,
  languageModeling,
  contextWindow,
  scalingLaw,
  perplexity,
  beamSearch,
  temperature,
  sampling,
  speculativeDecoding,
  kvCache,
  directPreferenceOptimization,
  wordEmbedding,
  inContextLearning,
  chainOfThought,
  selfConsistency,
  llmAgent,
  retrievalAugmentedGeneration,
  reranking,
  lora,
  rlhf,
];
