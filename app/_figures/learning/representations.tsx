import type { FigureSpec } from "../figure";
import { Block, ShadedGrid } from "../kit/model-blocks";
import { Axes, Bars, type Frame, place } from "../kit/plot";
import { seededRandom } from "../kit/random";
import { Arrow, Box, Dot, Label, Line, type Point, Polyline } from "../kit/shapes";
import { cosineSimilarity, infoNceLoss, tripletLoss } from "./similarity";

const CENTER: Point = [96, 92];
const RADIUS = 74;
const onCircle = (degrees: number, radius = RADIUS): Point => [
  CENTER[0] + radius * Math.cos((degrees * Math.PI) / 180),
  CENTER[1] - radius * Math.sin((degrees * Math.PI) / 180),
];
const [ANCHOR, MATCH] = [62, 18];
const OTHERS = [130, 205, 262, 318];

export const contrastiveLearning: FigureSpec = {
  name: "contrastive-learning",
  height: 184,
  caption: {
    zh: "同一张图的两个版本拉近，其余的推开",
    en: "Two views of one image are pulled together, all others pushed away",
  },
  alt: {
    zh: "单位圆上的表示：同一张图的两个增强版本（实心点）互相拉近，其余图的表示（空心点）被推开。",
    en: "Representations on a circle: two views of the same image (filled dots) pull each other closer, those of other images (open dots) are pushed away.",
  },
  draw: (say) => (
    <>
      <Dot at={CENTER} radius={RADIUS} tone="line" open />
      <Arrow from={onCircle(ANCHOR - 5, 64)} to={onCircle(ANCHOR - 19, 64)} tone="good" thick={2.5} />
      <Arrow from={onCircle(MATCH + 5, 64)} to={onCircle(MATCH + 19, 64)} tone="good" thick={2.5} />
      {OTHERS.map((degrees) => {
        const away = degrees === 130 ? 16 : degrees === 205 ? 12 : degrees === 262 ? -12 : -16;
        return (
          <g key={degrees}>
            <Arrow from={onCircle(degrees + away * 0.3, 62)} to={onCircle(degrees + away * 1.5, 62)} dashed />
            <Dot at={onCircle(degrees)} tone="ink-2" radius={6} open />
          </g>
        );
      })}
      <Dot at={onCircle(ANCHOR)} radius={6} />
      <Dot at={onCircle(MATCH)} radius={6} />
      <Label at={[190, 26]} anchor="start">
        {say("版本一", "view 1")}
      </Label>
      <Line from={[186, 26]} to={[onCircle(ANCHOR)[0] + 9, onCircle(ANCHOR)[1]]} thick={1} />
      <Label at={[190, 69]} anchor="start">
        {say("版本二", "view 2")}
      </Label>
      <Dot at={[196, 118]} tone="ink-2" radius={6} open />
      <Label at={[208, 118]} anchor="start">
        {say("其他图", "other images")}
      </Label>
      <Arrow from={[188, 142]} to={[206, 142]} tone="good" thick={2.5} />
      <Label at={[212, 142]} anchor="start" size={12}>
        {say("拉近", "pull")}
      </Label>
      <Arrow from={[188, 164]} to={[206, 164]} dashed />
      <Label at={[212, 164]} anchor="start" size={12}>
        {say("推开", "push")}
      </Label>
    </>
  ),
};

const [SAME, MARGIN] = [0.5, 0.2];
const NEGATIVES = [0.6, 0.9];
const alongDistance = (distance: number) => 28 + distance * 250;

export const triplet: FigureSpec = {
  name: "triplet-loss",
  height: 184,
  caption: {
    zh: "异类 n 落在同类距离加间隔（虚线）之外，损失才是 0",
    en: "The loss is 0 only if n lies beyond p's distance plus the margin (dashed)",
  },
  alt: {
    zh: `从锚点 a 量起，同类 p 在 ${SAME}，加上间隔 ${MARGIN} 到 ${SAME + MARGIN}。上：异类 n 在 0.6，损失 ${tripletLoss(SAME, 0.6, MARGIN).toFixed(1)}。下：n 在 0.9，损失 ${tripletLoss(SAME, 0.9, MARGIN)}。`,
    en: `Measured from the anchor a, the same kind p is at ${SAME}, with the margin ${MARGIN} up to ${SAME + MARGIN}. Above, the other kind n is at 0.6 and the loss ${tripletLoss(SAME, 0.6, MARGIN).toFixed(1)}; below, n is at 0.9 and the loss ${tripletLoss(SAME, 0.9, MARGIN)}.`,
  },
  draw: (say) => (
    <>
      {NEGATIVES.map((other, index) => {
        const y = 54 + index * 88;
        const loss = tripletLoss(SAME, other, MARGIN);
        const border = alongDistance(SAME + MARGIN);
        return (
          <g key={other}>
            <Line from={[alongDistance(0), y]} to={[alongDistance(1), y]} />
            <Box
              x={alongDistance(SAME)}
              y={y - 12}
              width={border - alongDistance(SAME)}
              height={24}
              tone="warn"
              radius={0}
              dashed
            />
            {loss > 0 ? <Line from={[alongDistance(other), y]} to={[border, y]} tone="accent" thick={5} /> : null}
            <Dot at={[alongDistance(0), y]} tone="ink" radius={5} />
            <Dot at={[alongDistance(SAME), y]} tone="good" radius={5} />
            <Dot at={[alongDistance(other), y]} radius={5} tone="accent" />
            <Label at={[alongDistance(0), y + 20]} italic>
              a
            </Label>
            <Label at={[alongDistance(SAME), y + 22]}>{`p ${SAME}`}</Label>
            <Label at={[alongDistance(other) + (index === 0 ? 12 : 0), y + 22]}>{`n ${other}`}</Label>
            <Label at={[alongDistance(0), y - 30]} anchor="start" strong>
              {say(`损失 ${loss === 0 ? 0 : loss.toFixed(1)}`, `loss ${loss === 0 ? 0 : loss.toFixed(1)}`)}
            </Label>
            <Label at={[(alongDistance(SAME) + border) / 2, y - 22]} size={12} tone="ink-2">
              {say(`间隔 ${MARGIN}`, `margin ${MARGIN}`)}
            </Label>
          </g>
        );
      })}
    </>
  ),
};

const SIMILARITIES = [0.8, 0.2, 0];
const TAU = 0.5;
const RAISED = SIMILARITIES.map((similarity) => Math.exp(similarity / TAU));
const RAISED_SUM = RAISED.reduce((sum, value) => sum + value, 0);
const LOSS = infoNceLoss(SIMILARITIES, TAU).toFixed(2);

export const infoNce: FigureSpec = {
  name: "info-nce",
  height: 176,
  caption: {
    zh: "相配者占的份额越大，损失越小",
    en: "The larger the match's share, the smaller the loss",
  },
  alt: {
    zh: `三个候选的相似度为 ${SIMILARITIES.join("、")}，第一个相配；除以 τ = ${TAU} 取指数得 ${RAISED.map((value) => value.toFixed(2)).join("、")}，相配者的概率是 ${((RAISED[0] ?? 0) / RAISED_SUM).toFixed(3)}，损失 ${LOSS}。`,
    en: `Three candidates have the similarities ${SIMILARITIES.join(", ")}, the first is the match; divided by τ = ${TAU} and exponentiated they give ${RAISED.map((value) => value.toFixed(2)).join(", ")}; the match has probability ${((RAISED[0] ?? 0) / RAISED_SUM).toFixed(3)} and the loss is ${LOSS}.`,
  },
  draw: (say) => (
    <>
      <Label at={[102, 11]} size={12} tone="ink-2">
        exp(s / τ)
      </Label>
      <Bars
        frame={{ x: 6, y: 36, width: 192, height: 92, xRange: [0, 3], yRange: [0, 5] }}
        bars={RAISED.map((value, index) => ({
          value,
          label: `s = ${SIMILARITIES[index]}`,
          shown: value.toFixed(2),
          tone: index === 0 ? "accent" : "ink-3",
        }))}
      />
      <Label at={[38, 160]} size={12} tone="accent">
        {say("相配", "match")}
      </Label>
      <Label at={[134, 160]} size={12} tone="ink-2">
        {say("不相配", "others")}
      </Label>
      <Label at={[250, 48]} size={12} tone="ink-2">
        {say("相配者的概率", "share of match")}
      </Label>
      <Label at={[250, 68]}>{`${RAISED[0]?.toFixed(2)} / ${RAISED_SUM.toFixed(2)}`}</Label>
      <Label at={[250, 88]} strong>{`= ${((RAISED[0] ?? 0) / RAISED_SUM).toFixed(3)}`}</Label>
      <Label at={[250, 122]} strong tone="accent">
        {say(`损失 ${LOSS}`, `loss ${LOSS}`)}
      </Label>
    </>
  ),
};

const PATCHES = 14;
const VISIBLE = 49;

/** The patches that stay, by drawing lots: true for `VISIBLE` of the 196. */
function visiblePatches(): readonly boolean[] {
  const random = seededRandom(5);
  const lots = Array.from({ length: PATCHES * PATCHES }, (_, patch) => ({ patch, lot: random() }));
  const chosen = new Set(
    lots
      .sort((one, other) => one.lot - other.lot)
      .slice(0, VISIBLE)
      .map(({ patch }) => patch),
  );
  return lots.map((_, patch) => chosen.has(patch));
}

const SEEN = visiblePatches();
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
      <ShadedGrid x={4} y={8} cell={7.5} shades={picture((patch) => SEEN[patch] === true)} tone="ink-2" />
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
          { value: 0.3, label: say("狗的照片", "dog"), shown: "0.30", tone: "accent" },
          { value: 0.22, label: say("猫的照片", "cat"), shown: "0.22" },
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

const THRESHOLD = 0.95;
const UNLABELED = [
  { zh: "甲图", en: "A", confidence: 0.97 },
  { zh: "乙图", en: "B", confidence: 0.6 },
];
const alongConfidence = (confidence: number) => 54 + confidence * 150;

export const pseudoLabel: FigureSpec = {
  name: "pseudo-label",
  height: 140,
  caption: {
    zh: "把握过了门槛，预测才当作标签",
    en: "A prediction becomes a label only if it is sure enough",
  },
  alt: {
    zh: `门槛 ${THRESHOLD}：模型对甲图给“猫” 0.97，过了门槛，标为“猫”；对乙图最高只有 0.60，没过，先不用。`,
    en: `Threshold ${THRESHOLD}: for image A the model gives "cat" 0.97, above it, so A is labeled a cat; for B its best is 0.60, below it, so B is left out for now.`,
  },
  draw: (say) => (
    <>
      {UNLABELED.map(({ zh, en, confidence }, index) => {
        const y = 48 + index * 46;
        const passes = confidence >= THRESHOLD;
        return (
          <g key={en}>
            <Label at={[8, y]} anchor="start">
              {say(zh, en)}
            </Label>
            <Box
              x={alongConfidence(0)}
              y={y - 12}
              width={confidence * 150}
              height={24}
              tone={passes ? "accent" : "ink-3"}
              radius={1}
            />
            <Label at={[alongConfidence(0) + 22, y]}>{confidence.toFixed(2)}</Label>
            <Arrow from={[212, y]} to={[230, y]} dashed={!passes} />
            <Label at={[236, y]} anchor="start" strong={passes} tone={passes ? "ink" : "ink-2"}>
              {passes ? say("标为“猫”", '"cat"') : say("先不用", "left out")}
            </Label>
          </g>
        );
      })}
      <Line from={[alongConfidence(THRESHOLD), 26]} to={[alongConfidence(THRESHOLD), 112]} tone="ink" dashed />
      <Label at={[alongConfidence(THRESHOLD), 14]} size={12}>
        {say(`门槛 ${THRESHOLD}`, `threshold ${THRESHOLD}`)}
      </Label>
      <Line from={[alongConfidence(0), 118]} to={[alongConfidence(1), 118]} />
      {[0, 1].map((value) => (
        <Label key={value} at={[alongConfidence(value), 130]} size={12} tone="ink-2">
          {value}
        </Label>
      ))}
    </>
  ),
};

const U: readonly [number, number] = [3, 4];
const V: readonly [number, number] = [4, 3];
const LONG: readonly [number, number] = [6, 8];
const VECTORS: Frame = { x: 28, y: 10, width: 124, height: 148, xRange: [0, 7.2], yRange: [0, 8.6] };
const TICKS = [2, 4, 6, 8].map((at) => ({ at }));
/** Points of an arc between the directions of u and v. */
const ARC = Array.from({ length: 9 }, (_, i): Point => {
  const from = Math.atan2(V[1], V[0]);
  const angle = from + ((Math.atan2(U[1], U[0]) - from) * i) / 8;
  return [2.2 * Math.cos(angle), 2.2 * Math.sin(angle)];
});

export const cosine: FigureSpec = {
  name: "cosine-similarity",
  height: 186,
  caption: { zh: "只看方向，不看长短", en: "Only the direction counts, not the length" },
  alt: {
    zh: `平面上的向量（3, 4）与（4, 3）夹角很小，余弦相似度 ${cosineSimilarity(U, V).toFixed(2)}；（6, 8）与（3, 4）同向而两倍长，相似度 ${cosineSimilarity(U, LONG).toFixed(0)}。`,
    en: `Vectors (3, 4) and (4, 3) in a plane enclose a small angle: cosine similarity ${cosineSimilarity(U, V).toFixed(2)}. (6, 8) has the direction of (3, 4) and twice its length: ${cosineSimilarity(U, LONG).toFixed(0)}.`,
  },
  draw: () => (
    <>
      <Axes frame={VECTORS} xTicks={TICKS.slice(0, 3)} yTicks={TICKS} />
      <Arrow from={place(VECTORS, [0, 0])} to={place(VECTORS, LONG)} tone="ink-3" thick={1.5} dashed />
      <Arrow from={place(VECTORS, [0, 0])} to={place(VECTORS, V)} tone="good" thick={2.5} />
      <Arrow from={place(VECTORS, [0, 0])} to={place(VECTORS, U)} tone="accent" thick={2.5} />
      <Polyline points={ARC.map((pair) => place(VECTORS, pair))} tone="ink" thick={1.5} />
      <Label at={place(VECTORS, [2.2, 4.4])} tone="accent" strong italic>
        u
      </Label>
      <Label at={place(VECTORS, [4.6, 3])} tone="good" strong italic>
        v
      </Label>
      <Label at={place(VECTORS, [6.5, 7.6])} italic>
        w
      </Label>
      <Label at={[226, 44]} size={12} tone="ink-2">
        u = (3, 4), v = (4, 3)
      </Label>
      <Label at={[226, 66]} strong>{`24 / 25 = ${cosineSimilarity(U, V).toFixed(2)}`}</Label>
      <Label at={[226, 108]} size={12} tone="ink-2">
        u = (3, 4), w = (6, 8)
      </Label>
      <Label at={[226, 130]} strong>{`50 / 50 = ${cosineSimilarity(U, LONG).toFixed(0)}`}</Label>
    </>
  ),
};
