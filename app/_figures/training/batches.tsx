import type { FigureSpec } from "../figure";
import { Bracket } from "../kit/marks";
import { countTo } from "../kit/maths";
import { thousands } from "../kit/numbers";
import { Arrow, Box, Label, Line } from "../kit/shapes";

/** The glossary's example: 1000 samples in batches of 100. */
export const SAMPLES = 1000;
export const BATCH_SIZE = 100;

/** Updates in one pass over the data; the last batch may be smaller. */
export function updatesPerEpoch(samples: number, batchSize: number): number {
  return Math.ceil(samples / batchSize);
}

const BATCHES = updatesPerEpoch(SAMPLES, BATCH_SIZE);
const CELL = 28;
const LEFT = 10;
const BRACKET = { depth: 6, edge: "ink-3", thick: 1.5 } as const;

export const batches: FigureSpec = {
  name: "batches",
  height: 148,
  caption: {
    zh: "每处理一个批量更新一次，就是一次迭代；全部用完一遍是一个轮次",
    en: "Each batch makes one update, an iteration; all of them once make an epoch",
  },
  alt: {
    zh: `一条训练集，${SAMPLES} 个样本，切成 ${BATCHES} 个批量，每个 ${BATCH_SIZE} 个样本；每个批量引出一次更新（迭代），${BATCHES} 次更新合起来是一个轮次`,
    en: `A strip of ${thousands(SAMPLES)} samples cut into ${BATCHES} batches of ${BATCH_SIZE}; each batch leads to one update (iteration), and the ${BATCHES} updates together are one epoch`,
  },
  draw: (say) => (
    <>
      <Bracket from={LEFT} to={LEFT + CELL} y={38} above {...BRACKET} label={say("批量", "batch")} />
      <Label at={[290, 16]} anchor="end" size={12} tone="ink-2">
        {say(`训练集：${SAMPLES} 个样本`, `${thousands(SAMPLES)} samples`)}
      </Label>
      {countTo(BATCHES).map((index) => (
        <g key={index}>
          <Box
            x={LEFT + index * CELL}
            y={42}
            width={CELL}
            height={30}
            radius={0}
            tone={index === 0 ? "accent" : "ink-2"}
            label={BATCH_SIZE}
            labelSize={12}
          />
          <Arrow
            from={[LEFT + (index + 0.5) * CELL, 74]}
            to={[LEFT + (index + 0.5) * CELL, 90]}
            tone={index === 0 ? "accent" : "ink-3"}
          />
          <Label at={[LEFT + (index + 0.5) * CELL, 100]} size={12} tone={index === 0 ? "accent" : "ink-2"}>
            {index + 1}
          </Label>
        </g>
      ))}
      <Bracket
        from={LEFT}
        to={LEFT + BATCHES * CELL}
        y={114}
        gap={11}
        {...BRACKET}
        label={say(`1 个轮次 = ${BATCHES} 次迭代`, `1 epoch = ${BATCHES} iterations`)}
      />
    </>
  ),
};

const SIZES = [1000, 32, 1] as const;
const WIDTH = 280;

export const updatesByBatchSize: FigureSpec = {
  name: "updates-by-batch-size",
  height: 166,
  caption: {
    zh: "同样用完一遍数据：批量越小，更新次数越多",
    en: "One pass over the same data: the smaller the batch, the more updates",
  },
  alt: {
    zh: `${SAMPLES} 个样本用完一遍的三种分法：批量大小 1000 只更新 1 次；32 更新 ${updatesPerEpoch(SAMPLES, 32)} 次，最后一个批量只有 ${SAMPLES % 32} 个样本；1 更新 1000 次，细得分不清`,
    en: `Three ways to use ${thousands(SAMPLES)} samples once: batch size 1,000 makes 1 update; 32 makes ${updatesPerEpoch(SAMPLES, 32)}, the last batch with only ${SAMPLES % 32} samples; 1 makes 1,000, too fine to tell apart`,
  },
  draw: (say) => (
    <>
      {SIZES.map((size, index) => {
        const y = 26 + index * 50;
        const updates = updatesPerEpoch(SAMPLES, size);
        return (
          <g key={size}>
            <Label at={[LEFT, y - 13]} anchor="start" size={12} tone="ink-2">
              {say(`批量大小 ${size}`, `batch size ${thousands(size)}`)}
            </Label>
            <Label at={[LEFT + WIDTH, y - 13]} anchor="end" size={12} tone="accent">
              {updates === 1
                ? say("更新 1 次", "1 update")
                : say(`更新 ${updates} 次`, `${thousands(updates)} updates`)}
            </Label>
            <Box x={LEFT} y={y} width={WIDTH} height={20} radius={0} tone="accent" />
            {size === 1 ? (
              <rect x={LEFT} y={y} width={WIDTH} height={20} className="fill-accent" />
            ) : (
              countTo(updates - 1).map((border) => {
                const x = LEFT + ((border + 1) * size * WIDTH) / SAMPLES;
                return <Line key={border} from={[x, y]} to={[x, y + 20]} tone="accent" thick={1} />;
              })
            )}
          </g>
        );
      })}
    </>
  ),
};

/** The glossary's example: four small batches of 8. */
export const ACCUMULATED = { batches: 4, size: 8 } as const;

export const gradientAccumulation: FigureSpec = {
  name: "gradient-accumulation",
  height: 152,
  caption: {
    zh: "四个小批量的梯度先加起来，再更新一次",
    en: "The gradients of four small batches are added up before one update",
  },
  alt: {
    zh: `${ACCUMULATED.batches} 个小批量各 ${ACCUMULATED.size} 个样本，依次算出梯度 g₁ 到 g₄，各除以 4 后累加，然后只更新一次，相当于批量大小 ${ACCUMULATED.batches * ACCUMULATED.size}`,
    en: `${ACCUMULATED.batches} small batches of ${ACCUMULATED.size} samples give the gradients g₁ to g₄ one after another; each is divided by 4 and added, then comes one update, as with a batch size of ${ACCUMULATED.batches * ACCUMULATED.size}`,
  },
  draw: (say) => (
    <>
      {["g₁", "g₂", "g₃", "g₄"].map((name, index) => {
        const x = 16 + index * 70;
        return (
          <g key={name}>
            <Box
              x={x}
              y={6}
              width={58}
              height={26}
              tone="ink-2"
              label={say(`${ACCUMULATED.size} 个`, `${ACCUMULATED.size}`)}
            />
            <Arrow from={[x + 29, 33]} to={[x + 29, 48]} tone="ink-3" />
            <Label at={[x + 29, 58]}>{name}</Label>
            <Arrow from={[x + 29, 68]} to={[150 + (x + 29 - 150) * 0.4, 92]} tone="accent" />
          </g>
        );
      })}
      <Box x={70} y={94} width={160} height={28} tone="accent" label="(g₁ + g₂ + g₃ + g₄) ÷ 4" />
      <Label at={[150, 138]} tone="ink-2">
        {say("更新一次，相当于批量 32", "one update, as with batch size 32")}
      </Label>
    </>
  ),
};
