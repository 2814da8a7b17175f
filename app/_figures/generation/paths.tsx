import type { FigureSpec } from "../figure";
import { squaredDistance } from "../kit/maths";
import { fixed } from "../kit/numbers";
import { Axes, type Frame, place } from "../kit/plot";
import { Area, Arrow, Dot, Label, Line, type Point, Polyline } from "../kit/shapes";
import { nearestEntry } from "./distributions";

const [WITHOUT, WITH, STRENGTH] = [0.2, 0.5, 7.5];
const GUIDED = WITHOUT + STRENGTH * (WITH - WITHOUT);
const alongGuidance = (value: number) => 20 + value * 102;

export const classifierFreeGuidance: FigureSpec = {
  name: "classifier-free-guidance",
  height: 118,
  caption: {
    zh: "沿“有条件减无条件”的方向，继续走到 w 倍远",
    en: "From unconditional to conditional, and on in that direction, w times as far",
  },
  alt: {
    zh: `数轴：无条件预测 ${WITHOUT}，有条件预测 ${WITH}，相差 0.3；沿同一方向外推到 w = ${STRENGTH} 倍，得 ${GUIDED.toFixed(2)}。`,
    en: `A number line: the unconditional prediction ${WITHOUT}, the conditional ${WITH}, 0.3 apart; ${STRENGTH} times that way in the same direction ends at ${GUIDED.toFixed(2)}.`,
  },
  draw: (say) => (
    <>
      <Line from={[10, 62]} to={[290, 62]} tone="line" />
      {[1, 2].map((value) => (
        <Label key={value} at={[alongGuidance(value), 78]} size={12} tone="ink-2">
          {value}
        </Label>
      ))}
      <Arrow from={[alongGuidance(WITH), 62]} to={[alongGuidance(GUIDED) - 6, 62]} tone="accent" thick={2} dashed />
      <Arrow from={[alongGuidance(WITHOUT), 62]} to={[alongGuidance(WITH) - 4, 62]} tone="ink" thick={3} />
      <Dot at={[alongGuidance(WITHOUT), 62]} tone="ink-2" />
      <Dot at={[alongGuidance(WITH), 62]} tone="good" />
      <Dot at={[alongGuidance(GUIDED), 62]} radius={5} />
      <Label at={[alongGuidance(WITHOUT) - 4, 84]} anchor="start" size={12}>
        {say("无条件", "without")}
      </Label>
      <Label at={[alongGuidance(WITHOUT) - 4, 100]} anchor="start">
        {WITHOUT}
      </Label>
      <Label at={[alongGuidance(WITH) - 12, 24]} anchor="start" size={12} tone="good">
        {say("有条件（w = 1）", "with (w = 1)")}
      </Label>
      <Label at={[alongGuidance(WITH), 42]}>{WITH}</Label>
      <Label at={[290, 24]} anchor="end" size={12} tone="accent">
        {`w = ${STRENGTH}`}
      </Label>
      <Label at={[290, 42]} anchor="end" strong>
        {GUIDED.toFixed(2)}
      </Label>
    </>
  ),
};

/** x = 2z stretches the interval by this, and divides the density by it. */
const STRETCH = 2;
const LEFT_FRAME: Frame = { x: 26, y: 24, width: 60, height: 96, xRange: [0, 1.2], yRange: [0, 1.2] };
const RIGHT_FRAME: Frame = { x: 172, y: 24, width: 120, height: 96, xRange: [0, 2.4], yRange: [0, 1.2] };

function densityBox(frame: Frame, width: number, density: number): readonly Point[] {
  return [place(frame, [0, 0]), place(frame, [0, density]), place(frame, [width, density]), place(frame, [width, 0])];
}

export const normalizingFlow: FigureSpec = {
  name: "normalizing-flow",
  height: 160,
  caption: {
    zh: "拉宽到两倍，密度就减半，面积始终是 1",
    en: "Stretched to twice the width, the density halves; the area stays 1",
  },
  alt: {
    zh: `左：z 在 0 到 1 上均匀分布，密度 1。右：x = ${STRETCH}z 在 0 到 ${STRETCH} 上均匀分布，密度 ${1 / STRETCH}。两块面积都是 1。`,
    en: `Left: z is uniform from 0 to 1 with density 1. Right: x = ${STRETCH}z is uniform from 0 to ${STRETCH} with density ${1 / STRETCH}. Both areas are 1.`,
  },
  draw: (say) => (
    <>
      <Area points={densityBox(LEFT_FRAME, 1, 1)} tone="good" />
      <Polyline points={densityBox(LEFT_FRAME, 1, 1)} tone="good" />
      <Axes frame={LEFT_FRAME} xTicks={[{ at: 0 }, { at: 1 }]} yTicks={[{ at: 1 }]} xName="z" />
      <Area points={densityBox(RIGHT_FRAME, STRETCH, 1 / STRETCH)} />
      <Polyline points={densityBox(RIGHT_FRAME, STRETCH, 1 / STRETCH)} />
      <Axes
        frame={RIGHT_FRAME}
        xTicks={[{ at: 0 }, { at: 1 }, { at: 2 }]}
        yTicks={[{ at: 0.5 }, { at: 1 }]}
        xName="x"
      />
      <Arrow from={[98, 62]} to={[140, 62]} tone="ink" />
      <Label at={[119, 48]}>x = 2z</Label>
      <Label at={place(LEFT_FRAME, [0.5, 0.5])} size={12}>
        {say("面积 1", "area 1")}
      </Label>
      <Label at={place(RIGHT_FRAME, [1, 0.25])} size={12}>
        {say("面积 1", "area 1")}
      </Label>
    </>
  ),
};

const [NOISE, DATA, MOMENT] = [-1, 3, 0.25];
const POSITION = (1 - MOMENT) * NOISE + MOMENT * DATA;
const VELOCITY = DATA - NOISE;
/** Further pairs of noise and data, for company. */
const OTHERS: readonly Point[] = [
  [0.4, 2.2],
  [2.6, 0.9],
  [1.1, 3.4],
  [-0.3, -1.3],
];
const FLOW_FRAME: Frame = { x: 34, y: 24, width: 226, height: 128, xRange: [0, 1], yRange: [-2, 4] };

export const flowMatching: FigureSpec = {
  name: "flow-matching",
  height: 190,
  caption: {
    zh: "网络学的是路上每一点的速度，即直线的斜率",
    en: "The network learns the velocity at each point of a path, the slope of the line",
  },
  alt: {
    zh: `横轴是时刻 t，纵轴是 x。一条直线从噪声 ${fixed(NOISE, 0)} 走到数据 ${DATA}；t = ${MOMENT} 处的点是 ${POSITION}，要学的速度是 ${VELOCITY}。旁边是另外几对噪声与数据的直线。`,
    en: `Time t to the right, x upwards. A straight line leads from noise ${fixed(NOISE, 0)} to data ${DATA}; at t = ${MOMENT} the point is ${POSITION} and the velocity to learn is ${VELOCITY}. Beside it, the lines of a few other pairs.`,
  },
  draw: (say) => {
    const [x, y] = place(FLOW_FRAME, [MOMENT, POSITION]);
    return (
      <>
        <Axes
          frame={FLOW_FRAME}
          xName="t"
          yName="x"
          xTicks={[{ at: 0 }, { at: MOMENT }, { at: 1 }]}
          yTicks={[{ at: -1, label: "−1" }, { at: 0 }, { at: 3 }]}
        />
        {OTHERS.map(([from, to]) => (
          <Line
            key={from}
            from={place(FLOW_FRAME, [0, from])}
            to={place(FLOW_FRAME, [1, to])}
            tone="ink-3"
            dashed
            thick={1}
          />
        ))}
        <Line from={place(FLOW_FRAME, [0, NOISE])} to={place(FLOW_FRAME, [1, DATA])} tone="accent" thick={2} />
        <Arrow from={[x, y]} to={place(FLOW_FRAME, [MOMENT + 0.22, POSITION + 0.22 * VELOCITY])} tone="ink" thick={3} />
        <Dot at={[x, y]} radius={5} />
        <Label at={place(FLOW_FRAME, [0.48, 0.3])} anchor="start" strong>
          {say(`速度 ${VELOCITY}`, `velocity ${VELOCITY}`)}
        </Label>
        <Dot at={place(FLOW_FRAME, [0, NOISE])} tone="ink-2" />
        <Dot at={place(FLOW_FRAME, [1, DATA])} tone="good" />
        <Label at={[266, place(FLOW_FRAME, [1, DATA])[1]]} anchor="start" size={12}>
          {say("数据", "data")}
        </Label>
        <Label at={place(FLOW_FRAME, [0.03, -1.65])} anchor="start" size={12}>
          {say("噪声", "noise")}
        </Label>
      </>
    );
  },
};

const CODEBOOK: readonly Point[] = [
  [0, 0],
  [4, 0],
  [0, 4],
];
const FEATURE: Point = [3, 1];
const NEAREST = nearestEntry(FEATURE, CODEBOOK);
const DISTANCES = CODEBOOK.map((entry) => squaredDistance(FEATURE, entry));
const PLANE: Frame = { x: 10, y: 10, width: 160, height: 160, xRange: [-1, 5.4], yRange: [-1, 5.4] };
/** Where the regions of the three entries meet; from there their borders lead outwards. */
const MEETING: Point = [2, 2];
const BORDERS: readonly Point[] = [
  [2, -1],
  [-1, 2],
  [5.4, 5.4],
];

export const vectorQuantization: FigureSpec = {
  name: "vector-quantization",
  height: 180,
  caption: {
    zh: "落在谁的区域里，就用谁的编号代替",
    en: "Whichever region the feature falls into, its index is stored",
  },
  alt: {
    zh: `平面上码本的三项：1 在（0，0），2 在（4，0），3 在（0，4），虚线是各项区域的边界。特征（3，1）到它们的平方距离是 ${DISTANCES.join("、")}，于是用第 ${NEAREST + 1} 项代替。`,
    en: `Three codebook entries in a plane: 1 at (0, 0), 2 at (4, 0), 3 at (0, 4), with dashed borders between their regions. The squared distances from the feature (3, 1) are ${DISTANCES.join(", ")}, so entry ${NEAREST + 1} replaces it.`,
  },
  draw: (say) => (
    <>
      {BORDERS.map((border) => (
        <Line key={border.join()} from={place(PLANE, MEETING)} to={place(PLANE, border)} dashed />
      ))}
      {CODEBOOK.map((entry, index) => {
        const [x, y] = place(PLANE, entry);
        const isNearest = index === NEAREST;
        return (
          <g key={entry.join()}>
            <Dot at={[x, y]} radius={6} tone={isNearest ? "good" : "ink-2"} open={!isNearest} />
            <Label at={[x - 14, y]} strong={isNearest}>
              {index + 1}
            </Label>
            <Label at={[204, 46 + index * 28]} strong={isNearest}>
              {index + 1}
            </Label>
            <Label at={[262, 46 + index * 28]} strong={isNearest}>
              {DISTANCES[index]}
            </Label>
          </g>
        );
      })}
      <Arrow from={place(PLANE, FEATURE)} to={place(PLANE, [3.78, 0.22])} tone="accent" thick={2} />
      <Dot at={place(PLANE, FEATURE)} radius={4} />
      <Label at={place(PLANE, [3, 1.45])} italic tone="accent" strong>
        z
      </Label>
      <Label at={[204, 18]} size={12} tone="ink-2">
        {say("编号", "index")}
      </Label>
      <Label at={[262, 18]} size={12} tone="ink-2">
        {say("平方距离", "distance²")}
      </Label>
      <Label at={[234, 146]}>{say(`记下 ${NEAREST + 1}`, `stored: ${NEAREST + 1}`)}</Label>
    </>
  ),
};
