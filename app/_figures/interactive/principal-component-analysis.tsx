"use client";

import { useState } from "react";
import { BEST_ANGLE, PCA_HEIGHT, PcaDrawing, shareAlong } from "../evaluation/principal-components";
import { type FigureLanguage, sayIn } from "../figure";
import { fixed, percent } from "../kit/numbers";
import { Actions, Playground, Slider } from "./controls";

/** The axis is turned, and the spread of the projections on it changes. */
export default function InteractivePca({ language }: { language: FigureLanguage }) {
  const say = sayIn(language);
  const [degrees, setDegrees] = useState(BEST_ANGLE);
  const share = Math.round(shareAlong(degrees) * 100);
  return (
    <Playground
      label={say("转动轴，看保留多少方差", "Turn the axis and watch the variance that is kept")}
      height={PCA_HEIGHT}
      drawing={<PcaDrawing degrees={degrees} say={say} />}
      controls={
        <>
          <Slider
            label={say("角度", "angle")}
            value={degrees}
            min={-90}
            max={90}
            step={1}
            shown={`${fixed(degrees, 0)}°`}
            onChange={setDegrees}
          />
          <Actions
            actions={[
              { label: say("第一主成分", "1st component"), onPress: () => setDegrees(BEST_ANGLE) },
              { label: say("第二主成分", "2nd component"), onPress: () => setDegrees(BEST_ANGLE - 90) },
            ]}
          />
        </>
      }
      status={say(
        `落点保留 ${share}% 的方差，丢掉 ${100 - share}%；最多能保留 ${percent(shareAlong(BEST_ANGLE))}`,
        `The projections keep ${share}% of the variance and lose ${100 - share}%; at best it is ${percent(shareAlong(BEST_ANGLE))}`,
      )}
    />
  );
}
