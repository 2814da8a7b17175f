"use client";

import { useState } from "react";
import { type FigureLanguage, type Say, sayIn } from "../figure";
import { numbered, trimmed, trimmedOrScientific } from "../kit/numbers";
import { FIRST_RATE, FIRST_STEPS, LEARNING_RATE_HEIGHT, LearningRatePlot, rateSteps } from "../training/learning-rate";
import { Actions, Playground, Slider } from "./controls";

const RATES = [0.001, 0.01, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.05, 1.1, 1.2] as const;
const MOST_STEPS = 30;

/** The learning rate of steps down w² is chosen, and how many are taken. */
export default function InteractiveLearningRate({ language }: { language: FigureLanguage }) {
  const say = sayIn(language);
  const [index, setIndex] = useState<number>(RATES.indexOf(FIRST_RATE));
  const [steps, setSteps] = useState(FIRST_STEPS);
  const rate = RATES[index] ?? FIRST_RATE;
  return (
    <Playground
      label={say("改学习率，看步子怎样走", "Change the learning rate and watch the steps")}
      height={LEARNING_RATE_HEIGHT}
      drawing={<LearningRatePlot rate={rate} steps={steps} say={say} />}
      controls={
        <>
          <Slider
            label={say("学习率 η", "learning rate η")}
            value={index}
            min={0}
            max={RATES.length - 1}
            step={1}
            onChange={setIndex}
            shown={trimmed(rate, 3)}
          />
          <Actions
            actions={[
              {
                label: say("走一步", "One step"),
                onPress: () => setSteps((taken) => Math.min(MOST_STEPS, taken + 1)),
                disabled: steps === MOST_STEPS,
              },
              { label: say("回到起点", "Back to start"), onPress: () => setSteps(0), disabled: steps === 0 },
            ]}
          />
        </>
      }
      status={statusOf(rate, steps, say)}
    />
  );
}

function statusOf(rate: number, steps: number, say: Say): string {
  const w = rateSteps(rate, steps).at(-1) ?? 1;
  const [place, factor] = [trimmedOrScientific(w), trimmed(1 - 2 * rate, 3)];
  const [zh, en] = verdict(rate);
  return say(
    `每步 w 乘 1 − 2η = ${factor}；${steps} 步后 w = ${place}。${zh}`,
    `Each step multiplies w by 1 − 2η = ${factor}; after ${numbered(steps, "step")} w = ${place}. ${en}`,
  );
}

function verdict(rate: number): readonly [zh: string, en: string] {
  if (rate < 0.05) return ["太小：几乎不动", "Too small: it hardly moves"];
  if (rate < 0.5) return ["稳步靠近最低点", "Steadily toward the minimum"];
  if (rate === 0.5)
    return ["恰好一步到底（只有这条抛物线如此）", "Just right: one step to the bottom (of this parabola only)"];
  if (rate < 1) return ["左右来回跳，但越来越近", "It jumps from side to side, yet closes in"];
  if (rate === 1) return ["来回跳，永远不靠近", "It jumps to and fro and never gets closer"];
  return ["太大：越走越远，发散", "Too large: it runs away and diverges"];
}
