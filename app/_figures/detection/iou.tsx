import type { FigureSpec, Say } from "../figure";
import { Box, Label } from "../kit/shapes";
import { intersectionOf, iouOf, type Rectangle } from "./boxes";

export const IOU_HEIGHT = 196;
/** Small enough that the other can leave it, and a whole number of keyboard steps away from it. */
export const TRUTH: Rectangle = { x: 76, y: 44, width: 100, height: 72 };
export const FIRST_PREDICTION: Rectangle = { x: 112, y: 64, width: 100, height: 72 };

const FIRST_IOU = iouOf(TRUTH, FIRST_PREDICTION).toFixed(2);

/** The true box, which stays where it is. */
export function TrueBox({ say }: { say: Say }) {
  return (
    <>
      <Box {...TRUTH} tone="good" thick={2} radius={0} />
      <Label at={[TRUTH.x + 5, TRUTH.y - 10]} anchor="start" tone="good">
        {say("真值", "truth")}
      </Label>
    </>
  );
}

/** The predicted box with what it shares with the true one. */
export function PredictedBox({ box }: { box: Rectangle }) {
  return (
    <>
      <Box {...box} tone="accent" thick={2} radius={0} fill="none" />
      {/* Without a fill of its own the inside could not be grasped. */}
      <rect {...box} className="fill-transparent" />
      <rect {...intersectionOf(TRUTH, box)} fillOpacity={0.3} className="fill-accent" />
    </>
  );
}

/** What stands on the predicted box: its name, and the overlap where there is room. Apart from it, so that a pointer goes through to the box. */
export function PredictedBoxLabels({ box, say }: { box: Rectangle; say: Say }) {
  const shared = intersectionOf(TRUTH, box);
  return (
    <g className="pointer-events-none">
      <Label at={[box.x + box.width - 5, box.y + box.height + 11]} anchor="end" tone="accent">
        {say("预测", "prediction")}
      </Label>
      {shared.width > 44 && shared.height > 18 ? (
        <Label at={[shared.x + shared.width / 2, shared.y + shared.height / 2]} strong>
          {iouOf(TRUTH, box).toFixed(2)}
        </Label>
      ) : null}
    </g>
  );
}

export const iou: FigureSpec = {
  name: "iou",
  height: IOU_HEIGHT,
  caption: { zh: "交集占并集的多少，就是交并比", en: "The shared area as a part of the area that both cover" },
  liveCaption: {
    zh: "拖动预测框：交集占并集的多少，就是交并比",
    en: "Drag the predicted box: IoU is the shared area over the area that both cover",
  },
  alt: {
    zh: `真值框与预测框各一个，大小相同，彼此错开；重叠部分占两框合起来的面积的 ${FIRST_IOU}`,
    en: `A true box and a predicted box of the same size, shifted; what they share is ${FIRST_IOU} of what both cover`,
  },
  draw: (say) => (
    <>
      <TrueBox say={say} />
      <PredictedBox box={FIRST_PREDICTION} />
      <PredictedBoxLabels box={FIRST_PREDICTION} say={say} />
    </>
  ),
  interactive: true,
};
