import type { FigureSpec } from "../figure";
import { sumOf } from "../kit/maths";
import { thousands } from "../kit/numbers";
import { type Frame, place } from "../kit/plot";
import { Arrow, Box, Dot, Label, Line } from "../kit/shapes";
import type { Tone } from "../kit/tones";
import { withFraction } from "./numbers";

/** Bits of sign, exponent and fraction. */
const FORMATS = [
  { name: "FP32", bits: [1, 8, 23] },
  { name: "FP16", bits: [1, 5, 10] },
  { name: "BF16", bits: [1, 8, 7] },
];
const BIT = 7.6;
const PARTS: readonly Tone[] = ["ink-2", "accent", "ink-3"];

export const bfloat16: FigureSpec = {
  name: "bfloat16",
  height: 150,
  caption: {
    zh: "BF16 的指数与 FP32 一样长（范围同），省的是尾数",
    en: "BF16 keeps the exponent of FP32 and saves on the fraction",
  },
  alt: {
    zh: "三条按位数画的横条。FP32：符号 1、指数 8、尾数 23；FP16：1、5、10；BF16：1、8、7。BF16 与 FP32 的指数一样长。",
    en: "Three bars drawn to scale. FP32: sign 1, exponent 8, fraction 23; FP16: 1, 5 and 10; BF16: 1, 8 and 7. BF16's exponent is as long as FP32's.",
  },
  draw: (say) => (
    <>
      <Label at={[54 + 5 * BIT, 12]} size={12} tone="accent">
        {say("指数", "exponent")}
      </Label>
      <Label at={[54 + 18 * BIT, 12]} size={12} tone="ink-2">
        {say("尾数", "fraction")}
      </Label>
      {FORMATS.map(({ name, bits }, row) => (
        <g key={name}>
          <Label at={[46, 40 + row * 38]} anchor="end" strong={name === "BF16"}>
            {name}
          </Label>
          {bits.map((count, part) => {
            const before = sumOf(bits.slice(0, part));
            return (
              <Box
                key={PARTS[part]}
                x={54 + before * BIT}
                y={26 + row * 38}
                width={count * BIT}
                height={28}
                tone={PARTS[part] ?? "line"}
                thick={part === 1 ? 2 : 1}
                radius={0}
                label={part === 0 ? undefined : count}
              />
            );
          })}
        </g>
      ))}
      <Line from={[54 + 9 * BIT, 20]} to={[54 + 9 * BIT, 136]} dashed />
      <Label at={[190, 116]} anchor="start" size={12} tone="ink-2">
        {say(`100000 → ${withFraction(100000, 7)}`, `100,000 → ${thousands(withFraction(100000, 7))}`)}
      </Label>
      <Label at={[190, 134]} anchor="start" size={12} tone="ink-2">
        {`1.003 → ${withFraction(1.003, 7)}`}
      </Label>
    </>
  ),
};

const SCALE: Frame = { x: 24, y: 0, width: 252, height: 0, xRange: [-9, 6], yRange: [0, 1] };
const SMALLEST = 2 ** -24;
const LARGEST = 65504;

export const lossScaling: FigureSpec = {
  name: "loss-scaling",
  height: 128,
  caption: {
    zh: "太小的梯度会变成 0；乘 1024 就落进了范围",
    en: "Too small, it would become 0; times 1,024 it is inside the range",
  },
  alt: {
    zh: "对数刻度的数轴。FP16 的正数范围从约 6 × 10⁻⁸ 到 65504。梯度 10⁻⁸ 在范围左边之外，乘 1024 后约 10⁻⁵，落在范围之内。",
    en: "A logarithmic line. Positive FP16 numbers reach from about 6 × 10⁻⁸ to 65,504. A gradient of 10⁻⁸ lies outside on the left; times 1,024 it is about 10⁻⁵ and inside.",
  },
  draw: (say) => {
    const x = (value: number) => place(SCALE, [Math.log10(value), 0])[0];
    return (
      <>
        <Box
          x={x(SMALLEST)}
          y={62}
          width={x(LARGEST) - x(SMALLEST)}
          height={20}
          tone="good"
          radius={0}
          label={say("FP16 的范围", "range of FP16")}
        />
        <Line from={[16, 88]} to={[284, 88]} />
        {[
          { value: SMALLEST, label: "6×10⁻⁸" },
          { value: 1, label: "1" },
          { value: LARGEST, label: say("65504", "65,504") },
        ].map(({ value, label }) => (
          <g key={label}>
            <Line from={[x(value), 88]} to={[x(value), 93]} />
            <Label at={[x(value) + (value === SMALLEST ? 26 : 0), 104]} size={12} tone="ink-2">
              {label}
            </Label>
          </g>
        ))}
        <Dot at={[x(1e-8), 72]} radius={5} open />
        <Dot at={[x(1.024e-5), 50]} radius={5} />
        <Arrow from={[x(1e-8) + 2, 64]} to={[x(1.024e-5) - 6, 46]} bend={22} tone="accent" />
        <Label at={[66, 18]} tone="accent" strong>
          × 1024
        </Label>
        <Label at={[x(1.024e-5) + 10, 46]} anchor="start">
          10⁻⁵
        </Label>
        <Label at={[x(1e-8) - 10, 104]} size={12}>
          10⁻⁸
        </Label>
      </>
    );
  },
};
