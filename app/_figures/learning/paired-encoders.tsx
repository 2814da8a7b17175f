import type { FigureSpec } from "../figure";
import { Block } from "../kit/blocks";
import { ShadedGrid } from "../kit/cell-grid";
import { Bars } from "../kit/plot";
import { Arrow, Box, Label, Line } from "../kit/shapes";

const BATCH = 4;
const MATCHES = Array.from({ length: BATCH }, (_, i) => Array.from({ length: BATCH }, (_, j) => (i === j ? 0.9 : 0)));

export const clip: FigureSpec = {
  name: "clip",
  height: 182,
  caption: {
    zh: "训练时抬高对角线上的相似度；使用时选相似度最高的说法",
    en: "Training raises the diagonal; in use the most similar text wins",
  },
  alt: {
    zh: `左：4 张图与 4 句话两两配成 ${BATCH * BATCH} 对，对角线上 ${BATCH} 对相配，要拉近，其余 ${BATCH * BATCH - BATCH} 对推开。右：一张图与“狗的照片”相似度 0.30，与“猫的照片”0.22，判为狗。`,
    en: `Left: 4 images and 4 texts make ${BATCH * BATCH} pairs; the ${BATCH} on the diagonal match and are pulled together, the other ${BATCH * BATCH - BATCH} pushed apart. Right: an image has similarity 0.30 with "a photo of a dog" and 0.22 with "a photo of a cat" and is called a dog.`,
  },
  draw: (say) => (
    <>
      <Label at={[102, 11]} size={12} tone="ink-2">
        {say("文本", "texts")}
      </Label>
      {MATCHES.map((_, index) => (
        <g key={"₁₂₃₄"[index]}>
          <Label at={[58 + index * 30, 30]}>{`T${"₁₂₃₄"[index]}`}</Label>
          <Label at={[34, 56 + index * 30]} anchor="end">{`I${"₁₂₃₄"[index]}`}</Label>
        </g>
      ))}
      <ShadedGrid
        x={43}
        y={41}
        cell={30}
        shades={MATCHES}
        texts={MATCHES.map((row) => row.map((value) => (value > 0 ? "+" : "−")))}
        size={15}
      />
      <Label at={[102, 173]} size={12} tone="ink-2">
        {say("行：图像", "rows: images")}
      </Label>
      <Bars
        frame={{ x: 184, y: 56, width: 112, height: 84, xRange: [0, 2], yRange: [0, 0.34] }}
        bars={[
          { value: 0.3, label: say("“狗”", "dog"), shown: "0.30", tone: "accent" },
          { value: 0.22, label: say("“猫”", "cat"), shown: "0.22" },
        ]}
      />
      <Label at={[240, 30]} size={12} tone="ink-2">
        {say("与一张图的相似度", "one image with")}
      </Label>
    </>
  ),
};

export const siameseNetwork: FigureSpec = {
  name: "siamese-network",
  height: 166,
  caption: { zh: "两个分支，同一套权重", en: "Two branches, one set of weights" },
  alt: {
    zh: "两个输入各经一个编码网络 f，两个分支共用同一套 500 万个权重，得到两个向量，再比较它们的距离，判断像不像。",
    en: "Two inputs each pass an encoder f; both branches share one set of 5 million weights and give two vectors, whose distance says how alike the inputs are.",
  },
  draw: (say) => (
    <>
      {[0, 1].map((branch) => {
        const y = 10 + branch * 100;
        return (
          <g key={branch}>
            <Box
              x={4}
              y={y}
              width={62}
              height={40}
              tone="line"
              label={say(`输入 ${branch + 1}`, `input ${branch + 1}`)}
            />
            <Arrow from={[66, y + 20]} to={[86, y + 20]} />
            <Box x={86} y={y} width={80} height={40} tone="accent" label="f" />
            <Arrow from={[166, y + 20]} to={[216, branch === 0 ? 70 : 90]} />
            <Label at={[196, y + (branch === 0 ? 22 : 18)]} anchor="start" italic>
              {branch === 0 ? "u" : "v"}
            </Label>
          </g>
        );
      })}
      <Line from={[126, 50]} to={[126, 110]} tone="accent" dashed />
      <Label at={[118, 72]} anchor="end" size={12}>
        {say("权重共用", "shared")}
      </Label>
      <Label at={[118, 90]} anchor="end" size={12} tone="ink-2">
        {say("500 万个", "5 million")}
      </Label>
      <Block
        x={216}
        y={56}
        width={80}
        height={48}
        lines={[say("距离", "distance"), say("像不像", "alike?")]}
        tone="good"
      />
    </>
  ),
};
