import type { FigureSpec } from "../figure";
import { DotColumns, Dots } from "../kit/dots";
import { countTo } from "../kit/maths";
import { fixed } from "../kit/numbers";
import { Arrow, Label, type Point } from "../kit/shapes";

/** Where a thousand people stand, twenty in a column. */
const CROWD = { x: 11, y: 28, pitch: 5.6, rows: 20 };

const PEOPLE = 1000;
const ILL = 10;
const FOUND = 9;
/** 5% of 990 are 49.5. */
const FALSE_ALARMS = Math.round((PEOPLE - ILL) * 0.05);
const CHANCE = FOUND / (FOUND + FALSE_ALARMS);
/** Where those who test positive stand once more, alone, the ill ones first. */
const POSITIVES = countTo(FOUND + FALSE_ALARMS).map(
  (index): Point => [14 + (index % 30) * 9.4, 164 + Math.floor(index / 30) * 11],
);

const bayesTheorem: FigureSpec = {
  name: "bayes-theorem",
  height: 216,
  caption: {
    zh: "1000 人受检：阳性的人里，大多数其实没病",
    en: "1,000 people are tested: most who test positive are healthy",
  },
  alt: {
    zh: `1000 个点代表 1000 人，其中 ${ILL} 人患病，${FOUND} 人检出阳性；没病的 990 人中约 ${FALSE_ALARMS} 人也呈阳性。下面单独排出阳性的 ${FOUND + FALSE_ALARMS} 人，患病的占 ${FOUND}/${FOUND + FALSE_ALARMS} ≈ ${CHANCE.toFixed(2)}。`,
    en: `A thousand dots are a thousand people; ${ILL} are ill and ${FOUND} of them test positive, as do about ${FALSE_ALARMS} of the 990 healthy. Below stand the ${FOUND + FALSE_ALARMS} positives alone: ${FOUND}/${FOUND + FALSE_ALARMS} ≈ ${CHANCE.toFixed(2)} of them are ill.`,
  },
  draw: (say) => (
    <>
      <Label at={[6, 12]} anchor="start" tone="ink-2">
        {say("1000 人，患病 10 人", "1,000 people, 10 of them ill")}
      </Label>
      <DotColumns {...CROWD} before={0} count={FOUND} size={4.6} tone="accent" />
      <DotColumns {...CROWD} before={FOUND} count={ILL - FOUND} size={4.6} tone="ink" />
      <DotColumns {...CROWD} before={ILL} count={FALSE_ALARMS} size={4.6} tone="warn" />
      <DotColumns {...CROWD} before={ILL + FALSE_ALARMS} count={PEOPLE - ILL - FALSE_ALARMS} size={3} tone="line" />
      <Arrow from={[18, 138]} to={[18, 152]} />
      <Label at={[30, 146]} anchor="start" tone="ink-2">
        {say("其中检测呈阳性的", "of these, positive")}
      </Label>
      <Dots at={POSITIVES.slice(0, FOUND)} radius={3.6} />
      <Dots at={POSITIVES.slice(FOUND)} radius={3.6} tone="warn" open />
      <Label at={[10, 200]} anchor="start" tone="accent" strong>
        {say(`患病 ${FOUND}`, `ill ${FOUND}`)}
      </Label>
      <Label at={[70, 200]} anchor="start" tone="warn" strong>
        {say(`没病约 ${FALSE_ALARMS}`, `healthy ≈ ${FALSE_ALARMS}`)}
      </Label>
      <Label at={[290, 200]} anchor="end" strong>
        {`${FOUND} ${say("÷", "/")} ${FOUND + FALSE_ALARMS} ≈ ${fixed(CHANCE, 2)}`}
      </Label>
    </>
  ),
};

const FRAUD = 10;

const classImbalance: FigureSpec = {
  name: "class-imbalance",
  height: 176,
  caption: {
    zh: "一律答“正常”，准确率 99%，却一笔欺诈也没抓到",
    en: 'Answering "normal" every time is 99% accurate and finds no fraud at all',
  },
  alt: {
    zh: "1000 个点代表 1000 笔交易，只有 10 笔是欺诈。一律判为正常：准确率 990 ÷ 1000 = 99%，召回率 0。",
    en: "A thousand dots are a thousand transactions, of which only 10 are fraud. Calling all normal has accuracy 990 / 1,000 = 99% and recall 0.",
  },
  draw: (say) => (
    <>
      <Label at={[6, 12]} anchor="start" tone="accent" strong>
        {say("欺诈 10", "fraud 10")}
      </Label>
      <Label at={[294, 12]} anchor="end" tone="ink-2">
        {say("正常 990", "normal 990")}
      </Label>
      <DotColumns {...CROWD} before={0} count={FRAUD} size={5} tone="accent" />
      <DotColumns {...CROWD} before={FRAUD} count={PEOPLE - FRAUD} size={3.4} tone="ink-3" />
      <Label at={[6, 160]} anchor="start">
        {say("全判正常：", 'all "normal":')}
      </Label>
      <Label at={[294, 160]} anchor="end" strong>
        {say("准确率 99%，召回率 0", "accuracy 99%, recall 0")}
      </Label>
    </>
  ),
};

export const peopleFigures: readonly FigureSpec[] = [bayesTheorem, classImbalance];
