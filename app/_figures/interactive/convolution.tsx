"use client";

import { useState } from "react";
import { outputSide, type Steps } from "../convolution/convolve";
import {
  FILTER,
  FIRST_POSITION,
  FIRST_STEPS,
  INPUT,
  SLIDING_HEIGHT,
  SlidingFilter,
  stopAt,
} from "../convolution/sliding-filter";
import { type FigureLanguage, sayIn } from "../figure";
import { trimmed } from "../kit/numbers";
import { Choice, Playground, Slider } from "./controls";

/** The filter slides over the input; stride and padding are chosen. */
export default function InteractiveConvolution({ language }: { language: FigureLanguage }) {
  const say = sayIn(language);
  const [steps, setSteps] = useState(FIRST_STEPS);
  const [position, setPosition] = useState(FIRST_POSITION);
  const side = outputSide(INPUT.length, FILTER.length, steps);
  const { row, column, output } = stopAt(position, steps);
  const change = (next: Steps) => {
    setSteps(next);
    setPosition(0);
  };
  const { stride, padding } = steps;
  const size = `(${INPUT.length} − ${FILTER.length} + 2×${padding}) ÷ ${stride}`;
  return (
    <Playground
      label={say("让滤波器滑动", "Slide the filter")}
      height={SLIDING_HEIGHT}
      drawing={<SlidingFilter say={say} steps={steps} position={position} />}
      controls={
        <>
          <Slider
            label={say("滤波器位置", "filter position")}
            value={position + 1}
            min={1}
            max={side * side}
            step={1}
            shown={`${position + 1}/${side * side}`}
            onChange={(value) => setPosition(value - 1)}
          />
          <Choice
            label={say("步幅", "stride")}
            value={stride}
            options={[1, 2].map((value) => ({ value, label: String(value) }))}
            onChange={(value) => change({ ...steps, stride: value })}
          />
          <Choice
            label={say("零填充", "zero padding")}
            value={padding}
            options={[0, 1].map((value) => ({ value, label: String(value) }))}
            onChange={(value) => change({ ...steps, padding: value })}
          />
        </>
      }
      status={say(
        `第 ${row + 1} 行第 ${column + 1} 列得 ${trimmed(output)}；特征图边长 ⌊${size}⌋ + 1 = ${side}`,
        `row ${row + 1}, column ${column + 1}: ${trimmed(output)}; side of the map ⌊${size}⌋ + 1 = ${side}`,
      )}
    />
  );
}
