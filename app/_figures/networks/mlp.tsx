import type { FigureSpec } from "../figure";
import { countTo } from "../kit/maths";
import { Label } from "../kit/shapes";
import { column, Links, Units } from "./layers";

/** Units of each layer, as in the glossary's example of a neural network. */
export const LAYER_SIZES = [3, 4, 1] as const;
const [INPUT_COUNT, HIDDEN_COUNT, OUTPUT_COUNT] = LAYER_SIZES;

/** Links between neighbouring layers. */
export function weightCount(sizes: readonly number[]): number {
  return countTo(sizes.length - 1).reduce((total, layer) => total + (sizes[layer] ?? 0) * (sizes[layer + 1] ?? 0), 0);
}

const INPUT = column(50, INPUT_COUNT, 88, 36);
const HIDDEN = column(150, HIDDEN_COUNT, 88, 36);
const OUTPUT = column(250, OUTPUT_COUNT, 88, 36);
const WEIGHTS = weightCount(LAYER_SIZES);
const BIASES = HIDDEN_COUNT + OUTPUT_COUNT;

export const mlp: FigureSpec = {
  name: "mlp",
  height: 184,
  caption: {
    zh: `每条线一个权重，共 ${WEIGHTS} 个；隐藏与输出单元各有一个偏置，共 ${BIASES} 个`,
    en: `Each line is one of ${WEIGHTS} weights; hidden and output units have ${BIASES} biases besides`,
  },
  alt: {
    zh: `三列单元：输入层 ${INPUT_COUNT} 个、隐藏层 ${HIDDEN_COUNT} 个、输出层 ${OUTPUT_COUNT} 个；相邻两层的单元两两相连，连线都从左往右，共 ${WEIGHTS} 条`,
    en: `Three columns of units: ${INPUT_COUNT} in the input layer, ${HIDDEN_COUNT} in the hidden and ${OUTPUT_COUNT} in the output layer; every unit is linked with all of the next layer, left to right, by ${WEIGHTS} lines`,
  },
  draw: (say) => (
    <>
      <Links from={INPUT} to={HIDDEN} look={() => ({ tone: "ink-3" })} />
      <Links from={HIDDEN} to={OUTPUT} />
      <Units at={INPUT} radius={12} labels={["x₁", "x₂", "x₃"]} />
      <Units at={HIDDEN} radius={12} tone="accent" labels={["σ", "σ", "σ", "σ"]} />
      <Units at={OUTPUT} radius={12} labels={["ŷ"]} />
      <Label at={[100, 14]} tone="ink-2" italic>
        W₁, b₁
      </Label>
      <Label at={[200, 14]} tone="ink-2" italic>
        W₂, b₂
      </Label>
      <Label at={[50, 172]} size={12} tone="ink-2">
        {say("输入层", "input")}
      </Label>
      <Label at={[150, 172]} size={12} tone="ink-2">
        {say("隐藏层", "hidden")}
      </Label>
      <Label at={[250, 172]} size={12} tone="ink-2">
        {say("输出层", "output")}
      </Label>
    </>
  ),
};

const DENSE_IN = column(26, 5, 88, 28);
const DENSE_OUT = column(116, 3, 88, 28);
const LOCAL_IN = column(184, 5, 88, 28);
const LOCAL_OUT = column(274, 3, 88, 28);
const WATCHED = 1;
/** Width of the filter on the right. */
const WINDOW = 3;

function isInWindow(input: number, output: number): boolean {
  return input >= output && input < output + WINDOW;
}

export const denseAndLocal: FigureSpec = {
  name: "dense-and-local",
  height: 166,
  caption: {
    zh: `同一个输出：左边看全部 5 个输入，右边只看 ${WINDOW} 个`,
    en: `The same output looks at all 5 inputs on the left, at ${WINDOW} on the right`,
  },
  alt: {
    zh: `左：全连接层，5 个输入与 3 个输出两两相连，共 ${weightCount([5, 3])} 个权重。右：卷积层，每个输出只连相邻的 ${WINDOW} 个输入，共用 ${WINDOW} 个权重。粗线是中间那个输出的连接`,
    en: `Left: a fully connected layer of 5 inputs and 3 outputs, all linked, with ${weightCount([5, 3])} weights. Right: a convolutional layer, in which each output is linked to ${WINDOW} neighboring inputs and all share ${WINDOW} weights. Thick lines belong to the middle output`,
  },
  draw: (say) => (
    <>
      <Links from={DENSE_IN} to={DENSE_OUT} look={(_, j) => (j === WATCHED ? null : {})} />
      <Links from={DENSE_IN} to={DENSE_OUT} look={(_, j) => (j === WATCHED ? { tone: "accent", thick: 2 } : null)} />
      <Links
        from={LOCAL_IN}
        to={LOCAL_OUT}
        look={(i, j) => (isInWindow(i, j) ? (j === WATCHED ? { tone: "accent", thick: 2 } : {}) : null)}
      />
      {[DENSE_IN, LOCAL_IN].map((at) => (
        <Units key={at[0]?.[0]} at={at} radius={8} />
      ))}
      {[DENSE_OUT, LOCAL_OUT].map((at) => (
        <Units key={at[0]?.[0]} at={at} radius={8} />
      ))}
      <Units at={DENSE_OUT.slice(WATCHED, WATCHED + 1)} radius={8} tone="accent" />
      <Units at={LOCAL_OUT.slice(WATCHED, WATCHED + 1)} radius={8} tone="accent" />
      <Label at={[71, 10]} strong>
        {say("全连接", "fully connected")}
      </Label>
      <Label at={[229, 10]} strong>
        {say("卷积", "convolution")}
      </Label>
    </>
  ),
};
