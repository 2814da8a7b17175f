import type { FigureSpec } from "../figure";
import { signalLeft } from "./diffusion";
import { FIRST_STEP, FORWARD_HEIGHT, ForwardDrawing } from "./forward-drawing";

const LEFT = signalLeft("cosine", FIRST_STEP);

export const forwardDiffusion: FigureSpec = {
  name: "forward-diffusion",
  height: FORWARD_HEIGHT,
  caption: {
    zh: "灰点是原来的图形；ᾱ 越小，点散得越开",
    en: "Gray dots: the shape as it was; the smaller ᾱ, the more the points scatter",
  },
  alt: {
    zh: `左：排成笑脸的点加噪到第 ${FIRST_STEP} 步（余弦调度），已散开，但轮廓还在。右：ᾱ 由 1 降到 0 的曲线，此处 ᾱ = ${LEFT.toFixed(2)}，信号乘 ${Math.sqrt(LEFT).toFixed(2)}，噪声乘 ${Math.sqrt(1 - LEFT).toFixed(2)}。`,
    en: `Left: points that form a smiling face, noised up to step ${FIRST_STEP} (cosine schedule), scattered. Right: the curve of ᾱ from 1 to 0; here ᾱ = ${LEFT.toFixed(2)}, so the signal is scaled by ${Math.sqrt(LEFT).toFixed(2)} and the noise by ${Math.sqrt(1 - LEFT).toFixed(2)}.`,
  },
  draw: (say) => <ForwardDrawing schedule="cosine" t={FIRST_STEP} say={say} />,
  interactive: true,
};
