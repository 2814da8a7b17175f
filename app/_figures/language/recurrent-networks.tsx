import type { FigureSpec } from "../figure";
import { Block, Unit } from "../kit/blocks";
import { fixed } from "../kit/numbers";
import { Arrow, Box, Label, Line } from "../kit/shapes";
import { lstmStep, recurrentStates, stateSpaceRun } from "./recurrences";

const INPUTS = [1, 0, 0];
const STEPS = ["₁", "₂", "₃"];
const STATES = recurrentStates(INPUTS, 0.5, 1).map((state) => fixed(state, 3));
const [LEFT, PITCH, CELL] = [52, 86, 60];

export const recurrentNeuralNetwork: FigureSpec = {
  name: "recurrent-neural-network",
  height: 166,
  caption: {
    zh: "按步展开：每一步都用同一组参数，状态往右传",
    en: "Unrolled: every step has the same parameters, and the state is handed to the right",
  },
  alt: {
    zh: `循环网络展开成三步，h 从 0 开始，权重 W_h = 0.5、W_x = 1 各步共用。输入为 1、0、0，隐状态依次为 ${STATES.join("、")}：第一个输入的痕迹逐步变淡。`,
    en: `A recurrent network unrolled over three steps from h = 0, with W_h = 0.5 and W_x = 1 shared by all. The inputs 1, 0, 0 give the hidden states ${STATES.join(", ")}: the trace of the first input fades.`,
  },
  draw: () => (
    <>
      <Label at={[14, 60]} italic>
        h₀
      </Label>
      <Label at={[14, 76]} size={12}>
        0
      </Label>
      {INPUTS.map((input, index) => {
        const x = LEFT + index * PITCH;
        return (
          <g key={STEPS[index]}>
            <Arrow from={[index === 0 ? 26 : x - PITCH + CELL, 66]} to={[x, 66]} tone="accent" />
            <Block x={x} y={46} width={CELL} height={40} lines={["tanh"]} tone="accent" />
            <Arrow from={[x + CELL / 2, 116]} to={[x + CELL / 2, 86]} />
            <Label at={[x + CELL / 2, 128]}>{`x${STEPS[index]} = ${input}`}</Label>
            <Line from={[x + CELL / 2, 46]} to={[x + CELL / 2, 30]} tone="ink-2" />
            <Label at={[x + CELL / 2, 18]}>{`h${STEPS[index]} = ${STATES[index]}`}</Label>
          </g>
        );
      })}
      <Arrow from={[LEFT + 2 * PITCH + CELL, 66]} to={[298, 66]} tone="accent" />
      <Label at={[150, 156]} tone="ink-2" italic>
        h ← tanh(0.5 h + x)
      </Label>
    </>
  ),
};

const GATES = { forget: 0.9, input: 0.5, output: 0.5 };
const [OLD_CELL, CANDIDATE] = [2, -0.4];
const NEXT = lstmStep(OLD_CELL, CANDIDATE, GATES);

export const lstm: FigureSpec = {
  name: "lstm",
  height: 196,
  caption: {
    zh: "上面的横线是细胞状态：先按遗忘门保留，再加上新内容",
    en: "The upper line is the cell state: the forget gate keeps a part, then something new is added",
  },
  alt: {
    zh: `细胞状态 ${OLD_CELL} 乘遗忘门 ${GATES.forget}，加上输入门 ${GATES.input} 乘候选值 ${fixed(CANDIDATE, 1)}，得新状态 ${fixed(NEXT.cell, 1)}；再取 tanh、乘输出门 ${GATES.output}，输出约为 ${fixed(NEXT.output, 3)}。`,
    en: `The cell state ${OLD_CELL} is multiplied by the forget gate, ${GATES.forget}; the input gate, ${GATES.input}, times the candidate, ${fixed(CANDIDATE, 1)}, is added, which gives ${fixed(NEXT.cell, 1)}. Its tanh times the output gate, ${GATES.output}, is the output, about ${fixed(NEXT.output, 3)}.`,
  },
  draw: (say) => (
    <>
      <Label at={[24, 20]}>c = {OLD_CELL}</Label>
      <Arrow from={[8, 40]} to={[292, 40]} tone="accent" thick={3} />
      <Label at={[264, 20]}>c = {fixed(NEXT.cell, 1)}</Label>
      <Arrow from={[72, 134]} to={[72, 52]} />
      <Block
        x={32}
        y={134}
        width={80}
        height={38}
        lines={[say("遗忘门", "forget"), String(GATES.forget)]}
        tone="good"
      />
      <Arrow from={[150, 134]} to={[150, 101]} />
      <Arrow from={[150, 79]} to={[150, 52]} />
      <Block x={118} y={134} width={64} height={38} lines={[say("输入门", "input"), String(GATES.input)]} tone="good" />
      <Arrow from={[110, 90]} to={[139, 90]} />
      <Label at={[106, 90]} anchor="end">
        {`c̃ = ${fixed(CANDIDATE, 1)}`}
      </Label>
      <Arrow from={[226, 42]} to={[226, 62]} />
      <Box x={204} y={62} width={44} height={22} label="tanh" />
      <Arrow from={[226, 84]} to={[226, 97]} />
      <Arrow from={[226, 134]} to={[226, 119]} />
      <Block
        x={188}
        y={134}
        width={76}
        height={38}
        lines={[say("输出门", "output"), String(GATES.output)]}
        tone="good"
      />
      <Arrow from={[237, 108]} to={[262, 108]} />
      <Label at={[280, 108]}>{fixed(NEXT.output, 3)}</Label>
      <Unit at={[72, 40]} label="×" labelSize={15} />
      <Unit at={[150, 40]} label="+" labelSize={15} />
      <Unit at={[150, 90]} label="×" labelSize={15} />
      <Unit at={[226, 108]} label="×" labelSize={15} />
      <Label at={[150, 188]} size={12} tone="ink-2">
        {say("三个门都由 h 与 x 算出", "all gates come from h and x")}
      </Label>
    </>
  ),
};

const SYSTEM = { a: 0.5, b: 1, c: 2 };
const RUN = stateSpaceRun(INPUTS, SYSTEM);

export const stateSpaceModel: FigureSpec = {
  name: "state-space-model",
  height: 168,
  caption: {
    zh: "只有线性运算，所以输出也可看作输入与核 2、1、0.5 的卷积",
    en: "All is linear, so the output is also a convolution of the input with the kernel 2, 1, 0.5",
  },
  alt: {
    zh: `三步：输入 1、0、0 乘 B = 1 进入状态，状态每步乘 A = 0.5，依次为 ${RUN.states.join("、")}；乘 C = 2 读出 ${RUN.outputs.join("、")}，正是等价卷积的核。`,
    en: `Three steps: the inputs 1, 0, 0 enter the state times B = 1, the state is multiplied by A = 0.5 per step and is ${RUN.states.join(", ")}; times C = 2 the outputs are ${RUN.outputs.join(", ")}, the kernel of the equivalent convolution.`,
  },
  draw: () => (
    <>
      {INPUTS.map((input, index) => {
        const x = 50 + index * 100;
        return (
          <g key={STEPS[index]}>
            <Label at={[x, 156]}>{`x${STEPS[index]} = ${input}`}</Label>
            <Arrow from={[x, 144]} to={[x, 102]} />
            <Box
              x={x - 37}
              y={70}
              width={74}
              height={32}
              tone="accent"
              label={`h${STEPS[index]} = ${RUN.states[index]}`}
            />
            <Arrow from={[x, 70]} to={[x, 28]} />
            <Label at={[x, 16]} strong>{`y${STEPS[index]} = ${RUN.outputs[index]}`}</Label>
            <Label at={[x + 7, 124]} anchor="start" size={12} tone="ink-2">
              × B
            </Label>
            <Label at={[x + 7, 50]} anchor="start" size={12} tone="ink-2">
              × C
            </Label>
          </g>
        );
      })}
      {[0, 1].map((index) => (
        <g key={index}>
          <Arrow from={[87 + index * 100, 86]} to={[113 + index * 100, 86]} tone="accent" />
          <Label at={[100 + index * 100, 75]} size={12} tone="ink-2">
            × A
          </Label>
        </g>
      ))}
    </>
  ),
};
