"use client";

import { useState } from "react";
import { type FigureLanguage, sayIn } from "../figure";
import { numbered } from "../kit/numbers";
import { COLUMNS, changingCells, EXIT, ROWS, WALL } from "../learning/grid-world";
import { FIRST_BACKUPS, FIRST_DISCOUNT, VALUE_HEIGHT, ValueDrawing } from "../learning/value-iteration";
import { Actions, Playground, Slider } from "./controls";

const CELLS = ROWS * COLUMNS - [EXIT, WALL].length;

/** The Bellman backups are made one by one, with any discount factor. */
export default function InteractiveValueIteration({ language }: { language: FigureLanguage }) {
  const say = sayIn(language);
  const [backups, setBackups] = useState(FIRST_BACKUPS);
  const [discount, setDiscount] = useState(FIRST_DISCOUNT);
  const changing = changingCells(backups, discount);
  const settled = say(
    "再更新也不变：贝尔曼方程处处成立",
    "more rounds change nothing: the Bellman equation holds in every cell",
  );
  const open = say(`下一轮还有 ${changing}/${CELLS} 格会变`, `the next round changes ${changing} of ${CELLS} cells`);
  return (
    <Playground
      label={say("一轮轮更新价值", "Update the values round by round")}
      height={VALUE_HEIGHT}
      drawing={<ValueDrawing backups={backups} discount={discount} say={say} />}
      controls={
        <>
          <Slider
            label={say("折扣因子 γ", "Discount γ")}
            value={discount}
            min={0}
            max={1}
            step={0.05}
            shown={discount.toFixed(2)}
            onChange={setDiscount}
          />
          <Actions
            actions={[
              {
                label: say("更新一轮", "One round"),
                onPress: () => setBackups(backups + 1),
                disabled: changing === 0,
              },
              { label: say("从 0 开始", "Start from 0"), onPress: () => setBackups(0), disabled: backups === 0 },
            ]}
          />
        </>
      }
      status={say(
        `已更新 ${backups} 轮；${changing === 0 ? settled : open}`,
        `after ${numbered(backups, "round")}; ${changing === 0 ? settled : open}`,
      )}
    />
  );
}
