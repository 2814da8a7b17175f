"use client";

import { useState } from "react";
import { type FigureLanguage, type Say, sayIn } from "../figure";
import { fixed, raised, scientific } from "../kit/numbers";
import {
  FIRST_DEPTH,
  FIRST_FACTOR,
  GRADIENT_HEIGHT,
  GradientByLayer,
  gradientAt,
} from "../networks/vanishing-gradient";
import { Playground, Slider } from "./controls";

/** Depth and factor per layer are chosen; the gradient that is left at each layer follows. */
export default function InteractiveVanishingGradient({ language }: { language: FigureLanguage }) {
  const say = sayIn(language);
  const [depth, setDepth] = useState(FIRST_DEPTH);
  const [factor, setFactor] = useState(FIRST_FACTOR);
  return (
    <Playground
      label={say("改层数与每层的倍数，看第 1 层还剩多少", "Change depth and factor and watch what is left at layer 1")}
      height={GRADIENT_HEIGHT}
      drawing={<GradientByLayer depth={depth} factor={factor} say={say} />}
      controls={
        <>
          <Slider
            label={say("每层乘", "factor per layer")}
            value={factor}
            min={0.05}
            max={2}
            step={0.05}
            onChange={(value) => setFactor(Math.round(value * 100) / 100)}
            shown={fixed(factor, 2)}
          />
          <Slider label={say("层数 n", "depth n")} value={depth} min={2} max={50} step={1} onChange={setDepth} />
        </>
      }
      status={statusOf(depth, factor, say)}
    />
  );
}

function statusOf(depth: number, factor: number, say: Say): string {
  const left = gradientAt(1, depth, factor);
  const [zh, en] = verdict(left);
  const power = `${fixed(factor, 2)}${raised(depth)} = ${scientific(left)}`;
  return say(`到第 1 层：${power}。${zh}`, `At layer 1: ${power}. ${en}`);
}

function verdict(left: number): readonly [zh: string, en: string] {
  if (left < 0.01) return ["梯度消失", "The gradient vanishes"];
  if (left > 100) return ["梯度爆炸", "The gradient explodes"];
  return ["大小还合适", "The size is still fine"];
}
