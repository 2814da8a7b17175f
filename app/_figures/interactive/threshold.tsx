"use client";

import { useState } from "react";
import { countAt, f1Of, precisionOf, recallOf, TWENTY_SAMPLES } from "../evaluation/counts";
import { FIRST_THRESHOLD, THRESHOLD_HEIGHT, ThresholdDrawing } from "../evaluation/threshold";
import { type FigureLanguage, sayIn } from "../figure";
import { Playground, Slider } from "./controls";

/** The threshold is moved along the line of scores. */
export default function InteractiveThreshold({ language }: { language: FigureLanguage }) {
  const say = sayIn(language);
  const [threshold, setThreshold] = useState(FIRST_THRESHOLD);
  const counts = countAt(TWENTY_SAMPLES, threshold);
  const { tp, fp, fn } = counts;
  const [precision, recall, f1] = [precisionOf, recallOf, f1Of].map((metric) => metric(counts).toFixed(2));
  return (
    <Playground
      label={say("移动阈值", "Move the threshold")}
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
      status={say(
        `报出 ${tp + fp} 个，对 ${tp} 个；漏掉 ${fn} 个：精确率 ${precision}，召回率 ${recall}，F1 ${f1}`,
        `${tp + fp} reported, ${tp} of them right; ${fn} missed: precision ${precision}, recall ${recall}, F1 ${f1}`,
      )}
    />
  );
}
