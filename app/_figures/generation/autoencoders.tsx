import type { FigureSpec } from "../figure";
import { Block } from "../kit/blocks";
import { counted, fixed } from "../kit/numbers";
import { Arrow, Box, Label, type Point, point } from "../kit/shapes";
import { GROUND, STROKE, type Tone } from "../kit/tones";

/** A part of a network that narrows or widens from left to right, with its name in it. */
function Wedge({
  from,
  to,
  left,
  right,
  middle,
  tone,
  label,
}: {
  readonly from: number;
  readonly to: number;
  /** Half heights at its two ends. */
  readonly left: number;
  readonly right: number;
  readonly middle: number;
  readonly tone: Tone;
  readonly label: string;
}) {
  const corners: readonly Point[] = [
    [from, middle - left],
    [to, middle - right],
    [to, middle + right],
    [from, middle + left],
  ];
  return (
    <>
      <polygon
        points={corners.map(point).join(" ")}
        strokeWidth={1.5}
        strokeLinejoin="round"
        className={`${GROUND[tone]} ${STROKE[tone]}`}
      />
      <Label at={[(from + to) / 2, middle]}>{label}</Label>
    </>
  );
}

const [PIXELS, CODE] = [784, 32];

export const autoencoder: FigureSpec = {
  name: "autoencoder",
  height: 150,
  caption: {
    zh: "中间的瓶颈迫使它只留下要紧的信息",
    en: "The narrow middle forces it to keep what matters",
  },
  alt: {
    zh: `输入 ${PIXELS} 个像素，编码器 f 压成 ${CODE} 个数的编码，解码器 g 再展开成 ${PIXELS} 个像素；输出与输入的差就是损失。`,
    en: `An input of ${PIXELS} pixels is squeezed by the encoder f into a code of ${CODE} numbers and expanded by the decoder g to ${PIXELS} pixels; the difference between output and input is the loss.`,
  },
  draw: (say) => (
    <>
      <Box x={4} y={14} width={38} height={108} label={PIXELS} />
      <Wedge from={48} to={124} left={54} right={16} middle={68} tone="accent" label={say("编码器 f", "encoder")} />
      <Box x={130} y={52} width={40} height={32} tone="good" label={CODE} />
      <Wedge from={176} to={252} left={16} right={54} middle={68} tone="accent" label={say("解码器 g", "decoder")} />
      <Box x={258} y={14} width={38} height={108} label={PIXELS} />
      <Label at={[23, 138]} size={12} tone="ink-2">
        {say("输入", "input")}
      </Label>
      <Label at={[150, 138]} size={12} tone="ink-2">
        {say("编码", "code")}
      </Label>
      <Label at={[277, 138]} size={12} tone="ink-2">
        {say("还原", "output")}
      </Label>
    </>
  ),
};

const [MEAN, DEVIATION, NOISE] = [2, 0.5, 1.2];
const SAMPLE = MEAN + DEVIATION * NOISE;

export const variationalAutoencoder: FigureSpec = {
  name: "variational-autoencoder",
  height: 166,
  caption: {
    zh: "编码器给出的是一个分布，解码器用从中抽出的 z",
    en: "The encoder gives a distribution; the decoder takes a z drawn from it",
  },
  alt: {
    zh: `输入 x 经编码器得到均值 μ = ${MEAN} 和标准差 σ = ${DEVIATION}；另抽噪声 ε = ${NOISE}，合成 z = μ + σε = ${fixed(SAMPLE, 1)}，解码器由 z 还原出 x̂。`,
    en: `The encoder turns the input x into a mean μ = ${MEAN} and a standard deviation σ = ${DEVIATION}; with drawn noise ε = ${NOISE} they make z = μ + σε = ${fixed(SAMPLE, 1)}, from which the decoder rebuilds x̂.`,
  },
  draw: (say) => (
    <>
      <Label at={[10, 68]} italic>
        x
      </Label>
      <Wedge from={20} to={84} left={46} right={22} middle={68} tone="accent" label={say("编码器", "encoder")} />
      <Arrow from={[84, 58]} to={[100, 40]} />
      <Arrow from={[84, 78]} to={[100, 96]} />
      <Box x={100} y={24} width={58} height={30} label={`μ = ${MEAN}`} />
      <Box x={100} y={82} width={58} height={30} label={`σ = ${DEVIATION}`} />
      <Box x={100} y={130} width={58} height={30} tone="warn" dashed label={`ε = ${NOISE}`} />
      <Arrow from={[158, 39]} to={[180, 60]} />
      <Arrow from={[158, 97]} to={[180, 76]} />
      <Arrow from={[158, 145]} to={[192, 84]} tone="warn" dashed />
      <Box x={180} y={52} width={34} height={32} tone="good" label={fixed(SAMPLE, 1)} />
      <Label at={[197, 40]} italic strong>
        z
      </Label>
      <Wedge from={220} to={282} left={22} right={46} middle={68} tone="accent" label={say("解码器", "decoder")} />
      <Label at={[292, 68]} italic>
        x̂
      </Label>
      <Label at={[172, 145]} anchor="start" size={12} tone="ink-2">
        {say("标准正态噪声", "normal noise")}
      </Label>
    </>
  ),
};

const [SIDE, CHANNELS, LATENT_SIDE, LATENT_CHANNELS] = [512, 3, 64, 4];
const VALUES = SIDE * SIDE * CHANNELS;
const LATENTS = LATENT_SIDE * LATENT_SIDE * LATENT_CHANNELS;

export const latentDiffusion: FigureSpec = {
  name: "latent-diffusion",
  height: 174,
  caption: {
    zh: "反复去噪只在小得多的编码上进行，最后才解码一次",
    en: "The many denoising steps work on the much smaller code; decoding happens once",
  },
  alt: {
    zh: `图像 ${SIDE}×${SIDE}×${CHANNELS}，共 ${VALUES} 个数，经编码器变成 ${LATENT_SIDE}×${LATENT_SIDE}×${LATENT_CHANNELS}，共 ${LATENTS} 个数，是 1/${VALUES / LATENTS}；加噪与反复去噪都在这个编码上进行，最后由解码器变回图像。`,
    en: `An image of ${SIDE}×${SIDE}×${CHANNELS}, ${VALUES} numbers, is encoded into ${LATENT_SIDE}×${LATENT_SIDE}×${LATENT_CHANNELS}, ${LATENTS} numbers, 1/${VALUES / LATENTS} as many; adding noise and the repeated denoising work on this code, and a decoder turns it back into an image.`,
  },
  draw: (say) => (
    <>
      <Block x={4} y={32} width={72} height={72} lines={[say("图像", "image"), "512×512", "×3"]} />
      <Wedge from={80} to={118} left={36} right={14} middle={68} tone="good" label="E" />
      <Box x={134} y={52} width={32} height={32} tone="accent" />
      <Arrow from={[162, 50]} to={[138, 50]} bend={-34} tone="accent" />
      <Arrow from={[118, 68]} to={[134, 68]} />
      <Arrow from={[166, 68]} to={[184, 68]} />
      <Label at={[150, 18]} size={12}>
        {say("去噪 ×T", "denoise ×T")}
      </Label>
      <Wedge from={184} to={220} left={14} right={36} middle={68} tone="good" label="D" />
      <Block x={224} y={32} width={72} height={72} lines={[say("图像", "image"), "512×512", "×3"]} />
      <Label at={[150, 98]} size={12} tone="ink-2">
        64×64×4
      </Label>
      <Label at={[40, 126]} size={12} tone="ink-2">
        {counted(say, VALUES)}
      </Label>
      <Label at={[150, 126]} size={12} tone="ink-2">
        {counted(say, LATENTS)}
      </Label>
      <Arrow from={[72, 126]} to={[118, 126]} />
      <Label at={[150, 146]} strong tone="accent">
        {`1/${VALUES / LATENTS}`}
      </Label>
    </>
  ),
};
