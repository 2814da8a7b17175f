import type { FigureSpec } from "../figure";
import { Axes, Curve, type Frame, place } from "../kit/plot";
import { Dot, Label } from "../kit/shapes";
import { focalLoss } from "./focal";

const GAMMA = 2;
const EXAMPLES = [0.1, 0.9] as const;

export const focalLossCurve: FigureSpec = {
  name: "focal-loss",
  height: 216,
  caption: {
    zh: "有把握的样本（右）损失几乎归零，难样本（左）只略减",
    en: "For sure examples (right) the loss all but vanishes; for hard ones (left) it shrinks little",
  },
  alt: {
    zh: "横轴是给真实类别的概率，纵轴是损失。虚线是交叉熵，实线是 γ = 2 的焦点损失。概率 0.1 处由 2.303 降到 1.865，概率 0.9 处由 0.105 降到 0.001。",
    en: "Probability of the true class across, loss up. Dashed is cross-entropy, solid the focal loss with γ = 2. At 0.1 it falls from 2.303 to 1.865, at 0.9 from 0.105 to 0.001.",
  },
  draw: (say) => {
    const frame: Frame = { x: 36, y: 26, width: 250, height: 142, xRange: [0, 1], yRange: [0, 3] };
    return (
      <>
        <Axes
          frame={frame}
          xName={say("真实类别的概率", "probability of the true class")}
          yName={say("损失", "loss")}
          xTicks={[0, 0.1, 0.5, 0.9].map((at) => ({ at }))}
          yTicks={[1, 2, 3].map((at) => ({ at }))}
        />
        <Curve frame={frame} of={(p) => focalLoss(p, 0)} from={0.05} tone="ink-2" dashed />
        <Curve frame={frame} of={(p) => focalLoss(p, GAMMA)} from={0.05} steps={120} />
        {EXAMPLES.map((p) => (
          <g key={p}>
            <Dot at={place(frame, [p, focalLoss(p, 0)])} tone="ink-2" />
            <Dot at={place(frame, [p, focalLoss(p, GAMMA)])} />
          </g>
        ))}
        <Label at={[76, 58]} anchor="start" size={12}>
          <tspan className="fill-ink-2">{focalLoss(0.1, 0).toFixed(3)}</tspan>
          <tspan className="fill-accent"> → {focalLoss(0.1, GAMMA).toFixed(3)}</tspan>
        </Label>
        <Label at={[284, 134]} anchor="end" size={12}>
          <tspan className="fill-ink-2">{focalLoss(0.9, 0).toFixed(3)}</tspan>
          <tspan className="fill-accent"> → {focalLoss(0.9, GAMMA).toFixed(3)}</tspan>
        </Label>
        <Label at={[160, 92]} anchor="start" tone="ink-2">
          {say("交叉熵", "cross-entropy")}
        </Label>
        <Label at={[44, 156]} anchor="start" tone="accent">
          {say("焦点损失", "focal")}
        </Label>
      </>
    );
  },
};
