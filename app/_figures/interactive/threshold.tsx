"use client";

import { useState } from "react";
import { type Counts, countAt, definedPrecisionOf, f1Of, recallOf, TWENTY_SAMPLES } from "../evaluation/counts";
import { FIRST_THRESHOLD, THRESHOLD_HEIGHT, ThresholdDrawing } from "../evaluation/threshold";
import { type FigureLanguage, type Say, sayIn } from "../figure";
import { Playground, Slider } from "./controls";

/** The threshold is moved along the line of scores. */
export default function InteractiveThreshold({ language }: { language: FigureLanguage }) {
  const say = sayIn(language);
  const [threshold, setThreshold] = useState(FIRST_THRESHOLD);
  return (
    <Playground
      label={say("移动阈值，看三种指标怎样变", "Move the threshold and watch the three metrics")}
      height={THRESHOLD_HEIGHT}
      drawing={<ThresholdDrawing threshold={threshold} say={say} />}
      controls={
        <Slider
          label={say("阈值", "threshold")}
          value={threshold}
          min={0}
          max={1}
          step={0.05}
          shown={threshold.toFixed(2)}
          onChange={setThreshold}
        />
      }
      status={statusOf(countAt(TWENTY_SAMPLES, threshold), say)}
    />
  );
}

function statusOf(counts: Counts, say: Say): string {
  const { tp, fp, fn } = counts;
  const precision = definedPrecisionOf(counts);
  const [recall, f1] = [recallOf(counts).toFixed(2), f1Of(counts).toFixed(2)];
  if (precision === null) {
    return say(
      `一个也没报出，漏掉 ${fn} 个：精确率无定义，召回率 ${recall}，F1 按计数算是 ${f1}`,
      `None reported, ${fn} missed: precision undefined, recall ${recall}, F1 by the counts ${f1}`,
    );
  }
  return say(
    `报出 ${tp + fp} 个，对 ${tp} 个；漏掉 ${fn} 个：精确率 ${precision.toFixed(2)}，召回率 ${recall}，F1 ${f1}`,
    `${tp + fp} reported, ${tp} of them right; ${fn} missed: precision ${precision.toFixed(2)}, recall ${recall}, F1 ${f1}`,
  );
}
