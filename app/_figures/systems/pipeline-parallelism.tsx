import type { FigureSpec, Say } from "../figure";
import { Arrow, Box, Label } from "../kit/shapes";
import { bubbleOf, portionAt } from "./numbers";

export const PIPELINE_HEIGHT = 168;
export const STAGES = 4;
export const FIRST_PORTIONS = 4;

/** The schedule of a pipeline: a row for each stage, a column for each time slot; idle slots are empty. */
export function PipelineDrawing({ portions, say }: { portions: number; say: Say }) {
  const slots = portions + STAGES - 1;
  const width = 230 / slots;
  return (
    <>
      {Array.from({ length: STAGES }, (_, stage) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a stage is its place
        <g key={stage}>
          <Label at={[56, 24 + stage * 28]} anchor="end">
            {say(`第 ${stage + 1} 段`, `stage ${stage + 1}`)}
          </Label>
          {Array.from({ length: slots }, (_, slot) => {
            const portion = portionAt(stage, slot, portions);
            return (
              <Box
                // biome-ignore lint/suspicious/noArrayIndexKey: a slot is its place
                key={slot}
                x={62 + slot * width + 1}
                y={12 + stage * 28}
                width={width - 2}
                height={24}
                tone={portion === null ? "line" : "accent"}
                fill={portion === null ? "none" : "ground"}
                dashed={portion === null}
                radius={2}
                thick={1.25}
                label={portion !== null && width > 17 ? portion : undefined}
              />
            );
          })}
        </g>
      ))}
      <Arrow from={[62, 132]} to={[292, 132]} tone="ink-3" />
      <Label at={[62, 150]} anchor="start" size={12} tone="ink-2">
        {say("时间", "time")}
      </Label>
      <Label at={[292, 150]} anchor="end" strong>
        {say("空闲 ", "idle ")}
        {`${STAGES - 1}/${slots} ${(100 * (STAGES - 1)) % slots === 0 ? "=" : "≈"} ${Math.round(100 * bubbleOf(STAGES, portions))}%`}
      </Label>
    </>
  );
}

export const pipelineParallelism: FigureSpec = {
  name: "pipeline-parallelism",
  height: PIPELINE_HEIGHT,
  caption: {
    zh: "虚线空格是“气泡”：小份（数字）拆得越多，它越小",
    en: "Dashed gaps are the bubble: more portions (numbers), less of it",
  },
  liveCaption: {
    zh: "虚线空格是“气泡”：小份拆得越多，它占的比例越小",
    en: "Dashed gaps are the bubble: the more portions, the smaller its share",
  },
  alt: {
    zh: `四段、${FIRST_PORTIONS} 小份的时间表：每一段比前一段晚一格开始，共 7 格，每段空闲 3 格，即 ${Math.round(100 * bubbleOf(STAGES, FIRST_PORTIONS))}%。`,
    en: `The schedule of four stages and ${FIRST_PORTIONS} portions: each stage starts one slot after the one before; of 7 slots each is idle for 3, ${Math.round(100 * bubbleOf(STAGES, FIRST_PORTIONS))}%.`,
  },
  draw: (say) => <PipelineDrawing portions={FIRST_PORTIONS} say={say} />,
  interactive: true,
};
