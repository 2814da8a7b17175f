import type { FigureSpec } from "../figure";
import { leastSquares, meanOf } from "../kit/maths";
import { trimmed } from "../kit/numbers";
import { Axes, Curve, type Frame, place } from "../kit/plot";
import { Box, Dot, Label, Line, type Point } from "../kit/shapes";

/** Points whose least-squares line is the glossary's ŷ = 2x + 1. */
export const REGRESSION_POINTS: readonly Point[] = [
  [1, 3.9],
  [2, 4.1],
  [3, 6.1],
  [4, 9.9],
];

const { slope: W, intercept: B } = leastSquares(REGRESSION_POINTS);
const predict = (x: number) => W * x + B;
const FRAME: Frame = { x: 34, y: 12, width: 250, height: 150, xRange: [0, 5], yRange: [0, 11] };

export const linearRegression: FigureSpec = {
  name: "linear-regression",
  height: 186,
  caption: {
    zh: "这条直线使各个正方形（误差的平方）的总面积最小",
    en: "This line makes the total area of the squares, the squared errors, least",
  },
  alt: {
    zh: `四个数据点与拟合的直线 ŷ = ${trimmed(W)}x + ${trimmed(B)}；每点到直线的竖直距离画成一个正方形，面积就是平方误差`,
    en: `Four data points and the fitted line ŷ = ${trimmed(W)}x + ${trimmed(B)}; the vertical distance of each point from the line is drawn as a square, whose area is the squared error`,
  },
  draw: (say) => (
    <>
      <Axes frame={FRAME} xTicks={[0, 1, 2, 3, 4].map((at) => ({ at }))} yTicks={[1, 5, 9].map((at) => ({ at }))} />
      <Curve frame={FRAME} of={predict} />
      {REGRESSION_POINTS.map(([x, y]) => {
        const [px, py] = place(FRAME, [x, y]);
        const [, onLine] = place(FRAME, [x, predict(x)]);
        const side = Math.abs(py - onLine);
        return (
          <g key={x}>
            <Box
              x={y > predict(x) ? px - side : px}
              y={Math.min(py, onLine)}
              width={side}
              height={side}
              radius={0}
              tone="good"
              thick={1}
            />
            <Dot at={[px, py]} tone="ink" />
          </g>
        );
      })}
      <Label at={place(FRAME, [4.95, 5.6])} tone="accent" anchor="end">
        {`ŷ = ${trimmed(W)}x + ${trimmed(B)}`}
      </Label>
      <Box x={48} y={16} width={11} height={11} radius={0} tone="good" thick={1} />
      <Label at={[66, 22]} anchor="start" size={12} tone="good">
        {say("平方误差", "squared errors")}
      </Label>
    </>
  ),
};

/** The glossary's example: true values 5 and 4, predictions 3 and 5. */
export const ERROR_EXAMPLE = [
  { truth: 5, prediction: 3 },
  { truth: 4, prediction: 5 },
] as const;
const SQUARES = ERROR_EXAMPLE.map(({ truth, prediction }) => (truth - prediction) ** 2);
const UNIT = 24;

function levelY(value: number): number {
  return 152 - value * UNIT;
}

export const squaredError: FigureSpec = {
  name: "squared-error",
  height: 178,
  caption: {
    zh: `差 2 的面积是 4，差 1 的是 1；平均为 ${meanOf(SQUARES)}`,
    en: `Off by 2 makes an area of 4, off by 1 an area of 1; the mean is ${meanOf(SQUARES)}`,
  },
  alt: {
    zh: `两个样本：真值 5、预测 3，差 2，正方形面积 ${SQUARES[0]}；真值 4、预测 5，差 1，正方形面积 ${SQUARES[1]}；均方误差为 ${meanOf(SQUARES)}`,
    en: `Two samples: true value 5, prediction 3, a square with side 2 and area ${SQUARES[0]}; true value 4, prediction 5, a square with side 1 and area ${SQUARES[1]}; the mean squared error is ${meanOf(SQUARES)}`,
  },
  draw: (say) => (
    <>
      <Line from={[30, levelY(0)]} to={[288, levelY(0)]} />
      {[1, 2, 3, 4, 5].map((value) => (
        <g key={value}>
          <Line from={[30, levelY(value)]} to={[288, levelY(value)]} tone="line" thick={1} />
          <Label at={[20, levelY(value)]} size={12} tone="ink-2">
            {value}
          </Label>
        </g>
      ))}
      {ERROR_EXAMPLE.map(({ truth, prediction }, index) => {
        const x = 90 + index * 120;
        const side = Math.abs(truth - prediction) * UNIT;
        return (
          <g key={truth}>
            <Box x={x} y={levelY(Math.max(truth, prediction))} width={side} height={side} radius={0} tone="accent" />
            <Label at={[x + side / 2, (levelY(truth) + levelY(prediction)) / 2]} strong>
              {SQUARES[index]}
            </Label>
            <Dot at={[x, levelY(truth)]} tone="ink" />
            <Dot at={[x, levelY(prediction)]} tone="accent" open />
            <Label at={[x - 9, levelY(truth)]} anchor="end" size={12}>
              y
            </Label>
            <Label at={[x - 9, levelY(prediction)]} anchor="end" size={12} tone="accent">
              ŷ
            </Label>
            <Label at={[x + 10, 166]} size={12} tone="ink-2">
              {say(`样本 ${index + 1}`, `sample ${index + 1}`)}
            </Label>
          </g>
        );
      })}
    </>
  ),
};
