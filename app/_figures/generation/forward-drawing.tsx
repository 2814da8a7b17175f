import type { Say } from "../figure";
import { Axes, Curve, type Frame, place } from "../kit/plot";
import { Dot, Label, Line } from "../kit/shapes";
import { Cloud, square } from "./cloud";
import { FACE, noisyFace, type Schedule, STEPS, signalLeft } from "./diffusion";

export const FORWARD_HEIGHT = 186;
export const FIRST_STEP = 400;

const CURVE: Frame = { x: 190, y: 40, width: 70, height: 96, xRange: [0, STEPS], yRange: [0, 1] };

/** The points after t steps of noise, and how much signal the schedule has left then. */
export function ForwardDrawing({ schedule, t, say }: { schedule: Schedule; t: number; say: Say }) {
  const left = signalLeft(schedule, t);
  const [x, y] = place(CURVE, [t, left]);
  return (
    <>
      <Cloud points={FACE} frame={square(2, 4, 164)} radius={2.4} tone="ink-3" />
      <Cloud points={noisyFace(schedule, t)} frame={square(2, 4, 164)} radius={3.6} />
      <Axes
        frame={CURVE}
        xName={say("步数 t", "step t")}
        yName="ᾱ"
        xTicks={[{ at: 0 }, { at: STEPS }]}
        yTicks={[{ at: 0 }, { at: 1 }]}
      />
      <Curve frame={CURVE} of={(step) => signalLeft(schedule, step)} />
      <Line from={[x, y]} to={[x, CURVE.y + CURVE.height]} dashed />
      <Dot at={[x, y]} />
      <Label at={[x + 7, Math.max(y - 9, 28)]} anchor="start" strong>
        {left.toFixed(2)}
      </Label>
    </>
  );
}
