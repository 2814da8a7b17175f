import type { FigureSpec } from "../figure";
import { Arrow, Box, Label } from "../kit/shapes";
import { centeredRow, footOf, Tokens, topOf } from "../kit/token-row";

const CUT = { zh: ["我", "爱", "深度", "学习"], en: ["I", "love", "deep", "learning"] };
const NUMBERS = ["12", "305", "4821", "877"];
const TEXT_ROW = centeredRow(4, { y: 60, width: 64, height: 28, gap: 8 });
const NUMBER_ROW = { ...TEXT_ROW, y: 118 };

export const tokenization: FigureSpec = {
  name: "tokenization",
  height: 150,
  caption: { zh: "先切开，再换成编号", en: "First cut, then replaced by numbers" },
  alt: {
    zh: `“我爱深度学习”切成“我”“爱”“深度”“学习”四个词元，再换成编号 ${NUMBERS.join("、")}。`,
    en: `"I love deep learning" is cut into the tokens "I", "love", "deep" and "learning", which become the numbers ${NUMBERS.join(", ")}.`,
  },
  draw: (say) => (
    <>
      <Box x={60} y={6} width={180} height={28} tone="line" label={say("我爱深度学习", "I love deep learning")} />
      <Tokens
        row={TEXT_ROW}
        texts={NUMBERS.map((_, index) => say(CUT.zh[index] ?? "", CUT.en[index] ?? ""))}
        tone={() => "accent"}
      />
      <Tokens row={NUMBER_ROW} texts={NUMBERS} />
      {NUMBERS.map((number, index) => (
        <g key={number}>
          <Arrow from={[114 + index * 24, 34]} to={topOf(TEXT_ROW, index)} />
          <Arrow from={footOf(TEXT_ROW, index)} to={topOf(NUMBER_ROW, index)} />
        </g>
      ))}
    </>
  ),
};

const [WINDOW, PROMPT] = [4096, 3500];
const BAR = { x: 14, y: 34, width: 272, height: 34 };
const PROMPT_WIDTH = (BAR.width * PROMPT) / WINDOW;

export const contextWindow: FigureSpec = {
  name: "context-window",
  height: 106,
  caption: { zh: "提示和回答共用一个窗口", en: "Prompt and answer share one window" },
  alt: {
    zh: `长条表示 ${WINDOW} 个词元的窗口：提示占 ${PROMPT} 个，只剩 ${WINDOW - PROMPT} 个给回答。`,
    en: `A bar for a window of ${WINDOW} tokens: the prompt takes ${PROMPT}, which leaves only ${WINDOW - PROMPT} for the answer.`,
  },
  draw: (say) => (
    <>
      <Label at={[150, 14]}>{say(`窗口 ${WINDOW} 个词元`, `window of ${WINDOW} tokens`)}</Label>
      <Box {...BAR} width={PROMPT_WIDTH} label={say(`提示 ${PROMPT}`, `prompt ${PROMPT}`)} />
      <Box {...BAR} x={BAR.x + PROMPT_WIDTH} width={BAR.width - PROMPT_WIDTH} tone="accent" label={WINDOW - PROMPT} />
      <Label at={[BAR.x + BAR.width, 88]} anchor="end" size={12} tone="ink-2">
        {say("回答最多这么长", "at most this for the answer")}
      </Label>
    </>
  ),
};

const SENTENCE = { zh: ["今天", "天气", "真", "好"], en: ["the", "sky", "is", "blue"] };
const ROW = centeredRow(4, { y: 24, width: 60, height: 26, gap: 12 });
const MASKED = 2;

export const languageModeling: FigureSpec = {
  name: "language-modeling",
  height: 206,
  caption: {
    zh: "掩码：看左右两侧还原空位；因果：只看前文猜下一个",
    en: "Masked: restores a gap from both sides; causal: guesses the next from what came before",
  },
  alt: {
    zh: "上：掩码语言建模，第三个词换成 [MASK]，由左边两个和右边一个词还原出“真”。下：因果语言建模，每个词元只凭它和它之前的词元猜下一个，最后由“今天天气真”猜出“好”。",
    en: 'Above: masked language modeling; the third word becomes [MASK] and is restored as "is" from the two on its left and the one on its right. Below: causal language modeling; "blue" is guessed from "the sky is", the words before it.',
  },
  draw: (say) => {
    const words = SENTENCE.zh.map((word, index) => say(word, SENTENCE.en[index] ?? ""));
    const answers = { ...ROW, y: 24 };
    const masked = { ...ROW, y: 72 };
    const causal = { ...ROW, y: 174 };
    const next = { ...ROW, y: 130 };
    return (
      <>
        <Label at={[12, 10]} anchor="start" size={12} tone="ink-2">
          {say("掩码语言建模", "masked")}
        </Label>
        <Tokens
          row={masked}
          texts={words.map((word, index) => (index === MASKED ? "[MASK]" : word))}
          tone={(index) => (index === MASKED ? "warn" : undefined)}
        />
        <Box x={topOf(answers, MASKED)[0] - 30} y={24} width={60} height={26} tone="accent" label={words[MASKED]} />
        {words.map((word, index) => (
          <Arrow
            key={word}
            from={topOf(masked, index)}
            to={[topOf(answers, MASKED)[0] + (index - MASKED) * 12, 50]}
            dashed={index === MASKED}
          />
        ))}
        <Label at={[12, 118]} anchor="start" size={12} tone="ink-2">
          {say("因果语言建模", "causal")}
        </Label>
        <Tokens
          row={causal}
          texts={words.map((word, index) => (index === 3 ? "?" : word))}
          tone={(index) => (index === 3 ? "warn" : undefined)}
        />
        <Box x={topOf(next, 3)[0] - 30} y={130} width={60} height={26} tone="accent" label={words[3]} />
        {words.slice(0, 3).map((word, index) => (
          <Arrow key={word} from={topOf(causal, index)} to={[topOf(next, 3)[0] - 30, 138 + index * 5]} />
        ))}
      </>
    );
  },
};
