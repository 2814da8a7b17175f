import type { FigureSpec } from "../figure";
import { anchorBoxes, anchorFreePoint, boundingBox, objectDetection, roiAlign } from "./box-figures";
import { cascade } from "./cascade";
import { focalLossCurve } from "./focal-loss";
import { gradCam, patchEmbedding } from "./image-models";
import { iou } from "./iou";
import { opticalFlow, radianceRay, stereoDepth } from "./motion-and-depth";
import { nonMaximumSuppression } from "./non-maximum-suppression";
import { diceAndIou, meanIou } from "./overlap-figures";
import { backboneNeckHead, bipartiteMatching, detectorStages } from "./pipelines";
import { pointCloud } from "./point-cloud";
import { segmentations } from "./segmentation";

import { objectTracking, poseKeypoints } from "./tracking";

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
  focalLossCurve,
  bipartiteMatching,
  objectTracking,
  poseKeypoints,
  segmentations,
  diceAndIou,
  meanIou,
  gradCam,
  patchEmbedding,
  opticalFlow,
  pointCloud,
  radianceRay,
  stereoDepth,
];
