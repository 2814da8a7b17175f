import { seededRandom } from "@/lib/seeded-random";
import type { FigureSpec, Say } from "../figure";
import { Boxes } from "../kit/boxes";
import { Dots } from "../kit/dots";
import { countTo } from "../kit/maths";
import { NumberGrid } from "../kit/number-grid";
import { chooseSome } from "../kit/random";
import { Arrow, Label } from "../kit/shapes";

/** Cows and camels, on grass and on sand, per hundred of each. */
const TRAINING_GROUNDS = [
  [95, 5],
  [5, 95],
];
const SWAPPED_GROUNDS = TRAINING_GROUNDS.map((row) => [...row].reverse());

function Grounds({
  x,
  values,
  title,
  say,
}: {
  x: number;
  values: readonly (readonly number[])[];
  title: string;
  say: Say;
}) {
  const right = (values[0]?.[0] ?? 0) + (values[1]?.[1] ?? 0);
  return (
    <>
      <Label at={[x + 40, 12]} strong>
        {title}
      </Label>
      {[say("草地", "grass"), say("沙漠", "sand")].map((name, index) => (
        <Label key={name} at={[x + 20 + index * 40, 30]} size={12} tone="ink-2">
          {name}
        </Label>
      ))}
      <NumberGrid x={x} y={40} cell={40} values={values} tone={(row, column) => (row === column ? "accent" : "line")} />
      <Label at={[x + 40, 136]}>{say(`判对 ${right / 2}%`, `right ${right / 2}%`)}</Label>
    </>
  );
}

const spuriousCorrelation: FigureSpec = {
  name: "spurious-correlation",
  height: 150,
  caption: {
    zh: "模型只看背景（着色的格才答对）；背景一换就全错",
    en: "It looks only at the ground (shaded: right); swap it and it fails",
  },
  alt: {
    zh: "左表（训练）：牛 95 头在草地、5 头在沙漠，骆驼 5 头在草地、95 头在沙漠，只看背景判对 95%。右表（背景对调）：数字反过来，只对 5%。",
    en: "Left table, training: of 100 cows 95 on grass and 5 on sand, of 100 camels 5 and 95; judging by the ground is right for 95%. Right table, grounds swapped: the numbers are reversed and only 5% are right.",
  },
  draw: (say) => (
    <>
      {[say("牛", "cow"), say("骆驼", "camel")].map((name, index) => (
        <Label key={name} at={[48, 60 + index * 40]} anchor="end">
          {name}
        </Label>
      ))}
      <Grounds x={56} values={TRAINING_GROUNDS} title={say("训练图", "training")} say={say} />
      <Arrow from={[148, 80]} to={[184, 80]} />
      <Grounds x={196} values={SWAPPED_GROUNDS} title={say("背景对调", "swapped")} say={say} />
    </>
  ),
};

const PATIENTS = ["A", "B", "C", "D", "E"];
const SCANS = 10;
const SCAN = { width: 10.6, height: 14, radius: 1 };
const LEAK_SEED = 1;
/** A random fifth of all scans. */
export const RANDOM_TEST: ReadonlySet<number> = new Set(
  chooseSome((PATIENTS.length * SCANS) / 5, PATIENTS.length * SCANS, seededRandom(LEAK_SEED)),
);

function Scans({ x, isTest, title }: { x: number; isTest: (patient: number, scan: number) => boolean; title: string }) {
  const scans = PATIENTS.flatMap((_, patient) =>
    countTo(SCANS).map((scan) => ({
      at: [x + scan * 12.6, 29 + patient * 20] as const,
      test: isTest(patient, scan),
    })),
  );
  const [tested, others] = [true, false].map((test) => scans.filter((scan) => scan.test === test).map(({ at }) => at));
  return (
    <>
      <Label at={[x + 65, 12]} strong>
        {title}
      </Label>
      {PATIENTS.map((name, patient) => (
        <Label key={name} at={[x - 4, 36 + patient * 20]} anchor="end" size={12} tone="ink-2">
          {name}
        </Label>
      ))}
      <Boxes at={others ?? []} {...SCAN} tone="line" />
      <Boxes at={tested ?? []} {...SCAN} tone="accent" />
      <Dots at={(tested ?? []).map(([left, top]) => [left + SCAN.width / 2, top + SCAN.height / 2])} radius={2} />
    </>
  );
}

const dataLeakage: FigureSpec = {
  name: "data-leakage",
  height: 148,
  caption: {
    zh: "一行是一位病人，带点的作测试：左边测的都是熟人",
    en: "A row is a patient, dots are test: on the left all are known faces",
  },
  alt: {
    zh: "五位病人各十张片子。左：随机抽五分之一作测试，每位病人的片子两边都有，信息泄漏。右：按病人划分，E 的十张全作测试，其余四人用来训练。",
    en: "Five patients with ten scans each. Left, a random fifth is for testing, so that patients have scans on both sides: leakage. Right, the split is by patient: all ten of E are for testing, the other four train.",
  },
  draw: (say) => (
    <>
      <Scans
        x={18}
        title={say("按片子随机", "by scan")}
        isTest={(patient, scan) => RANDOM_TEST.has(patient * SCANS + scan)}
      />
      <Scans x={168} title={say("按病人划分", "by patient")} isTest={(patient) => patient === PATIENTS.length - 1} />
      <Label at={[83, 136]} tone="warn">
        {say("泄漏", "leaks")}
      </Label>
      <Label at={[233, 136]} tone="good">
        {say("不泄漏", "clean")}
      </Label>
    </>
  ),
};

export const falseSuccessFigures: readonly FigureSpec[] = [spuriousCorrelation, dataLeakage];
