import type { FigureSpec } from "../figure";
import { Arrow, Box, Label, Line } from "../kit/shapes";
import { allReduce, federatedAverage } from "./numbers";

/** Gradients of one weight on four devices. */
const GRADIENTS = [1, 2, 3, 6];
const DEVICE = { width: 62, gap: 10 };
const deviceX = (index: number) => 11 + index * (DEVICE.width + DEVICE.gap);

export const dataParallelism: FigureSpec = {
  name: "data-parallelism",
  height: 196,
  caption: {
    zh: "模型各有一份，样本各不相同，梯度取平均",
    en: "The same model, other samples; the gradients are averaged",
  },
  alt: {
    zh: "一批 256 个样本分给四张卡，每张 64 个；各有一份完整模型，梯度为 1、2、3、6，平均为 3，四份副本都用 3 更新。",
    en: "A batch of 256 samples goes to four devices, 64 each; each has a full copy of the model. Their gradients are 1, 2, 3 and 6; the mean, 3, updates all four.",
  },
  draw: (say) => (
    <>
      <Box x={11} y={6} width={278} height={26} label={say("一批 256 个样本", "batch of 256")} />
      {GRADIENTS.map((gradient, index) => {
        const x = deviceX(index);
        const middle = x + DEVICE.width / 2;
        return (
          <g key={gradient}>
            <Arrow from={[middle, 34]} to={[middle, 58]} />
            <Label at={[middle + 6, 45]} anchor="start" size={12} tone="ink-2">
              64
            </Label>
            <Box x={x} y={60} width={DEVICE.width} height={52} />
            <Label at={[middle, 76]} size={12} tone="ink-2">
              {say("模型", "model")}
            </Label>
            <Label at={[middle, 96]}>{`g = ${gradient}`}</Label>
            <Arrow from={[middle, 114]} to={[middle, 140]} tone="accent" />
          </g>
        );
      })}
      <Box x={11} y={142} width={278} height={28} tone="accent" label={`ḡ = (1 + 2 + 3 + 6) ${say("÷", "/")} 4 = 3`} />
      <Label at={[150, 184]} size={12} tone="ink-2">
        {say("四份副本都用 3 更新", "all four copies use 3")}
      </Label>
    </>
  ),
};

export const tensorParallelism: FigureSpec = {
  name: "tensor-parallelism",
  height: 156,
  caption: {
    zh: "权重矩阵按列切成四块，各卡算自己的几列，再拼起来",
    en: "The matrix is cut by columns; the results are joined",
  },
  alt: {
    zh: "输入 X 乘以 4096 × 16384 的权重 W。W 按列切成四块 4096 × 4096，分别在四张卡上，结果左右拼合。",
    en: "The input X times a weight matrix W of 4096 × 16384, cut by columns into four blocks of 4096 × 4096 on four devices; the results are joined side by side.",
  },
  draw: (say) => (
    <>
      <Box x={10} y={52} width={44} height={30} label="X" />
      <Label at={[67, 67]} size={16}>
        ×
      </Label>
      {[1, 2, 3, 4].map((device) => (
        <g key={device}>
          <Box
            x={80 + (device - 1) * 53}
            y={40}
            width={50}
            height={54}
            tone={device % 2 === 1 ? "accent" : "ink-3"}
            radius={0}
            label={`W${"₁₂₃₄"[device - 1]}`}
            labelSize={15}
          />
          <Label at={[105 + (device - 1) * 53, 26]} size={12} tone="ink-2">
            {say(`卡 ${device}`, `dev. ${device}`)}
          </Label>
          <Arrow from={[105 + (device - 1) * 53, 98]} to={[105 + (device - 1) * 53, 116]} />
          <Box
            x={80 + (device - 1) * 53}
            y={118}
            width={50}
            height={24}
            tone={device % 2 === 1 ? "accent" : "ink-3"}
            radius={0}
            label={`XW${"₁₂₃₄"[device - 1]}`}
          />
        </g>
      ))}
      <Label at={[186, 10]} size={12} tone="ink-2">
        {say("W：4096 × 16384", "W: 4096 × 16384")}
      </Label>
    </>
  ),
};

const ARRAYS = [
  [1, 2],
  [3, 4],
  [5, 6],
];
const SUMS = allReduce(ARRAYS);

export const allReduceFigure: FigureSpec = {
  name: "all-reduce",
  height: 140,
  caption: { zh: "逐元素相加，而且人人手里都有总和", en: "Summed element by element, and everyone has the total" },
  alt: {
    zh: `三张卡上是（1, 2）、（3, 4）、（5, 6）；全归约之后每张卡上都是（${SUMS.join(", ")}）。`,
    en: `Three devices hold (1, 2), (3, 4) and (5, 6); after the all-reduce each holds (${SUMS.join(", ")}).`,
  },
  draw: (say) => (
    <>
      {ARRAYS.map((array, index) => {
        const x = 30 + index * 92;
        return (
          <g key={array.join()}>
            <Label at={[x + 28, 12]} size={12} tone="ink-2">
              {say(`卡 ${index + 1}`, `device ${index + 1}`)}
            </Label>
            {array.map((value, place) => (
              <Box key={value} x={x + place * 28} y={24} width={28} height={28} tone="ink-2" radius={0} label={value} />
            ))}
            {SUMS.map((value, place) => (
              <Box
                key={value}
                x={x + place * 28}
                y={104}
                width={28}
                height={28}
                tone="accent"
                thick={2}
                radius={0}
                label={value}
              />
            ))}
            {ARRAYS.map((other, to) => (
              <Line
                key={other.join()}
                from={[x + 28, 56]}
                to={[58 + to * 92, 98]}
                thick={1}
                tone={to === index ? "ink-2" : "ink-3"}
              />
            ))}
          </g>
        );
      })}
    </>
  ),
};

const HOSPITALS = [
  { samples: 100, weight: 2 },
  { samples: 300, weight: 4 },
];
const COMBINED = federatedAverage(HOSPITALS);

export const federatedLearning: FigureSpec = {
  name: "federated-learning",
  height: 176,
  caption: {
    zh: "病历留在医院，只把权重交上去，按样本数加权平均",
    en: "Records stay, weights go up and are averaged by sample counts",
  },
  alt: {
    zh: `两家医院各有 100 和 300 份病历，数据不外传；本地训练后的权重 2.0 与 4.0 交给服务器，0.25 × 2.0 + 0.75 × 4.0 = ${COMBINED}，再发回各家。`,
    en: `Two hospitals keep 100 and 300 records at home; their locally trained weights, 2.0 and 4.0, go to a server, which makes 0.25 × 2.0 + 0.75 × 4.0 = ${COMBINED} and sends it back.`,
  },
  draw: (say) => (
    <>
      <Box x={40} y={8} width={220} height={42} tone="accent" />
      <Label at={[150, 20]} size={12} tone="ink-2">
        {say("服务器", "server")}
      </Label>
      <Label at={[150, 37]} strong>
        {`0.25 × 2 + 0.75 × 4 = ${COMBINED}`}
      </Label>
      {HOSPITALS.map(({ samples, weight }, index) => {
        const x = 14 + index * 146;
        return (
          <g key={samples}>
            <Arrow from={[x + 54, 106]} to={[x + 54, 54]} tone="accent" />
            <Arrow from={[x + 76, 54]} to={[x + 76, 106]} dashed />
            <Label at={[x + 46, 82]} anchor="end">
              {`w = ${weight.toFixed(1)}`}
            </Label>
            <Label at={[x + 84, 82]} anchor="start" tone="ink-2">
              {COMBINED}
            </Label>
            <Box x={x} y={110} width={126} height={56} dashed />
            <Label at={[x + 63, 126]}>{say(`医院 ${"甲乙"[index]}`, `hospital ${"AB"[index]}`)}</Label>
            <Label at={[x + 63, 148]} tone="ink-2">
              {say(`${samples} 份病历`, `${samples} records`)}
            </Label>
          </g>
        );
      })}
    </>
  ),
};
