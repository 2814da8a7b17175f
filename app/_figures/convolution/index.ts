import type { FigureSpec } from "../figure";
import { cnn, vgg16 } from "./architectures";
import { channelAttention, spatialAttention, squeezeAndExcitation } from "./attention";
import { bottleneckBlock, highwayLayer, residualBlock } from "./blocks";
import { depthwiseSeparable, dilatedConvolution, groupedConvolution } from "./cheap-convolution";
import { denseBlock, inceptionBlock } from "./concatenation";
import { compoundScaling, deformableConvolution, fullyConvolutional } from "./deformable";
import { encoderDecoder, featurePyramid, uNet } from "./down-and-up";
import { depth, featureMap, filterSlices, pointwiseConvolution } from "./feature-map";
import { parameterSharing } from "./parameter-sharing";
import { averagePooling, pooling } from "./pooling";
import { receptiveField } from "./receptive-field";
import { globalAveragePooling, roiPooling } from "./region-pooling";
import { downsampling, interpolation, upsampling } from "./resampling";
import { convolution } from "./sliding-filter";
import { stride, zeroPadding } from "./sliding-size";
import { translationEquivariance, translationInvariance } from "./translation";
import { transposedConvolution } from "./transposed-convolution";

export const convolutionFigures: readonly FigureSpec[] = [
  convolution,
  filterSlices,
  featureMap,
  depth,
  stride,
  zeroPadding,
  parameterSharing,
  pooling,
  averagePooling,
  globalAveragePooling,
  roiPooling,
  translationInvariance,
  translationEquivariance,
  receptiveField,
  downsampling,
  upsampling,
  interpolation,
  cnn,
  vgg16,
  residualBlock,
  highwayLayer,
  inceptionBlock,
  bottleneckBlock,
  denseBlock,
  pointwiseConvolution,
  depthwiseSeparable,
  groupedConvolution,
  dilatedConvolution,
  transposedConvolution,
  deformableConvolution,
  compoundScaling,
  squeezeAndExcitation,
  channelAttention,
  spatialAttention,
  encoderDecoder,
  fullyConvolutional,
  uNet,
  featurePyramid,
];
