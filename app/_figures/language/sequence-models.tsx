import type { FigureSpec, Say } from "../figure";
import { Arrow, Box, Label } from "../kit/shapes";
import { centeredRow, footOf, leftOf, type Row, Tokens, topOf } from "../kit/token-row";

const SOURCE = ["我", "喜", "欢", "猫"];
const TARGET = ["I", "like", "cats"];
const SOURCE_ROW = centeredRow(4, { y: 128, width: 26, height: 26, gap: 6 }, [0, 132]);
const TARGET_ROW = centeredRow(4, { y: 10, width: 36, height: 26, gap: 4 }, [142, 300]);
const FED_ROW = { ...TARGET_ROW, y: 128 };

export const seq2seq: FigureSpec = {
  name: "seq2seq",
  height: 182,
  caption: {
    zh: "先读完整个输入，再逐个写出；写出的词是下一步的输入",
    en: "It reads all of the input, then writes word by word, each fed into the next step",
  },
  alt: {
    zh: "编码器读入“我喜欢猫”4 个字，把表示交给解码器；解码器从开头符起，依次输出 I、like、cats 和结束符，每个输出又是下一步的输入。",
    en: 'The encoder reads the four Chinese characters for "I like cats" and hands its representation to the decoder, which starts from a start mark and puts out I, like, cats and an end mark, each output being the next input.',
  },
  draw: (say) => (
    <>
      <Box x={4} y={66} width={124} height={36} tone="good" label={say("编码器", "encoder")} />
      <Box x={142} y={66} width={156} height={36} tone="accent" label={say("解码器", "decoder")} />
      <Arrow from={[128, 84]} to={[142, 84]} thick={2.5} tone="ink" />
      <Tokens row={SOURCE_ROW} texts={SOURCE} />
      {SOURCE.map((character, index) => (
        <Arrow key={character} from={topOf(SOURCE_ROW, index)} to={[topOf(SOURCE_ROW, index)[0], 102]} />
      ))}
      <Tokens row={TARGET_ROW} texts={[...TARGET, say("结束", "end")]} tone={() => "accent"} />
      <Tokens row={FED_ROW} texts={[say("开头", "start"), ...TARGET]} />
      {[0, 1, 2, 3].map((index) => (
        <g key={index}>
          <Arrow from={[footOf(TARGET_ROW, index)[0], 66]} to={footOf(TARGET_ROW, index)} />
          <Arrow from={topOf(FED_ROW, index)} to={[topOf(FED_ROW, index)[0], 102]} />
        </g>
      ))}
      <Label at={[66, 170]} size={12} tone="ink-2">
        {say("输入", "input")}
      </Label>
      <Label at={[220, 170]} size={12} tone="ink-2">
        {say("上一步的输出", "the output before")}
      </Label>
    </>
  ),
};

interface Run {
  readonly y: number;
  readonly title: string;
  /** What goes in at each step, from the start mark on. */
  readonly fed: readonly string[];
  readonly predicted: readonly string[];
  /** Whether a prediction goes into the next step. */
  readonly isFedBack: boolean;
}

const WRONG = 0;

/** Three steps of a generating model: what goes in below, what comes out above. */
function Steps({ y, title, fed, predicted, isFedBack }: Run) {
  const above: Row = { x: 12, y: y + 20, width: 76, height: 24, gap: 24 };
  const below: Row = { ...above, y: y + 66 };
  return (
    <>
      <Label at={[12, y + 8]} anchor="start" size={12} tone="ink-2">
        {title}
      </Label>
      <Tokens row={above} texts={predicted} tone={(index) => (index === WRONG ? "warn" : "ink-3")} />
      <Tokens row={below} texts={fed} tone={(index) => (index === 0 ? "ink-3" : isFedBack ? "warn" : "good")} />
      {fed.map((_, index) => (
        <Arrow key={leftOf(below, index)} from={topOf(below, index)} to={footOf(above, index)} />
      ))}
      {isFedBack
        ? [0, 1].map((index) => (
            <Arrow
              key={index}
              from={[leftOf(above, index) + above.width, above.y + 16]}
              to={[leftOf(below, index + 1), below.y + 8]}
              tone="warn"
              dashed
            />
          ))
        : null}
    </>
  );
}

export const teacherForcing: FigureSpec = {
  name: "teacher-forcing",
  height: 206,
  caption: {
    zh: "训练时，误报不影响下一步的输入；推理时会（虚线）",
    en: "In training a wrong word does not reach the next step; in use it does (dashed)",
  },
  alt: {
    zh: "上：教师强制。第一步误报为“狗”，第二步的输入仍是标准答案“猫”，第三步是“坐在”。下：推理。误报的“狗”被送进第二步，此后的输入都来自模型自己。",
    en: 'Above: teacher forcing. The first step wrongly predicts "dogs", but the second still reads "cats" from the reference, the third "like". Below: in use, the wrong "dogs" goes into the second step, and all later inputs are the model\'s own.',
  },
  draw: (say) => <TeacherForcing say={say} />,
};

function TeacherForcing({ say }: { say: Say }) {
  const start = say("开头", "start");
  return (
    <>
      <Steps
        y={2}
        title={say("训练：读标准答案", "training: reads the reference")}
        fed={[start, say("猫", "cats"), say("坐在", "like")]}
        predicted={[say("狗 ×", "dogs ×"), say("坐在", "like"), say("垫子上", "milk")]}
        isFedBack={false}
      />
      <Steps
        y={110}
        title={say("推理：读自己写的", "in use: reads its own words")}
        fed={[start, say("狗", "dogs"), "?"]}
        predicted={[say("狗 ×", "dogs ×"), "?", "?"]}
        isFedBack
      />
    </>
  );
}
