import type { FigureSpec, Say } from "../figure";
import { Axes, Curve, type Frame, place } from "../kit/plot";
import { Area, Label, Line } from "../kit/shapes";
import { type Decay, scheduledRate } from "./schedules";

export const WARM_UP_HEIGHT = 190;
/** The glossary's example: from 0.1 to 3.2 in 5 epochs; 90 epochs in all. */
export const RATES = { start: 0.1, peak: 3.2, total: 90 } as const;
export const FIRST_LENGTH = 5;
export const FIRST_DECAY: Decay = "cosine";

const FRAME: Frame = { x: 38, y: 36, width: 248, height: 118, xRange: [0, RATES.total], yRange: [0, 3.5] };

/** The learning rate over the epochs, with the warm-up shaded. */
export function SchedulePlot({ length, decay, say }: { length: number; decay: Decay; say: Say }) {
  const at = (t: number) => scheduledRate(t, { ...RATES, length, decay });
  const [end] = place(FRAME, [length, 0]);
  return (
    <>
      <Area
        points={[
          place(FRAME, [0, 0]),
          place(FRAME, [0, RATES.start]),
          place(FRAME, [length, RATES.peak]),
          place(FRAME, [length, 0]),
        ]}
      />
      <Axes
        frame={FRAME}
        xTicks={[0, 30, 60, 90].map((t) => ({ at: t }))}
        yTicks={[{ at: RATES.start }, { at: RATES.peak }]}
        xName={say("轮次", "epoch")}
      />
      <Line
        from={[end, length > 0 ? 21 : place(FRAME, [0, RATES.peak])[1]]}
        to={[end, FRAME.y + FRAME.height]}
        dashed
      />
      <Curve frame={FRAME} of={at} steps={360} />
      <Label at={[10, 10]} anchor="start" size={12} tone="ink-2">
        {say("学习率 η", "learning rate η")}
      </Label>
      {length > 0 ? (
        <Label at={[end + 5, 27]} anchor="start" size={12} tone="accent">
          {say(`预热 ${length} 轮`, `warm-up: ${length}`)}
        </Label>
      ) : null}
    </>
  );
}

export const warmUp: FigureSpec = {
  name: "warm-up",
  height: WARM_UP_HEIGHT,
  caption: {
    zh: `前 ${FIRST_LENGTH} 个轮次从 ${RATES.start} 升到 ${RATES.peak}，之后再降（这里按余弦）`,
    en: `From ${RATES.start} up to ${RATES.peak} in the first ${FIRST_LENGTH} epochs, then down (here by a cosine)`,
  },
  liveCaption: {
    zh: `预热（阴影）越长，学习率升到 ${RATES.peak} 越慢；之后怎样变，另由调度决定`,
    en: `The longer the warm-up (shaded), the slower the rise to ${RATES.peak}; what follows is chosen apart`,
  },
  alt: {
    zh: `学习率随轮次变化的曲线：前 ${FIRST_LENGTH} 个轮次从 ${RATES.start} 直线升到 ${RATES.peak}，之后按余弦缓缓降到第 ${RATES.total} 个轮次的 0`,
    en: `The learning rate over the epochs: a straight rise from ${RATES.start} to ${RATES.peak} in the first ${FIRST_LENGTH}, then a cosine down to 0 at epoch ${RATES.total}`,
  },
  draw: (say) => <SchedulePlot length={FIRST_LENGTH} decay={FIRST_DECAY} say={say} />,
  interactive: true,
};
