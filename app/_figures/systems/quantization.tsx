import type { FigureSpec, Say } from "../figure";
import { fixed } from "../kit/numbers";
import { Axes, Curve, type Frame, place } from "../kit/plot";
import { Area, Arrow, Dot, Label, Line, type Point, Polyline } from "../kit/shapes";
import { meanErrorOf, quantized, signal, stepOf } from "./numbers";

export const QUANTIZATION_HEIGHT = 186;
export const FIRST_BITS = 3;
const WAVE: Frame = { x: 34, y: 24, width: 252, height: 104, xRange: [0, 1], yRange: [-1, 1] };
const ERROR: Frame = { x: 34, y: 142, width: 252, height: 36, xRange: [0, 1], yRange: [-0.5, 0.5] };
const SAMPLES = 300;

/** The stairs that the rounded signal climbs, without slanted steps. */
function stairs(bits: number): readonly Point[] {
  return Array.from({ length: SAMPLES + 1 }, (_, index): Point => {
    const t = index / SAMPLES;
    return [t, quantized(signal(t), bits)];
  }).flatMap((point, index, all): readonly Point[] => {
    const before = all[index - 1];
    if (before === undefined || index === all.length - 1) return [point];
    return before[1] === point[1] ? [] : [[point[0], before[1]], point];
  });
}

/** A signal, the staircase that is left of it in so many bits, and the error between them. */
export function QuantizationDrawing({ bits, say }: { bits: number; say: Say }) {
  const levels = 2 ** bits - 1;
  const errors = Array.from({ length: SAMPLES + 1 }, (_, index): Point => {
    const x = signal(index / SAMPLES);
    return [index / SAMPLES, quantized(x, bits) - x];
  });
  return (
    <>
      {levels > 31
        ? null
        : Array.from({ length: levels }, (_, index) => {
            const y = place(WAVE, [0, -1 + index * stepOf(bits)])[1];
            return <Line key={y} from={[WAVE.x, y]} to={[WAVE.x + WAVE.width, y]} tone="line" thick={1} />;
          })}
      <Curve frame={WAVE} of={signal} tone="ink-2" thick={1.5} steps={120} />
      <Polyline points={stairs(bits).map((point) => place(WAVE, point))} />
      {[-1, 0, 1].map((value) => (
        <Label key={value} at={[27, place(WAVE, [0, value])[1]]} anchor="end" size={12} tone="ink-2">
          {fixed(value, 0)}
        </Label>
      ))}
      <Label at={[34, 10]} anchor="start" strong>
        {say(`${bits} 位：${levels} 级`, `${bits} bits: ${levels} levels`)}
      </Label>
      <Label at={[286, 10]} anchor="end" tone="ink-2">
        {`s = ${stepOf(bits).toFixed(bits > 5 ? 3 : 2)}`}
      </Label>
      <Line from={place(ERROR, [0, 0])} to={place(ERROR, [1, 0])} />
      <Area points={[[0, 0] as const, ...errors, [1, 0] as const].map((point) => place(ERROR, point))} tone="warn" />
      <Polyline points={errors.map((point) => place(ERROR, point))} tone="warn" thick={1} />
      <Label at={[286, 136]} anchor="end" size={12} tone="warn">
        {say("误差", "error")}
      </Label>
    </>
  );
}

export const quantization: FigureSpec = {
  name: "quantization",
  height: QUANTIZATION_HEIGHT,
  caption: {
    zh: "曲线只能停在几级台阶上；位数少一位，台阶就粗约一倍",
    en: "Each bit less makes the steps about twice as coarse",
  },
  alt: {
    zh: `一条在 −1 与 1 之间起伏的曲线和 ${FIRST_BITS} 位（${2 ** FIRST_BITS - 1} 级，步长 ${stepOf(FIRST_BITS).toFixed(2)}）的阶梯线；下面是两者之差，平均 ${meanErrorOf(FIRST_BITS).toFixed(3)}，至多半个步长。`,
    en: `A curve between −1 and 1 and its staircase of ${FIRST_BITS} bits (${2 ** FIRST_BITS - 1} levels, step ${stepOf(FIRST_BITS).toFixed(2)}); below, their difference, ${meanErrorOf(FIRST_BITS).toFixed(3)} on average and at most half a step.`,
  },
  draw: (say) => <QuantizationDrawing bits={FIRST_BITS} say={say} />,
  interactive: true,
};

const STEPS: Frame = { x: 34, y: 14, width: 150, height: 130, xRange: [0, 4], yRange: [0, 4] };

export const straightThrough: FigureSpec = {
  name: "straight-through-estimator",
  height: 182,
  caption: {
    zh: "去时走台阶，回来当作斜坡：梯度 0.4 原样通过",
    en: "Forward the stairs, back the slope: the gradient passes unchanged",
  },
  alt: {
    zh: "舍入函数的台阶与恒等函数的虚线。x = 2.7 舍入为 q = 3；反向时对 q 的梯度 0.4 直接当作对 x 的梯度，而台阶真正的导数是 0。",
    en: "The stairs of rounding and the dashed identity. x = 2.7 is rounded to q = 3; on the way back the gradient for q, 0.4, is taken for x as well, although the true slope of the stairs is 0.",
  },
  draw: (say) => (
    <>
      <Axes
        frame={STEPS}
        xTicks={[{ at: 1 }, { at: 2 }, { at: 2.7 }, { at: 4 }]}
        yTicks={[{ at: 1 }, { at: 2 }, { at: 3 }]}
        xName="x"
      />
      <Curve frame={STEPS} of={(x) => x} tone="accent" dashed />
      {[0, 1, 2, 3, 4].map((level) => (
        <Line
          key={level}
          from={place(STEPS, [Math.max(0, level - 0.5), level])}
          to={place(STEPS, [Math.min(4, level + 0.5), level])}
          tone="ink"
          thick={2.5}
        />
      ))}
      <Line from={place(STEPS, [2.7, 0])} to={place(STEPS, [2.7, 3])} dashed tone="ink-2" />
      <Dot at={place(STEPS, [2.7, 3])} tone="ink" />
      <Label at={[200, 30]} anchor="start" tone="ink-2">
        {say("前向", "forward")}
      </Label>
      <Label at={[200, 50]} anchor="start">
        2.7 → 3
      </Label>
      <Label at={[200, 88]} anchor="start" tone="accent">
        {say("反向", "backward")}
      </Label>
      <Label at={[200, 108]} anchor="start" strong>
        0.4 ← 0.4
      </Label>
      <Label at={[200, 128]} anchor="start" size={12} tone="ink-2">
        {say("（真导数 0）", "(true: 0)")}
      </Label>
    </>
  ),
};

const KEPT: Frame = { x: 22, y: 0, width: 256, height: 0, xRange: [0.16, 0.34], yRange: [0, 1] };

export const quantizationAware: FigureSpec = {
  name: "quantization-aware-training",
  height: 148,
  caption: {
    zh: "后台的权重慢慢挪（点），前向用的是舍入后的格点（方块）",
    en: "The kept weight (dot) creeps; the nearest mark (square) is used",
  },
  alt: {
    zh: "数轴上步长 0.1 的格点 0.2 与 0.3。后台权重 0.26 在前向用 0.3；更新后为 0.24，过了中点 0.25，前向改用 0.2。",
    en: "A line with marks at 0.2 and 0.3, step 0.1. The kept weight 0.26 is used as 0.3; after the update it is 0.24, past the middle at 0.25, and used as 0.2.",
  },
  draw: (say) => {
    const x = (value: number) => place(KEPT, [value, 0])[0];
    return (
      <>
        <Label at={[14, 14]} anchor="start" tone="ink-2">
          {say("后台保存", "kept")}
        </Label>
        <Label at={[14, 132]} anchor="start" tone="ink-2">
          {say("前向使用", "used")}
        </Label>
        <Line from={[14, 92]} to={[286, 92]} />
        {[0.2, 0.3].map((mark) => (
          <g key={mark}>
            <rect x={x(mark) - 6} y={86} width={12} height={12} className="fill-accent" />
            <Label at={[x(mark), 112]}>{mark}</Label>
          </g>
        ))}
        <Line from={[x(0.25), 62]} to={[x(0.25), 98]} dashed />
        <Label at={[x(0.25), 112]} size={12} tone="ink-2">
          0.25
        </Label>
        {[0.26, 0.24].map((weight) => (
          <g key={weight}>
            <Dot at={[x(weight), 44]} tone="ink" open={weight === 0.24} radius={5} />
            <Label at={[x(weight) + (weight > 0.25 ? 12 : -12), 44]} anchor={weight > 0.25 ? "start" : "end"}>
              {weight}
            </Label>
            <Arrow
              from={[x(weight), 52]}
              to={[x(weight > 0.25 ? 0.3 : 0.2) + (weight > 0.25 ? -8 : 8), 84]}
              tone="accent"
              dashed={weight < 0.25}
            />
          </g>
        ))}
        <Arrow from={[x(0.26) - 2, 36]} to={[x(0.24) + 2, 36]} bend={-22} />
        <Label at={[x(0.25), 12]} size={12}>
          − 0.1 × 0.2
        </Label>
      </>
    );
  },
};
