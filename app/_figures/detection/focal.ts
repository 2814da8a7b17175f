// Losses for one example, by the probability that the model gives to the true class. Pure; natural logarithm.

/** https://arxiv.org/abs/1708.02002 (Lin et al. 2017), with α = 1; γ = 0 is cross-entropy. */
export function focalLoss(probability: number, gamma: number): number {
  return -((1 - probability) ** gamma) * Math.log(probability);
}
