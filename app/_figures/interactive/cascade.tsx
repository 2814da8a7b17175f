"use client";

import { useState } from "react";
import { CASCADE_HEIGHT, CascadePlot, FIRST_CASCADE, shareText } from "../detection/cascade";
import { type FigureLanguage, sayIn } from "../figure";
import { numbered } from "../kit/numbers";
import { Playground, Slider } from "./controls";

/** The number of stages and what each lets through are chosen. */
export default function InteractiveCascade({ language }: { language: FigureLanguage }) {
  const say = sayIn(language);
  const [cascade, setCascade] = useState(FIRST_CASCADE);
  const { stages, faces, others } = cascade;
  return (
    <Playground
      label={say(
        "改级数与每级的比例，看两条曲线怎样拉开",
        "Change the stages and their rates and watch the curves part",
      )}
      height={CASCADE_HEIGHT}
      drawing={<CascadePlot say={say} {...cascade} />}
      controls={
        <>
          <Slider
            label={say("级数 K", "stages K")}
            value={stages}
            min={1}
            max={10}
            step={1}
            onChange={(value) => setCascade({ ...cascade, stages: value })}
          />
          <Slider
            label={say("每级留人脸", "faces kept")}
            value={faces}
            min={0.9}
            max={1}
            step={0.01}
            shown={shareText(faces)}
            onChange={(value) => setCascade({ ...cascade, faces: value })}
          />
          <Slider
            label={say("每级放过其余", "others let by")}
            value={others}
            min={0.1}
            max={0.9}
            step={0.1}
            shown={shareText(others)}
            onChange={(value) => setCascade({ ...cascade, others: value })}
          />
        </>
      }
      status={say(
        `${stages} 级之后：人脸留下 ${shareText(faces ** stages)}，其余留下 ${shareText(others ** stages)}`,
        `after ${numbered(stages, "stage")}: ${shareText(faces ** stages)} of the faces are left, ${shareText(others ** stages)} of the rest`,
      )}
    />
  );
}
