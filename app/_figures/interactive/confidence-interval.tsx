"use client";

import { useState } from "react";
import {
  FIRST_SEED,
  INTERVALS_HEIGHT,
  IntervalsDrawing,
  TRUE_ACCURACY,
  twentyIntervals,
} from "../evaluation/confidence-interval";
import { contains } from "../evaluation/sampling";
import { type FigureLanguage, sayIn } from "../figure";
import { Actions, Playground } from "./controls";

/** The test is repeated, twenty times with each press, and the intervals that hold the truth are counted. */
export default function InteractiveConfidenceInterval({ language }: { language: FigureLanguage }) {
  const say = sayIn(language);
  const [seeds, setSeeds] = useState<readonly number[]>([FIRST_SEED]);
  const drawn = seeds.map(twentyIntervals);
  const hits = drawn.flat().filter((interval) => contains(interval, TRUE_ACCURACY)).length;
  const total = seeds.length * 20;
  const share = ((hits / total) * 100).toFixed(1);
  return (
    <Playground
      label={say("重复测试，数一数几条套不中真值", "Repeat the test and count the intervals that miss the truth")}
      height={INTERVALS_HEIGHT}
      drawing={<IntervalsDrawing intervals={drawn.at(-1) ?? []} say={say} />}
      controls={
        <Actions
          actions={[
            {
              label: say("再测二十次", "20 more tests"),
              onPress: () => setSeeds((before) => [...before, FIRST_SEED + before.length]),
            },
            { label: say("从头来", "Start over"), onPress: () => setSeeds([FIRST_SEED]), disabled: seeds.length === 1 },
          ]}
        />
      }
      status={say(
        `共 ${total} 条，${hits} 条包含真值：${share}%（长期约 95%）`,
        `${hits} of ${total} intervals hold the truth: ${share}% (about 95% in the long run)`,
      )}
    />
  );
}
