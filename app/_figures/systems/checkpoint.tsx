import type { FigureSpec } from "../figure";
import { Cross } from "../kit/marks";
import { counted } from "../kit/numbers";
import { Arrow, Box, Label, Line } from "../kit/shapes";

export const checkpointFigure: FigureSpec = {
  name: "checkpoint",
  height: 118,
  caption: {
    zh: "每 5000 步存一次，从最近的存档接着训",
    en: "Saved every 5,000 steps; training resumes from the last save",
  },
  alt: {
    zh: "从 30000 到 50000 步的时间轴，每 5000 步一个存档。43200 步处死机，回到 40000 步的存档，损失 3200 步。",
    en: "A line from step 30,000 to 50,000 with a save every 5,000. At 43,200 it crashes and goes back to the save at 40,000: 3,200 steps are lost.",
  },
  draw: (say) => {
    const x = (step: number) => 26 + ((step - 30000) / 20000) * 248;
    return (
      <>
        <Line from={[x(30000), 72]} to={[x(43200), 72]} tone="ink" thick={2} />
        <Line from={[x(43200), 72]} to={[x(50000), 72]} dashed />
        {[30000, 35000, 40000, 45000, 50000].map((step) => (
          <g key={step}>
            <Box
              x={x(step) - 7}
              y={65}
              width={14}
              height={14}
              tone={step > 43200 ? "line" : step === 40000 ? "accent" : "good"}
              radius={1}
              thick={step === 40000 ? 2.5 : 1.5}
              dashed={step > 43200}
            />
            <Label at={[x(step), 94]} size={12} tone="ink-2">
              {counted(say, step)}
            </Label>
          </g>
        ))}
        <Cross at={[x(43200), 72]} size={5} thick={2.5} />
        <Arrow from={[x(43200), 60]} to={[x(40000) + 2, 62]} bend={-30} tone="accent" />
        <Label at={[x(43200) + 14, 44]} anchor="start" tone="warn">
          {say("死机于 43200", "crash, 43,200")}
        </Label>
        <Label at={[x(41600), 22]} strong>
          {say("损失 3200 步", "3,200 steps lost")}
        </Label>
      </>
    );
  },
};
