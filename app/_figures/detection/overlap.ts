// How well two regions of pixels coincide. Pure.

export interface PixelCounts {
  /** Pixels of the predicted and of the true region, and of both. */
  readonly predicted: number;
  readonly truth: number;
  readonly shared: number;
}

/** 0 to 1. */
export function pixelIou({ predicted, truth, shared }: PixelCounts): number {
  return shared / (predicted + truth - shared);
}

/** 0 to 1; equals 2J / (1 + J) where J is the IoU. */
export function dice({ predicted, truth, shared }: PixelCounts): number {
  return (2 * shared) / (predicted + truth);
}
