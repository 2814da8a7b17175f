"use client";

import { useState } from "react";
import { type FigureLanguage, sayIn } from "../figure";
import { type Schedule, STEPS, signalLeft } from "../generation/diffusion";
import { FIRST_STEP, FORWARD_HEIGHT, ForwardDrawing } from "../generation/forward-drawing";
import { Choice, Playground, Slider } from "./controls";

/** Noise is added step by step, by either schedule. */
export default function InteractiveForwardDiffusion({ language }: { language: FigureLanguage }) {
  const say = sayIn(language);
  const [t, setT] = useState(FIRST_STEP);
  const [schedule, setSchedule] = useState<Schedule>("cosine");
  const left = signalLeft(schedule, t);
  const [signal, noise] = [Math.sqrt(left).toFixed(2), Math.sqrt(1 - left).toFixed(2)];
  return (
    <Playground
      label={say("给笑脸加噪", "Add noise to the face")}
      height={FORWARD_HEIGHT}
      drawing={<ForwardDrawing schedule={schedule} t={t} say={say} />}
      controls={
        <>
          <Slider label={say("步数 t", "Step t")} value={t} min={0} max={STEPS} step={20} onChange={setT} />
          <Choice
            label={say("调度", "Schedule")}
            value={schedule}
            options={[
              { value: "cosine" as const, label: say("余弦", "cosine") },
              { value: "linear" as const, label: say("线性", "linear") },
            ]}
            onChange={setSchedule}
          />
        </>
      }
      status={say(
        `第 ${t} 步：ᾱ = ${left.toFixed(2)}，x = ${signal} × 原数据 + ${noise} × 噪声`,
        `step ${t}: ᾱ = ${left.toFixed(2)}, x = ${signal} × data + ${noise} × noise`,
      )}
    />
  );
}
