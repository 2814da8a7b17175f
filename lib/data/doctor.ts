import "server-only";
import { type Fault, plural } from "./doctor/check";
import { CONTENT_CHECKS } from "./doctor/content-checks";
import { type Examined, examineLearners, LOST_LEARNER } from "./doctor/examine-learner";
import { LEARNER_CHECKS } from "./doctor/learner-checks";
import { SETTINGS_CHECKS } from "./doctor/settings-checks";
import { STATE_CHECKS } from "./doctor/state-checks";
import { TABLE_CHECKS } from "./doctor/table-checks";
import { type FoundFault, Tally } from "./doctor/tally";
import { type EngineFindings, examineEngine, rebuildIndexes } from "./integrity";

/** What the doctor found. */
export interface DoctorReport extends Readonly<Examined> {
  /** From the engine's own checks; each a sentence, or what the engine said. */
  readonly damage: readonly string[];
  /** false: damage, or an index that was not to be repaired, made it pointless to look at anything else. */
  readonly complete: boolean;
  /** One of each kind that there is; repaired, if it was so told, unless `mends` is null. */
  readonly faults: readonly FoundFault[];
}

const INDEX_OUT_OF_STEP: Fault = {
  name: "index-out-of-step",
  says: (count) => `${plural(count, "index is", "indexes are")} out of step with the table.`,
  mends: "They are made again from their tables, before anything else is looked at.",
};

/** Every kind of fault that the doctor knows, in the order in which it looks. */
export const FAULTS: readonly Fault[] = [
  INDEX_OUT_OF_STEP,
  ...CONTENT_CHECKS,
  ...TABLE_CHECKS,
  ...SETTINGS_CHECKS,
  LOST_LEARNER,
  ...STATE_CHECKS,
  ...LEARNER_CHECKS,
];

const PAGE_OPERATIONS = 20_000;

/**
 * Looks for every kind of fault, and with `repair` mends what can be mended. Of the log only the derived column `role` is ever written. May
 * run beside serving processes on PostgreSQL: while a part of a learner's log is examined, that learner's requests wait.
 */
export async function examineDatabase(options: {
  readonly repair: boolean;
  /** For tests: log lines read at a time. */
  readonly pageOperations?: number;
}): Promise<DoctorReport> {
  const { repair, pageOperations = PAGE_OPERATIONS } = options;
  const tally = new Tally();
  const examined: Examined = { learners: 0, operations: 0, cards: 0 };
  const { indexes, damage } = await examineIndexes(repair);
  tally.add(INDEX_OUT_OF_STEP, indexes.length);
  // What is read through a wrong index may be anything.
  const complete = damage.length === 0 && (repair || indexes.length === 0);
  if (complete) {
    await tally.run([...CONTENT_CHECKS, ...TABLE_CHECKS, ...SETTINGS_CHECKS], undefined, { repair });
    await examineLearners({ repair, pageOperations, tally, examined });
  }
  return { damage, complete, ...examined, faults: tally.found };
}

/** Whether anything was found that the doctor can repair. */
export function hasDifferences(report: DoctorReport): boolean {
  return report.faults.some((fault) => fault.mends !== null);
}

/** Whether anything was found that it cannot repair. */
export function needsHelp(report: DoctorReport): boolean {
  return report.damage.length > 0 || report.faults.some((fault) => fault.mends === null);
}

/** The engine's findings; with `repair` indexes have been made again, and what that did not help is damage. */
async function examineIndexes(repair: boolean): Promise<EngineFindings> {
  const { indexes, damage } = await examineEngine();
  if (!repair || indexes.length === 0 || damage.length > 0) return { indexes, damage };
  try {
    await rebuildIndexes(indexes);
  } catch (error) {
    return { indexes, damage: [`${indexes.join(", ")} cannot be made again: ${String(error)}`] };
  }
  const after = await examineEngine();
  return { indexes, damage: [...after.damage, ...after.indexes.map((name) => `The index ${name} stays wrong.`)] };
}
