// What an image model reads, and what its answer rests on.

import type { FigureSpec } from "../figure";
import { Mesh } from "../kit/cell-grid";
import { MarkedGrid } from "../kit/number-grid";
import { Box, Label } from "../kit/shapes";

/** Of the concept's example: two feature maps and their weights. */
const CAM_MAPS = [
  [
    [3, 1],
    [2, 0],
  ],
  [
    [4, 5],
    [0, 3],
  ],
] as const;
const CAM_WEIGHTS = [0.5, -0.2] as const;

/** The weighted sum of maps with negative values set to 0. */
export function classActivation(
  maps: readonly (readonly (readonly number[])[])[],
  weights: readonly number[],
): number[][] {
  return (maps[0] ?? []).map((row, r) =>
    row.map((_, c) =>
      Math.max(
        0,
        maps.reduce((sum, map, k) => sum + (weights[k] ?? 0) * (map[r]?.[c] ?? 0), 0),
      ),
    ),
  );
}

export const gradCam: FigureSpec = {
  name: "grad-cam",
  height: 116,
  caption: {
    zh: "特征图按权重相加，只留正值：亮处就是判断的依据",
    en: "Feature maps are added with their weights and negatives set to 0: what is left is the evidence",
  },
  alt: {
    zh: "两张 2×2 的特征图，权重为 0.5 和 −0.2。左上角 0.5×3 − 0.2×4 = 0.7，留下；右上角 0.5×1 − 0.2×5 = −0.5，变为 0；左下角为 1，右下角为 0。",
    en: "Two 2×2 feature maps with the weights 0.5 and −0.2. Top left 0.5×3 − 0.2×4 = 0.7 stays; top right 0.5×1 − 0.2×5 = −0.5 becomes 0; bottom left is 1, bottom right 0.",
  },
  draw: (say) => {
    const heat = classActivation(CAM_MAPS, CAM_WEIGHTS);
    return (
      <>
        <Label at={[26, 60]} strong>
          0.5 ×
        </Label>
        <MarkedGrid x={50} y={34} cell={26} values={CAM_MAPS[0]} />
        <Label at={[131, 60]} strong>
          − 0.2 ×
        </Label>
        <MarkedGrid x={160} y={34} cell={26} values={CAM_MAPS[1]} />
        <Label at={[224, 60]} size={15}>
          →
        </Label>
        <MarkedGrid
          {...{ x: 236, y: 34, cell: 26 }}
          values={heat.map((row) => row.map((value) => String(Number(value.toFixed(2)))))}
          tone={(r, c) => ((heat[r]?.[c] ?? 0) > 0 ? "accent" : "line")}
        />
        <Label at={[76, 18]} size={12} tone="ink-2">
          {say("特征图 1", "map 1")}
        </Label>
        <Label at={[186, 18]} size={12} tone="ink-2">
          {say("特征图 2", "map 2")}
        </Label>
        <Label at={[262, 18]} size={12} tone="accent">
          {say("热力图", "heat map")}
        </Label>
        <Label at={[290, 104]} anchor="end" size={12} tone="ink-2">
          {say("负值变为 0", "negatives become 0")}
        </Label>
      </>
    );
  },
};

export const patchEmbedding: FigureSpec = {
  name: "patch-embedding",
  height: 186,
  caption: {
    zh: "切块，展平，同一个线性层 E 映射成词元：14×14 = 196 块",
    en: "Cut, flatten, map each patch to a token with one shared layer E: 14×14 = 196 patches",
  },
  alt: {
    zh: "224×224 的图像切成 14×14 = 196 个 16×16 的块。其中一块展平成 16×16×3 = 768 个数的 x，乘以共用的矩阵 E，加上位置编码 p，得到词元 z。",
    en: "A 224×224 image is cut into 14×14 = 196 patches of 16×16. One of them is flattened to x with 16×16×3 = 768 numbers, multiplied by the shared matrix E and given its position p, which makes the token z.",
  },
  draw: (say) => {
    const side = 224 / 16;
    return (
      <>
        <Mesh x={6} y={20} cell={7.5} rows={side} columns={side} tone="ink-3" />
        <Box x={6 + 9 * 7.5} y={20 + 4 * 7.5} width={7.5} height={7.5} tone="accent" radius={0} thick={2} />
        <Label at={[58, 140]}>
          {side}×{side} = {side * side}
        </Label>
        <Label at={[58, 158]} size={12} tone="ink-2">
          {say("块", "patches")}
        </Label>
        <path d="M82,53C104,53 110,66 128,66" strokeWidth={1.5} className="fill-none stroke-ink-2" />
        <Box x={130} y={22} width={16} height={92} tone="accent" radius={2} />
        <Label at={[138, 126]} size={12}>
          {16 * 16 * 3}
        </Label>
        <Label at={[138, 10]} italic>
          x
        </Label>
        <Label at={[158, 66]}>→</Label>
        <Box x={170} y={44} width={44} height={44} tone="ink-3" label="E" labelSize={15} />
        <Label at={[192, 106]} size={12} tone="ink-2">
          {say("共用", "shared")}
        </Label>
        <Label at={[228, 66]}>
          + <tspan className="italic">p</tspan>
        </Label>
        <Label at={[248, 66]}>→</Label>
        <Box x={262} y={22} width={16} height={92} tone="good" radius={2} />
        <Label at={[270, 10]} italic>
          z
        </Label>
        <Label at={[270, 126]} size={12}>
          768
        </Label>
        <Label at={[270, 142]} size={12} tone="ink-2">
          {say("词元", "token")}
        </Label>
        <Label at={[294, 174]} anchor="end" size={12} tone="ink-2">
          {say("加 1 个分类词元，共 197 个", "with the class token: 197")}
        </Label>
      </>
    );
  },
};
