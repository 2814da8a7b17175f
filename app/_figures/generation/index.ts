import type { FigureSpec } from "../figure";
import { autoencoder, latentDiffusion, variationalAutoencoder } from "./autoencoders";
import { noiseSchedule, reverseDenoising } from "./denoising";
import { gaussianDivergence, klDivergenceFigure, wassersteinDistance } from "./divergences";
import { forwardDiffusion } from "./forward-diffusion";
import { gan, nashEquilibrium, zeroSumGame } from "./games";
import { latentSpace, modeCollapse } from "./latent-space";
import { classifierFreeGuidance, flowMatching, normalizingFlow, vectorQuantization } from "./paths";

export const generationFigures: readonly FigureSpec[] = [
  gan,
  zeroSumGame,
  nashEquilibrium,
  autoencoder,
  variationalAutoencoder,
  latentDiffusion,
  klDivergenceFigure,
  gaussianDivergence,
  wassersteinDistance,
  latentSpace,
  modeCollapse,
  forwardDiffusion,
  noiseSchedule,
  reverseDenoising,
  classifierFreeGuidance,
  normalizingFlow,
  flowMatching,
  vectorQuantization,
];
