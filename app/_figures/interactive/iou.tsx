"use client";

import { useState } from "react";
import { areaOf, intersectionOf, iouOf, type Rectangle } from "../detection/boxes";
import { FIRST_PREDICTION, IOU_HEIGHT, PredictedBox, PredictedBoxLabels, TRUTH, TrueBox } from "../detection/iou";
import { FIGURE_WIDTH, type FigureLanguage, sayIn } from "../figure";
import type { Point } from "../kit/shapes";
import { DragHandle, Playground } from "./controls";

/** The predicted box is dragged over the true one. */
export default function InteractiveIou({ language }: { language: FigureLanguage }) {
  const say = sayIn(language);
  const [prediction, setPrediction] = useState(FIRST_PREDICTION);
  const overlap = iouOf(TRUTH, prediction).toFixed(2);
  const shared = Math.round(areaOf(intersectionOf(TRUTH, prediction)));
  const union = Math.round(areaOf(TRUTH) + areaOf(prediction)) - shared;
  const move = ([x, y]: Point) => setPrediction((box) => inside({ ...box, x, y }));
  return (
    <Playground
      label={say("拖动预测框", "Drag the predicted box")}
      height={IOU_HEIGHT}
      drawing={
        <>
          <TrueBox say={say} />
          <DragHandle
            label={say("预测框，用方向键移动", "predicted box; move it with the arrow keys")}
            shown={overlap}
            at={[prediction.x, prediction.y]}
            onMove={move}
          >
            <PredictedBox box={prediction} />
          </DragHandle>
          <PredictedBoxLabels box={prediction} say={say} />
        </>
      }
      status={say(`交集 ${shared} ÷ 并集 ${union} = ${overlap}`, `shared ${shared} / covered ${union} = ${overlap}`)}
    />
  );
}

function inside(box: Rectangle): Rectangle {
  const x = Math.min(Math.max(box.x, 2), FIGURE_WIDTH - 2 - box.width);
  const y = Math.min(Math.max(box.y, 2), IOU_HEIGHT - 24 - box.height);
  return { ...box, x, y };
}
