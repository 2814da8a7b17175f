import type { FigureSpec } from "../figure";
import { fixed, trimmed } from "../kit/numbers";
import { Arrow, Box, Label, round } from "../kit/shapes";
import { sigmoidOf } from "./activations";

/** The glossary's example: a signal of 10 and what stands before the gate's sigmoid. */
export const SIGNAL = 10;
export const GATE_INPUTS = [2, -2] as const;

const UNIT = 11;

export const gating: FigureSpec = {
  name: "gating",
  height: 184,
  caption: {
    zh: "门是 0 到 1 之间的数，乘上去就决定放行多少",
    en: "The gate is a number from 0 to 1: multiplied in, it decides how much passes",
  },
  alt: {
    zh: `信号为 ${SIGNAL}。门的输入为 2 时 σ(2) = ${fixed(sigmoidOf(2), 3)}，放行 ${fixed(SIGNAL * sigmoidOf(2), 2)}；为 −2 时 σ(−2) = ${fixed(sigmoidOf(-2), 3)}，只放行 ${fixed(SIGNAL * sigmoidOf(-2), 2)}`,
    en: `The signal is ${SIGNAL}. With a gate input of 2, σ(2) = ${fixed(sigmoidOf(2), 3)} and ${fixed(SIGNAL * sigmoidOf(2), 2)} passes; with −2, σ(−2) = ${fixed(sigmoidOf(-2), 3)} and only ${fixed(SIGNAL * sigmoidOf(-2), 2)} passes`,
  },
  draw: (say) => (
    <>
      {GATE_INPUTS.map((input, index) => {
        const gate = sigmoidOf(input);
        const y = 44 + index * 80;
        return (
          <g key={input}>
            <Box x={10} y={y} width={SIGNAL * UNIT} height={20} tone="ink-2" radius={0} label={trimmed(SIGNAL)} />
            <Label at={[131, y + 10]} size={15}>
              ×
            </Label>
            <Box x={144} y={y - 18} width={8} height={56} tone="ink-3" radius={0} />
            <rect
              x={144}
              y={round(y + 38 - 56 * gate)}
              width={8}
              height={round(56 * gate)}
              className="fill-accent stroke-accent"
            />
            <Arrow from={[158, y + 10]} to={[176, y + 10]} />
            <Box x={180} y={y} width={SIGNAL * UNIT} height={20} tone="ink-3" radius={0} dashed fill="none" />
            <Box x={180} y={y} width={SIGNAL * gate * UNIT} height={20} tone="accent" radius={0} />
            <Label
              at={[gate > 0.5 ? 180 + (SIGNAL * gate * UNIT) / 2 : 188 + SIGNAL * gate * UNIT, y + 10]}
              anchor={gate > 0.5 ? "middle" : "start"}
            >
              {fixed(SIGNAL * gate, 2)}
            </Label>
            <Label at={[148, y + 50]} tone="accent">
              {`σ(${trimmed(input)}) = ${fixed(gate, 3)}`}
            </Label>
          </g>
        );
      })}
      <Label at={[10, 10]} anchor="start" size={12} tone="ink-2">
        {say("信号 v", "signal v")}
      </Label>
      <Label at={[148, 10]} size={12} tone="ink-2">
        {say("门 g", "gate g")}
      </Label>
      <Label at={[290, 10]} anchor="end" size={12} tone="ink-2">
        {say("放行 y", "passes: y")}
      </Label>
    </>
  ),
};
