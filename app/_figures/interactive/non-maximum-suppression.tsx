"use client";

import { useState } from "react";
import { DOG_BOXES, FIRST_THRESHOLD, SUPPRESSION_HEIGHT, Suppression } from "../detection/non-maximum-suppression";
import { suppress } from "../detection/suppression";
import { type FigureLanguage, type Say, sayIn } from "../figure";
import { Playground, Slider } from "./controls";

const DOGS = 2;

/** The IoU threshold is moved; boxes come and go. */
export default function InteractiveSuppression({ language }: { language: FigureLanguage }) {
  const say = sayIn(language);
  const [threshold, setThreshold] = useState(FIRST_THRESHOLD);
  const kept = suppress(DOG_BOXES, threshold).filter((verdict) => verdict.kept);
  const scores = kept.map(({ box }) => box.score).join(say("、", ", "));
  return (
    <Playground
      label={say("移动交并比阈值，看哪些框留下", "Move the IoU threshold and watch which boxes stay")}
      height={SUPPRESSION_HEIGHT}
      drawing={<Suppression say={say} threshold={threshold} />}
      controls={
        <Slider
          label={say("IoU 阈值", "IoU threshold")}
          value={threshold}
          min={0}
          max={0.9}
          step={0.05}
          shown={threshold.toFixed(2)}
          onChange={setThreshold}
        />
      }
      status={say(`留下 ${scores}：${verdictOn(kept.length, say)}`, `Kept ${scores}: ${verdictOn(kept.length, say)}`)}
    />
  );
}

function verdictOn(boxes: number, say: Say): string {
  if (boxes === DOGS) return say("每条狗一个框", "one box for each dog");
  return boxes < DOGS
    ? say("阈值太低，漏了一条狗", "too low a threshold, a dog is lost")
    : say("阈值太高，有重复的框", "too high a threshold, boxes are doubled");
}
