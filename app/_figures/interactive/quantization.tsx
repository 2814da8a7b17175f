"use client";

import { useState } from "react";
import { type FigureLanguage, sayIn } from "../figure";
import { meanErrorOf, stepOf } from "../systems/numbers";
import { FIRST_BITS, QUANTIZATION_HEIGHT, QuantizationDrawing } from "../systems/quantization";
import { Playground, Slider } from "./controls";

/** The signal is stored in fewer or more bits. */
export default function InteractiveQuantization({ language }: { language: FigureLanguage }) {
  const say = sayIn(language);
  const [bits, setBits] = useState(FIRST_BITS);
  const [step, error] = [stepOf(bits), meanErrorOf(bits)].map((value) => value.toFixed(3));
  const size = Math.round((100 * bits) / 32);
  return (
    <Playground
      label={say("改位数，看台阶与误差", "Change the number of bits and watch stairs and error")}
      height={QUANTIZATION_HEIGHT}
      drawing={<QuantizationDrawing bits={bits} say={say} />}
      controls={<Slider label={say("位数", "bits")} value={bits} min={2} max={8} step={1} onChange={setBits} />}
      status={say(
        `${2 ** bits - 1} 级，步长 ${step}，平均误差 ${error}；体积是 32 位的 ${size}%`,
        `${2 ** bits - 1} levels, step ${step}, mean error ${error}; ${size}% of the size in 32 bits`,
      )}
    />
  );
}
