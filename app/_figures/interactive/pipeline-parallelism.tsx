"use client";

import { useState } from "react";
import { type FigureLanguage, sayIn } from "../figure";
import { numbered } from "../kit/numbers";
import { bubbleOf } from "../systems/numbers";
import { FIRST_PORTIONS, PIPELINE_HEIGHT, PipelineDrawing, STAGES } from "../systems/pipeline-parallelism";
import { Playground, Slider } from "./controls";

/** The batch is cut into fewer or more portions. */
export default function InteractivePipeline({ language }: { language: FigureLanguage }) {
  const say = sayIn(language);
  const [portions, setPortions] = useState(FIRST_PORTIONS);
  const idle = Math.round(100 * bubbleOf(STAGES, portions));
  return (
    <Playground
      label={say("改小份数，看空闲占多少", "Change the number of portions and watch the idle share")}
      height={PIPELINE_HEIGHT}
      drawing={<PipelineDrawing portions={portions} say={say} />}
      controls={
        <Slider
          label={say("小份数 m", "portions m")}
          value={portions}
          min={1}
          max={16}
          step={1}
          onChange={setPortions}
        />
      }
      status={say(
        `${STAGES} 段、${portions} 小份：共 ${portions + STAGES - 1} 格，每段闲 ${STAGES - 1} 格，占 ${idle}%`,
        `${STAGES} stages, ${numbered(portions, "portion")}: ${portions + STAGES - 1} slots, each stage idle for ${STAGES - 1} of them, ${idle}%`,
      )}
    />
  );
}
