// The color of one pixel from samples along its ray. Pure.
// https://arxiv.org/abs/2003.08934 (Mildenhall et al. 2020), equation 3.

export interface RaySample {
  /** 1 − exp(−σδ), 0 to 1. */
  readonly opacity: number;
  /** Brightness, 0 to 1. */
  readonly brightness: number;
}

/** From near to far: the share of light that reaches each sample, and what it adds to the pixel. */
export function alongRay(samples: readonly RaySample[]) {
  let reaching = 1;
  return samples.map(({ opacity, brightness }) => {
    const share = reaching;
    reaching *= 1 - opacity;
    return { reaching: share, contribution: share * opacity * brightness };
  });
}
