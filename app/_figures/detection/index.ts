import type { FigureSpec } from "../figure";
import { anchorBoxes, anchorFreePoint, boundingBox, objectDetection, roiAlign } from "./box-figures";
import { iou } from "./iou";
import { opticalFlow, radianceRay, stereoDepth } from "./motion-and-depth";
import { nonMaximumSuppression } from "./non-maximum-suppression";
import { backboneNeckHead, bipartiteMatching, cascade, detectorStages } from "./pipelines";
import { diceAndIou, gradCam, meanIou, patchEmbedding, segmentations } from "./segmentation";

export const detectionFigures: readonly FigureSpec[] = [
  boundingBox,
  objectDetection,
  iou,
  anchorBoxes,
  anchorFreePoint,
  roiAlign,
  nonMaximumSuppression,
  backboneNeckHead,
  detectorStages,
  cascade,
  bipartiteMatching,
  segmentations,
  diceAndIou,
  meanIou,
  gradCam,
  patchEmbedding,
  opticalFlow,
  radianceRay,
  stereoDepth,
];
