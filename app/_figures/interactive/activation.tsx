"use client";

import { useState } from "react";
import { type FigureLanguage, sayIn } from "../figure";
import { fixed } from "../kit/numbers";
import { ACTIVATION_HEIGHT, ActivationPlot, FIRST_ACTIVATION, FIRST_INPUT } from "../networks/activation";
import { ACTIVATIONS } from "../networks/activations";
import { Choice, Playground, Slider } from "./controls";

/** Choose an activation function and move its input: value and slope follow. */
export default function InteractiveActivation({ language }: { language: FigureLanguage }) {
  const say = sayIn(language);
  const [name, setName] = useState(FIRST_ACTIVATION.name);
  const [x, setX] = useState(FIRST_INPUT);
  const activation = ACTIVATIONS.find((candidate) => candidate.name === name) ?? FIRST_ACTIVATION;
  const slope = activation.slope(x);
  const [input, value, derivative] = [fixed(x, 1), fixed(activation.of(x), 3), fixed(slope, 3)];
  return (
    <Playground
      label={say("选函数，移动输入 x", "Choose a function and move the input x")}
      height={ACTIVATION_HEIGHT}
      drawing={<ActivationPlot activation={activation} x={x} say={say} />}
      controls={
        <>
          <Slider
            label={say("输入 x", "input x")}
            value={x}
            min={-4}
            max={3}
            step={0.1}
            onChange={setX}
            shown={input}
          />
          <Choice
            label={say("函数", "function")}
            value={name}
            options={ACTIVATIONS.map((option) => ({ value: option.name, label: option.name }))}
            onChange={setName}
          />
        </>
      }
      status={say(
        `${name}(${input}) = ${value}，斜率 ${derivative}：${verdict(slope)[0]}`,
        `${name}(${input}) = ${value}, slope ${derivative}: ${verdict(slope)[1]}`,
      )}
    />
  );
}

/** What the slope does to a gradient that passes back through it. */
function verdict(slope: number): readonly [zh: string, en: string] {
  const size = Math.abs(slope);
  if (size < 0.005) return ["梯度到这里几乎断了", "hardly any gradient gets through"];
  if (size < 0.5) return ["梯度经过这里变小", "the gradient shrinks here"];
  if (size < 0.95) return ["梯度略有减小", "the gradient shrinks a little"];
  return ["梯度几乎原样通过", "the gradient passes nearly unchanged"];
}
