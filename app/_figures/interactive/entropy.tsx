"use client";

import { useState } from "react";
import { ENTROPY_HEIGHT, EntropyDrawing, FIRST_PROBABILITY } from "../evaluation/entropy";
import { entropyOf, surpriseOf } from "../evaluation/statistics";
import { type FigureLanguage, sayIn } from "../figure";
import { Playground, Slider } from "./controls";

/** A coin is made more or less fair. */
export default function InteractiveEntropy({ language }: { language: FigureLanguage }) {
  const say = sayIn(language);
  const [probability, setProbability] = useState(FIRST_PROBABILITY);
  const sides = [probability, 1 - probability];
  const sum = sides.map((p) => (p === 0 ? "0" : `${p.toFixed(2)} × ${surpriseOf(p).toFixed(3)}`)).join(" + ");
  return (
    <Playground
      label={say("让硬币偏向一边，看熵怎样变", "Bias the coin and watch the entropy")}
      height={ENTROPY_HEIGHT}
      drawing={<EntropyDrawing probability={probability} say={say} />}
      controls={
        <Slider
          label={say("正面概率 p", "p of heads")}
          value={probability}
          min={0}
          max={1}
          step={0.05}
          shown={probability.toFixed(2)}
          onChange={setProbability}
        />
      }
      status={say(
        `概率 × 意外程度：${sum} = ${entropyOf(sides).toFixed(3)} 比特`,
        `probability × surprise: ${sum} = ${entropyOf(sides).toFixed(3)} bits`,
      )}
    />
  );
}
