/** "3 learners, 120 answers, the last on 2026-11-23 21:43 UTC" */
export function describeContents(contents: {
  readonly learners: number;
  readonly answers: number;
  readonly lastAnsweredAtMs: number | null;
}): string {
  const { learners, answers, lastAnsweredAtMs: last } = contents;
  const counts = `${counted(learners, "learner")}, ${counted(answers, "answer")}`;
  return last === null ? counts : `${counts}, the last on ${minuteOf(last)}`;
}

/** "2026-11-23 21:43 UTC" */
export function minuteOf(instantMs: number): string {
  return `${new Date(instantMs).toISOString().slice(0, 16).replace("T", " ")} UTC`;
}

/** "1.2 MB" */
export function inMegabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
