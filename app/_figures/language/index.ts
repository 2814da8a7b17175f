import type { FigureSpec } from "../figure";
import { attentionDirections, causalMask, crossAttention, sparseAttention } from "./attention-grids";
import { attentionMechanism } from "./attention-mechanism";
import { groupedQueryAttention } from "./grouped-query-attention";
import { mixtureOfExperts } from "./mixture-of-experts";
import { multiHeadAttention } from "./multi-head-attention";
import { positionalEncodingFigure, rotaryPositionEmbedding } from "./position-encodings";
import { queryKeyValue } from "./query-key-value";
import { lstm, recurrentNeuralNetwork, stateSpaceModel } from "./recurrent-networks";
import { residualStream } from "./residual-stream";
import { seq2seq, teacherForcing } from "./sequence-models";
import { transformer } from "./transformer";
import { weightedSum } from "./weighted-sum";

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
];
