"use client";

import { useState } from "react";
import { type FigureLanguage, sayIn } from "../figure";
import { candidatesOf, LOGITS } from "../language/next-token";
import { FIRST_SETTINGS, NEXT_WORDS, SAMPLING_HEIGHT, SamplingDrawing } from "../language/sampling";
import { Actions, Playground, Slider } from "./controls";

/** Temperature, top-k and top-p on one distribution. */
export default function InteractiveSampling({ language }: { language: FigureLanguage }) {
  const say = sayIn(language);
  const [settings, setSettings] = useState(FIRST_SETTINGS);
  const kept = candidatesOf(LOGITS, settings).filter((candidate) => candidate.kept > 0);
  const listed = kept.map((candidate, index) => `${NEXT_WORDS[language][index]} ${candidate.kept.toFixed(2)}`);
  return (
    <Playground
      label={say("调节温度、k 与 p", "Change temperature, k and p")}
      height={SAMPLING_HEIGHT}
      drawing={<SamplingDrawing settings={settings} say={say} />}
      controls={
        <>
          <Slider
            label={say("温度 T", "Temperature T")}
            value={settings.temperature}
            min={0.2}
            max={3}
            step={0.1}
            shown={settings.temperature.toFixed(1)}
            onChange={(temperature) => setSettings({ ...settings, temperature })}
          />
          <Slider
            label="Top-k"
            value={settings.k}
            min={1}
            max={LOGITS.length}
            step={1}
            onChange={(k) => setSettings({ ...settings, k })}
          />
          <Slider
            label="Top-p"
            value={settings.p}
            min={0.1}
            max={1}
            step={0.05}
            shown={settings.p.toFixed(2)}
            onChange={(p) => setSettings({ ...settings, p })}
          />
          <Actions
            actions={[
              {
                label: say("不截断", "No cut"),
                onPress: () => setSettings({ ...settings, k: LOGITS.length, p: 1 }),
                disabled: settings.k === LOGITS.length && settings.p === 1,
              },
              { label: say("从头来", "Start again"), onPress: () => setSettings(FIRST_SETTINGS) },
            ]}
          />
        </>
      }
      status={say(
        `留下 ${kept.length} 个词：${listed.join("、")}`,
        `${kept.length} ${kept.length === 1 ? "word stays" : "words stay"}: ${listed.join(", ")}`,
      )}
    />
  );
}
