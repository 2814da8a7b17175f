"use client";

import { useState } from "react";
import { FIRST_OUTLIER, OUTLIER_HEIGHT, OutlierDot, WAGE_LINE, WAGES, WageMarks } from "../evaluation/outlier";
import { medianOf } from "../evaluation/statistics";
import { type FigureLanguage, sayIn } from "../figure";
import { meanOf } from "../kit/maths";
import { place } from "../kit/plot";
import { DragHandle, Playground } from "./controls";

/** Thousands per unit of the figure. */
const PER_UNIT = (WAGE_LINE.xRange[1] - WAGE_LINE.xRange[0]) / WAGE_LINE.width;

/** The sixth wage is dragged along the line. */
export default function InteractiveOutlier({ language }: { language: FigureLanguage }) {
  const say = sayIn(language);
  const [wage, setWage] = useState(FIRST_OUTLIER);
  const wages = [...WAGES, Math.round(wage)];
  const [mean, median] = [meanOf(wages), medianOf(wages)];
  const move = (dx: number) => setWage((before) => Math.min(Math.max(before + dx * PER_UNIT, 0), 94));
  return (
    <Playground
      label={say("拖动第六个人的工资", "Drag the sixth wage")}
      height={OUTLIER_HEIGHT}
      drawing={
        <>
          <WageMarks wages={WAGES} mean={mean} median={median} say={say} />
          <DragHandle
            label={say("第六个人的工资，用左右键移动", "the sixth wage; move it with the left and right keys")}
            shown={wage.toFixed(0)}
            onMove={move}
          >
            <rect x={place(WAGE_LINE, [wage, 0])[0] - 24} y={72} width={48} height={48} className="fill-transparent" />
            <OutlierDot wage={Math.round(wage)} />
          </DragHandle>
        </>
      }
      status={say(
        `拖动方块：第六个人挣 ${wage.toFixed(0)} 千元时，均值 ${mean.toFixed(1)}，中位数 ${median}`,
        `Drag the square: with ${wage.toFixed(0)} thousand the mean is ${mean.toFixed(1)} and the median ${median}`,
      )}
    />
  );
}
