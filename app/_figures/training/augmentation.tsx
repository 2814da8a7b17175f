import type { FigureSpec } from "../figure";
import { trimmed } from "../kit/numbers";
import { Box, Label, round } from "../kit/shapes";
import type { Tone } from "../kit/tones";
import { CAT, cropOf, DOG, mixPictures, type Patch, type Picture, pastePatch, patchShare } from "./pictures";

const CELL = 9;
const SIZE = 8 * CELL;

/** A picture of squares in ink, the stronger the higher the value; framed. */
function Pixels({ x, y, of, tone = "ink-3", dashed, thick = 1 }: PixelsProps) {
  const values = [...new Set(of.flat())];
  return (
    <>
      {values.map((value) => (
        <path
          key={value}
          d={of
            .flatMap((row, r) =>
              row.map((pixel, c) =>
                pixel === value ? `M${x + c * CELL},${y + r * CELL}h${CELL}v${CELL}h${-CELL}z` : "",
              ),
            )
            .join("")}
          fillOpacity={round(value)}
          className="fill-ink"
        />
      ))}
      <Box
        x={x}
        y={y}
        width={(of[0]?.length ?? 0) * CELL}
        height={of.length * CELL}
        radius={0}
        fill="none"
        tone={tone}
        thick={thick}
        {...(dashed ? { dashed } : {})}
      />
    </>
  );
}

interface PixelsProps {
  readonly x: number;
  readonly y: number;
  readonly of: Picture;
  readonly tone?: Tone;
  readonly dashed?: boolean;
  readonly thick?: number;
}

const X = [10, 114, 218] as const;

interface MixProps {
  readonly result: Picture;
  readonly names: readonly [string, string, string];
  readonly signs: readonly [string, string];
  readonly patch?: Patch;
}

/** Two pictures and what is made of them, each with its label below. */
function Mix({ result, names, signs, patch }: MixProps) {
  return (
    <>
      {[CAT, DOG, result].map((of, index) => (
        <g key={X[index]}>
          <Pixels x={X[index] ?? 0} y={6} of={of} />
          <Label
            at={[(X[index] ?? 0) + SIZE / 2, SIZE + 22]}
            tone={index === 2 ? "accent" : "ink"}
            size={index === 2 ? 12 : 13}
          >
            {names[index]}
          </Label>
        </g>
      ))}
      {signs.map((sign, index) => (
        <Label key={sign} at={[98 + index * 104, 6 + SIZE / 2]} size={16}>
          {sign}
        </Label>
      ))}
      {patch === undefined
        ? null
        : [1, 2].map((index) => (
            <Box
              key={index}
              x={(X[index] ?? 0) + patch.column * CELL}
              y={6 + patch.row * CELL}
              width={patch.size * CELL}
              height={patch.size * CELL}
              radius={0}
              fill="none"
              tone="accent"
              thick={2}
            />
          ))}
    </>
  );
}

/** λ of the glossary's example. */
export const MIX_SHARE = 0.7;
export const PATCH: Patch = { row: 0, column: 4, size: 4 };
const PASTED = patchShare(CAT, PATCH);

export const mixup: FigureSpec = {
  name: "mixup",
  height: 108,
  caption: {
    zh: `逐像素混合：${MIX_SHARE} 份猫加 ${trimmed(1 - MIX_SHARE)} 份狗，标签也这样混`,
    en: `Pixels are blended, ${MIX_SHARE} of the cat and ${trimmed(1 - MIX_SHARE)} of the dog, and so are the labels`,
  },
  alt: {
    zh: `两张 8×8 的小图，一张猫脸、一张狗脸；按 ${MIX_SHARE} 与 ${trimmed(1 - MIX_SHARE)} 逐像素混合，得到一张重影的图，标签为猫 ${MIX_SHARE}、狗 ${trimmed(1 - MIX_SHARE)}`,
    en: `Two pictures of 8×8 pixels, the face of a cat and that of a dog; blended pixel by pixel, ${MIX_SHARE} to ${trimmed(1 - MIX_SHARE)}, they make a double image labeled cat ${MIX_SHARE}, dog ${trimmed(1 - MIX_SHARE)}`,
  },
  draw: (say) => (
    <Mix
      result={mixPictures(CAT, DOG, MIX_SHARE)}
      signs={["+", "="]}
      names={[say("猫 × 0.7", "cat × 0.7"), say("狗 × 0.3", "dog × 0.3"), say("猫 0.7 狗 0.3", "cat .7 dog .3")]}
    />
  ),
};

export const cutmix: FigureSpec = {
  name: "cutmix",
  height: 108,
  caption: {
    zh: `剪一块狗贴到猫上：占 ${PASTED} 的面积，标签也占 ${PASTED}`,
    en: `A piece of the dog is pasted on the cat: ${PASTED} of the area and of the label`,
  },
  alt: {
    zh: `从 8×8 的狗图上剪下右上角 4×4 的一块，贴在猫图的同一位置；它占面积的 ${PASTED}，新图的标签为猫 ${1 - PASTED}、狗 ${PASTED}`,
    en: `A 4×4 piece of the upper right of the dog's 8×8 picture is pasted at the same place of the cat's; it is ${PASTED} of the area, and the label becomes cat ${1 - PASTED}, dog ${PASTED}`,
  },
  draw: (say) => (
    <Mix
      result={pastePatch(CAT, DOG, PATCH)}
      signs={["+", "="]}
      patch={PATCH}
      names={[say("猫", "cat"), say("狗", "dog"), say("猫 0.75 狗 0.25", "cat .75 dog .25")]}
    />
  ),
};

const ERASED: Patch = { row: 2, column: 3, size: 4 };
const BLANK = CAT.map((row) => row.map(() => 0.3));

export const randomErasing: FigureSpec = {
  name: "random-erasing",
  height: 108,
  caption: {
    zh: `随机盖住一块（这里占 ${patchShare(CAT, ERASED) * 100}%），标签不变`,
    en: `A random square is covered, here ${patchShare(CAT, ERASED) * 100}%; the label stays`,
  },
  alt: {
    zh: `左：8×8 的猫图。右：同一张图，一块 4×4 的方块被盖成均匀的灰色，占 ${patchShare(CAT, ERASED) * 100}%；标签仍是猫`,
    en: `Left: a picture of a cat, 8×8. Right: the same picture with a square of 4×4 covered in even gray, ${patchShare(CAT, ERASED) * 100}% of it; the label is still cat`,
  },
  draw: (say) => (
    <>
      <Pixels x={48} y={6} of={CAT} />
      <Label at={[150, 42]} size={16}>
        →
      </Label>
      <Pixels x={180} y={6} of={pastePatch(CAT, BLANK, ERASED)} />
      <Box
        x={180 + ERASED.column * CELL}
        y={6 + ERASED.row * CELL}
        width={ERASED.size * CELL}
        height={ERASED.size * CELL}
        radius={0}
        fill="none"
        tone="accent"
        thick={2}
      />
      <Label at={[48 + SIZE / 2, SIZE + 22]}>{say("猫", "cat")}</Label>
      <Label at={[180 + SIZE / 2, SIZE + 22]} tone="accent">
        {say("仍是猫", "still cat")}
      </Label>
    </>
  ),
};

/** Positions of a window in a picture along one side, and so its square in all. */
export function cropPositions(side: number, window: number): number {
  return (side - window + 1) ** 2;
}

const CROP = { side: 8, window: 6 } as const;
const CROPS = [
  { row: 0, column: 0 },
  { row: 2, column: 1 },
] as const;

export const randomCrop: FigureSpec = {
  name: "random-crop",
  height: 108,
  caption: {
    zh: `8×8 中取 6×6：共 ${cropPositions(CROP.side, CROP.window)} 种取法，每次随机一种`,
    en: `6×6 out of 8×8: one of ${cropPositions(CROP.side, CROP.window)} windows, at random each time`,
  },
  alt: {
    zh: `左：8×8 的猫图，上面画着两个 6×6 的窗口。右：两个窗口里的内容，就是两次裁剪的结果；共有 ${cropPositions(CROP.side, CROP.window)} 种取法`,
    en: `Left: a picture of a cat, 8×8, with two windows of 6×6. Right: what is in the windows, the results of two crops; there are ${cropPositions(CROP.side, CROP.window)} possible ones`,
  },
  draw: (say) => (
    <>
      <Pixels x={10} y={6} of={CAT} />
      {CROPS.map(({ row, column }, index) => (
        <g key={row}>
          <Box
            x={10 + column * CELL}
            y={6 + row * CELL}
            width={CROP.window * CELL}
            height={CROP.window * CELL}
            radius={0}
            fill="none"
            tone={index === 0 ? "accent" : "good"}
            dashed={index === 1}
            thick={2}
          />
          <Pixels
            x={126 + index * 88}
            y={15}
            of={cropOf(CAT, { row, column }, CROP.window)}
            tone={index === 0 ? "accent" : "good"}
            dashed={index === 1}
            thick={2}
          />
          <Label at={[153 + index * 88, SIZE + 22]} size={12} tone="ink-2">
            {say(`第 ${index + 1} 次`, `crop ${index + 1}`)}
          </Label>
        </g>
      ))}
      <Label at={[46, SIZE + 22]} size={12} tone="ink-2">
        {say("原图", "original")}
      </Label>
      <Label at={[104, 42]} size={16}>
        →
      </Label>
    </>
  ),
};
