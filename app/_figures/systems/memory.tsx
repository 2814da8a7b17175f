import type { FigureSpec } from "../figure";
import { Boxes } from "../kit/boxes";
import { countTo, sumOf } from "../kit/maths";
import { Arrow, Box, Label, type Point } from "../kit/shapes";

const LAYERS = 100;
const STRETCH = 10;
const CURRENT_ROW = 6;
const LAYER = { width: 14, height: 14, radius: 1 };

/** Where the layers of some rows and columns are drawn. */
function placesOf(isMeant: (row: number, column: number) => boolean): Point[] {
  return countTo(LAYERS)
    .map((layer) => [Math.floor(layer / STRETCH), layer % STRETCH] as const)
    .filter(([row, column]) => isMeant(row, column))
    .map(([row, column]) => [14 + column * 17, 8 + row * 17]);
}

const gradientCheckpointing: FigureSpec = {
  name: "gradient-checkpointing",
  height: 190,
  caption: {
    zh: "每 10 层存一份（实心），用到哪段重算哪段（粗框）",
    en: "Every tenth is kept (filled), the current stretch redone (thick)",
  },
  alt: {
    zh: "10 × 10 的方格代表 100 层的激活值：每行第一格保留，共 10 份；反向传播正走到的一行重算，暂存 10 份；其余不存。",
    en: "A grid of 10 × 10 stands for the activations of 100 layers: the first of each row is kept, 10 in all; the row that backpropagation has reached is recomputed, 10 more for a while; the rest are not stored.",
  },
  draw: (say) => (
    <>
      <Boxes at={placesOf((row, column) => column > 0 && row !== CURRENT_ROW)} {...LAYER} tone="line" />
      <Boxes at={placesOf((row, column) => column === 0 && row !== CURRENT_ROW)} {...LAYER} tone="accent" />
      <Boxes at={placesOf((row) => row === CURRENT_ROW)} {...LAYER} tone="accent" thick={2} />
      {placesOf((_, column) => column === 0).map(([x, y]) => (
        <rect key={y} x={x + 3} y={y + 3} width={8} height={8} className="fill-accent" />
      ))}
      <Arrow from={[194, 8 + CURRENT_ROW * 17 + 7]} to={[186, 8 + CURRENT_ROW * 17 + 7]} tone="accent" />
      <Label at={[198, 117]} anchor="start">
        {say("正在重算：10", "redone: 10")}
      </Label>
      <Label at={[198, 22]} anchor="start">
        {say("一直保留：10", "kept: 10")}
      </Label>
      <Label at={[198, 164]} anchor="start" strong>
        {say("约 20 份", "about 20")}
      </Label>
    </>
  ),
};

/** Bytes for each parameter in mixed-precision training with Adam. */
const TRAINING_BYTES = [2, 2, 4, 8];
const BILLIONS = 7;
const GB = 284 / (BILLIONS * 16);

const memoryFootprint: FigureSpec = {
  name: "memory-footprint",
  height: 160,
  caption: {
    zh: "70 亿参数，按比例画：训练要放的东西多得多",
    en: "7 billion parameters, to scale: training must hold far more",
  },
  alt: {
    zh: "两条按比例画的横条。推理：权重 14 GB。训练：权重 14、梯度 14、32 位副本 28、Adam 状态 56，共 112 GB，不算激活值。",
    en: "Two bars to scale. Inference: weights 14 GB. Training: weights 14, gradients 14, 32-bit copy 28, Adam's state 56, in all 112 GB, without activations.",
  },
  draw: (say) => {
    const names = [
      say("权重", "weights"),
      say("梯度", "gradients"),
      say("副本", "copy"),
      say("Adam 状态", "Adam's state"),
    ];
    return (
      <>
        <Label at={[8, 14]} anchor="start" tone="ink-2">
          {say("推理", "inference")}
        </Label>
        <Box x={8} y={26} width={14 * GB} height={28} tone="accent" radius={0} label="14" />
        <Label at={[14 * GB + 16, 40]} anchor="start">
          GB
        </Label>
        <Label at={[8, 78]} anchor="start" tone="ink-2">
          {say("训练", "training")}
        </Label>
        <Label at={[292, 78]} anchor="end" strong>
          112 GB
        </Label>
        {TRAINING_BYTES.map((bytes, index) => {
          const before = sumOf(TRAINING_BYTES.slice(0, index));
          const x = 8 + before * BILLIONS * GB;
          const width = bytes * BILLIONS * GB;
          return (
            <g key={names[index]}>
              <Box
                x={x}
                y={90}
                width={width}
                height={28}
                tone={index === 0 ? "accent" : "ink-3"}
                radius={0}
                label={bytes * BILLIONS}
              />
              <Label at={[x + width / 2, index === 1 ? 148 : 131]} size={12} tone="ink-2">
                {names[index]}
              </Label>
            </g>
          );
        })}
      </>
    );
  },
};

export const memoryFigures: readonly FigureSpec[] = [gradientCheckpointing, memoryFootprint];
