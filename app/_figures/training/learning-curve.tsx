import type { FigureSpec } from "../figure";
import { Legend } from "../kit/marks";
import { Axes, Curve, type Frame, place } from "../kit/plot";
import { Dot, Label, Line, type Point, Polyline } from "../kit/shapes";

/** The glossary's example: after epoch 40 the losses go from 0.30 to 0.10 and from 0.42 to 0.60. */
export const TURN = 40;
const END = 100;

/** Training loss: a smooth schematic curve through the numbers of the example. */
export function trainingLoss(epoch: number): number {
  return 0.3 * 3 ** ((TURN - epoch) / (END - TURN));
}

/** Validation loss, likewise; least at the turn. */
export function validationLoss(epoch: number): number {
  return epoch < TURN ? 0.42 + 0.33 * ((TURN - epoch) / TURN) ** 2 : 0.42 + 0.18 * ((epoch - TURN) / (END - TURN)) ** 2;
}

const FRAME: Frame = { x: 38, y: 34, width: 222, height: 112, xRange: [0, END], yRange: [0, 0.8] };

export const learningCurve: FigureSpec = {
  name: "learning-curve",
  height: 184,
  caption: {
    zh: "示意：验证损失掉头上升之处，过拟合开始",
    en: "Schematic: where the validation loss turns up, overfitting begins",
  },
  alt: {
    zh: "横轴为轮次、纵轴为损失的示意曲线。第 40 个轮次以后，训练损失仍从 0.30 降到 0.10，验证损失却从 0.42 升到 0.60",
    en: "Schematic curves of loss against epoch. After epoch 40 the training loss still falls from 0.30 to 0.10, but the validation loss climbs from 0.42 to 0.60",
  },
  draw: (say) => (
    <>
      <Axes
        frame={FRAME}
        xTicks={[0, 40, 100].map((at) => ({ at }))}
        yTicks={[0, 0.4, 0.8].map((at) => ({ at }))}
        xName={say("轮次", "epoch")}
      />
      <Line from={place(FRAME, [TURN, 0])} to={place(FRAME, [TURN, 0.8])} dashed />
      <Curve frame={FRAME} of={trainingLoss} tone="ink" dashed />
      <Curve frame={FRAME} of={validationLoss} />
      {[TURN, END].map((epoch) => (
        <g key={epoch}>
          <Dot at={place(FRAME, [epoch, validationLoss(epoch)])} radius={3.5} />
          <Dot at={place(FRAME, [epoch, trainingLoss(epoch)])} radius={3.5} tone="ink" />
        </g>
      ))}
      <Label at={[place(FRAME, [TURN, 0])[0] + 8, place(FRAME, [0, 0.51])[1]]} anchor="start" tone="accent">
        0.42
      </Label>
      <Label at={[place(FRAME, [TURN, 0])[0] + 8, place(FRAME, [0, 0.345])[1]]} anchor="start">
        0.30
      </Label>
      <Label at={[267, place(FRAME, [0, 0.6])[1]]} anchor="start" tone="accent">
        0.60
      </Label>
      <Label at={[267, place(FRAME, [0, 0.1])[1]]} anchor="start">
        0.10
      </Label>
      <Legend at={[38, 12]} tone="accent">
        {say("验证损失", "validation loss")}
      </Legend>
      <Legend at={[166, 12]} tone="ink" dashed>
        {say("训练损失", "training loss")}
      </Legend>
    </>
  ),
};

/** The glossary's example: validation losses by epoch, patience 3. */
export const LOSSES = [0.9, 0.7, 0.6, 0.58, 0.61, 0.63, 0.66] as const;
export const PATIENCE = 3;

/** The epoch (from 1) whose parameters are kept, and the one after which training stops; null if it never does. */
export function stopEarly(losses: readonly number[], patience: number): { best: number; stop: number | null } {
  let best = 1;
  for (const [index, loss] of losses.entries()) {
    if (loss < (losses[best - 1] ?? Number.POSITIVE_INFINITY)) best = index + 1;
    if (index + 1 - best >= patience) return { best, stop: index + 1 };
  }
  return { best, stop: null };
}

const STOPPED = stopEarly(LOSSES, PATIENCE);
const STOP_FRAME: Frame = { x: 40, y: 26, width: 244, height: 104, xRange: [0.6, 7.6], yRange: [0.5, 0.95] };
const LOSS_POINTS = LOSSES.map((loss, index): Point => place(STOP_FRAME, [index + 1, loss]));

export const earlyStopping: FigureSpec = {
  name: "early-stopping",
  height: 170,
  caption: {
    zh: `连续 ${PATIENCE} 轮没有更低，就停下，取回第 ${STOPPED.best} 轮的参数`,
    en: `${PATIENCE} epochs without a new low: stop and take back epoch ${STOPPED.best}`,
  },
  alt: {
    zh: `七个轮次的验证损失 ${LOSSES.map((loss) => loss.toFixed(2)).join("、")}；第 ${STOPPED.best} 轮最低，之后三轮都没有刷新，第 ${STOPPED.stop} 轮后停止`,
    en: `Validation losses of seven epochs: ${LOSSES.map((loss) => loss.toFixed(2)).join(", ")}; epoch ${STOPPED.best} is the lowest, the next three bring no new low, and training stops after epoch ${STOPPED.stop}`,
  },
  draw: (say) => {
    const best = LOSS_POINTS[STOPPED.best - 1] ?? [0, 0];
    const [stopX] = place(STOP_FRAME, [STOPPED.stop ?? 0, 0]);
    return (
      <>
        <Axes
          frame={STOP_FRAME}
          xTicks={[1, 2, 3, 4, 5, 6, 7].map((at) => ({ at }))}
          yTicks={[0.6, 0.9].map((at) => ({ at }))}
          xName={say("轮次", "epoch")}
        />
        <Line from={best} to={[stopX + 8, best[1]]} tone="good" dashed />
        <Line
          from={[stopX + 12, STOP_FRAME.y + 6]}
          to={[stopX + 12, STOP_FRAME.y + STOP_FRAME.height]}
          tone="warn"
          thick={2}
        />
        <Polyline points={LOSS_POINTS} />
        {LOSS_POINTS.map((at, index) => (
          <Dot
            key={at[0]}
            at={at}
            tone={index + 1 === STOPPED.best ? "good" : "accent"}
            radius={index + 1 === STOPPED.best ? 6 : 4}
          />
        ))}
        <Label at={[best[0], best[1] - 18]} tone="good">
          {say("最低 0.58", "lowest: 0.58")}
        </Label>
        <Label at={[stopX + 8, 16]} anchor="middle" tone="warn">
          {say("停", "stop")}
        </Label>
        <Label at={[10, 10]} anchor="start" size={12} tone="ink-2">
          {say("验证损失", "validation loss")}
        </Label>
      </>
    );
  },
};
