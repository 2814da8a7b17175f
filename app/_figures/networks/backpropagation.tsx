import type { FigureSpec } from "../figure";
import { Arrow, Box, Label } from "../kit/shapes";

/** The numbers of the glossary's example: ŷ = wx, L = (ŷ − y)². */
export const EXAMPLE = { w: 3, x: 2, y: 5 } as const;

interface Pass {
  readonly prediction: number;
  readonly loss: number;
  readonly byPrediction: number;
  readonly byW: number;
  readonly byX: number;
}

/** Forward and backward pass through ŷ = wx and L = (ŷ − y)². */
export function passThrough({ w, x, y }: { w: number; x: number; y: number }): Pass {
  const prediction = w * x;
  const byPrediction = 2 * (prediction - y);
  return { prediction, loss: (prediction - y) ** 2, byPrediction, byW: byPrediction * x, byX: byPrediction * w };
}

const { w: W, x: X, y: Y } = EXAMPLE;
const PASS = passThrough(EXAMPLE);

export const backpropagation: FigureSpec = {
  name: "backpropagation",
  height: 190,
  caption: {
    zh: "实线向前算数值，虚线从损失倒着乘导数",
    en: "Solid arrows compute values; dashed ones multiply derivatives, back from the loss",
  },
  alt: {
    zh: `计算图。向前：w = ${W} 与 x = ${X} 相乘得 ŷ = ${PASS.prediction}，与 y = ${Y} 之差的平方是 L = ${PASS.loss}。向后：L 对 ŷ 的导数为 ${PASS.byPrediction}，乘 x 得对 w 的导数 ${PASS.byW}，乘 w 得对 x 的导数 ${PASS.byX}`,
    en: `A computational graph. Forward: w = ${W} times x = ${X} gives ŷ = ${PASS.prediction}; the square of its difference from y = ${Y} is L = ${PASS.loss}. Backward: the derivative of L by ŷ is ${PASS.byPrediction}; times x it gives ${PASS.byW} for w, times w it gives ${PASS.byX} for x`,
  },
  draw: () => (
    <>
      <Box x={6} y={38} width={56} height={30} label={`w = ${W}`} tone="accent" />
      <Box x={6} y={122} width={56} height={30} label={`x = ${X}`} />
      <Box x={116} y={80} width={62} height={30} label={`ŷ = ${PASS.prediction}`} />
      <Box x={238} y={80} width={56} height={30} label={`L = ${PASS.loss}`} tone="ink-2" />
      <Box x={116} y={154} width={62} height={30} label={`y = ${Y}`} />
      <Arrow from={[62, 60]} to={[114, 88]} />
      <Arrow from={[62, 130]} to={[114, 102]} />
      <Arrow from={[178, 99]} to={[236, 99]} />
      <Arrow from={[178, 166]} to={[256, 112]} bend={-14} />
      <Label at={[207, 112]} size={12} tone="ink-2">
        (ŷ − y)²
      </Label>
      <Label at={[96, 95]} size={12} tone="ink-2" anchor="end">
        ŷ = wx
      </Label>
      <Arrow from={[262, 78]} to={[160, 78]} tone="accent" dashed bend={26} />
      <Label at={[212, 50]} tone="accent">
        {`2(${PASS.prediction} − ${Y}) = ${PASS.byPrediction}`}
      </Label>
      <Arrow from={[134, 78]} to={[64, 46]} tone="accent" dashed bend={18} />
      <Label at={[88, 22]} tone="accent" anchor="start">
        {`${PASS.byPrediction} × x = ${PASS.byW}`}
      </Label>
      <Arrow from={[126, 112]} to={[64, 144]} tone="accent" dashed bend={-12} />
      <Label at={[20, 172]} tone="accent" anchor="start">
        {`${PASS.byPrediction} × w = ${PASS.byX}`}
      </Label>
    </>
  ),
};
