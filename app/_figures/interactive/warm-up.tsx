"use client";

import { useState } from "react";
import { type FigureLanguage, sayIn } from "../figure";
import { trimmed } from "../kit/numbers";
import { type Decay, scheduledRate } from "../training/schedules";
import { FIRST_DECAY, FIRST_LENGTH, RATES, SchedulePlot, WARM_UP_HEIGHT } from "../training/warm-up";
import { Choice, Playground, Slider } from "./controls";

/** Length of the warm-up and kind of decay are chosen. */
export default function InteractiveWarmUp({ language }: { language: FigureLanguage }) {
  const say = sayIn(language);
  const [length, setLength] = useState(FIRST_LENGTH);
  const [decay, setDecay] = useState<Decay>(FIRST_DECAY);
  const rateAt = (t: number) => trimmed(scheduledRate(t, { ...RATES, length, decay }), 3);
  const peak = length === 0 ? "" : say(`第 ${length} 轮 ${RATES.peak}，`, `${RATES.peak} at epoch ${length}, `);
  return (
    <Playground
      label={say("改预热的长度和之后的降法，看学习率的曲线", "Change the warm-up and what follows and watch the curve")}
      height={WARM_UP_HEIGHT}
      drawing={<SchedulePlot length={length} decay={decay} say={say} />}
      controls={
        <>
          <Slider
            label={say("预热轮次", "warm-up epochs")}
            value={length}
            min={0}
            max={25}
            step={1}
            onChange={setLength}
          />
          <Choice
            label={say("之后", "then")}
            value={decay}
            options={[
              { value: "cosine", label: say("余弦", "cosine") },
              { value: "step", label: say("阶梯", "steps") },
              { value: "none", label: say("不降", "constant") },
            ]}
            onChange={setDecay}
          />
        </>
      }
      status={say(
        `学习率：开头 ${rateAt(0)}，${peak}第 45 轮 ${rateAt(45)}，第 85 轮 ${rateAt(85)}`,
        `Learning rate: ${rateAt(0)} at the start, ${peak}${rateAt(45)} at epoch 45, ${rateAt(85)} at epoch 85`,
      )}
    />
  );
}
