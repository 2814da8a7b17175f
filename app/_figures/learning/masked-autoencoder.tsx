import { seededRandom } from "@/lib/seeded-random";
import type { FigureSpec } from "../figure";
import { ShadedGrid } from "../kit/cell-grid";
import { chooseSome } from "../kit/random";
import { Arrow, Box, Label } from "../kit/shapes";

const PATCHES = 14;
const VISIBLE = 49;

/** The patches that stay, by drawing lots. */
const SEEN: ReadonlySet<number> = new Set(chooseSome(VISIBLE, PATCHES * PATCHES, seededRandom(5)));
/** A simple picture, a ball, as the brightness of its patches. */
const brightness = (row: number, column: number) =>
  Math.hypot(row - 6.5, column - 6.5) < 5 ? 0.9 - Math.hypot(row - 4.5, column - 4.5) * 0.08 : 0.12;
const picture = (show: (patch: number) => boolean) =>
  Array.from({ length: PATCHES }, (_, row) =>
    Array.from({ length: PATCHES }, (_, column) => (show(row * PATCHES + column) ? brightness(row, column) : null)),
  );

export const maskedAutoencoder: FigureSpec = {
  name: "masked-autoencoder",
  height: 158,
  caption: {
    zh: "编码器只看露出的四分之一，解码器还原其余",
    en: "The encoder sees only a quarter; the decoder restores the rest",
  },
  alt: {
    zh: `左：14×14 = 196 块的图像，随机遮住 ${PATCHES * PATCHES - VISIBLE} 块，只露出 ${VISIBLE} 块。中：编码器只处理这 ${VISIBLE} 块，解码器还原全部。右：要还原的原图，一个圆球。`,
    en: `Left: an image of 14 × 14 = 196 patches, ${PATCHES * PATCHES - VISIBLE} hidden at random and ${VISIBLE} visible. Middle: the encoder processes only the ${VISIBLE}, the decoder restores all. Right: the image to restore, a ball.`,
  },
  draw: (say) => (
    <>
      <ShadedGrid x={4} y={8} cell={7.5} shades={picture((patch) => SEEN.has(patch))} tone="ink-2" />
      <ShadedGrid x={191} y={8} cell={7.5} shades={picture(() => true)} tone="ink-2" />
      <Arrow from={[110, 60]} to={[122, 60]} />
      <Box x={122} y={18} width={56} height={38} tone="accent" label={say("编码器", "encoder")} labelSize={12} />
      <Box x={122} y={66} width={56} height={32} tone="good" label={say("解码器", "decoder")} labelSize={12} />
      <Arrow from={[178, 60]} to={[190, 60]} />
      <Label at={[56, 130]} size={12}>
        {say(`露出 ${VISIBLE} 块`, `${VISIBLE} visible`)}
      </Label>
      <Label at={[56, 147]} size={12} tone="ink-2">
        {say("遮住 147 块", "147 hidden")}
      </Label>
      <Label at={[243, 130]} size={12}>
        {say("原图 196 块", "196 patches")}
      </Label>
    </>
  ),
};
