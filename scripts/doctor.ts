// `npm run doctor`: runs the engine's integrity check, looks for the kinds of fault that lib/data/doctor lists, above all for caches that are
// not what the answer log says, and mends them. Exit code 0: all well; 1: faults, now repaired; 2: something that it cannot repair.
// `-- --dry-run` only reports (1: there are faults that it would repair).

import { type DoctorReport, examineDatabase, hasDifferences, needsHelp } from "@/lib/data/doctor";
import { withDatabase } from "@/lib/data/with-database";
import { env } from "@/lib/env";
import { runCommand } from "./run-command";

const STATEMENT_TIMEOUT_MS = 3_600_000;

await runCommand(async () => {
  const repair = !process.argv.includes("--dry-run");
  const options = { poolSize: 2, statementTimeoutMs: STATEMENT_TIMEOUT_MS };
  const report = await withDatabase(env().database, () => examineDatabase({ repair }), options);
  tell(report, repair);
  if (needsHelp(report)) return 2;
  return hasDifferences(report) ? 1 : 0;
}, 2);

function tell(report: DoctorReport, repair: boolean): void {
  for (const { says, mends, count } of report.faults)
    console.log(mends === null ? says(count) : `${says(count)} ${mends}`);
  for (const line of report.damage) console.log(`Damage: ${line}`);
  if (report.damage.length > 0) console.log("Nothing can be repaired in a damaged database. Restore it from a backup.");
  if (report.complete)
    console.log(`Examined ${report.learners} learners, ${report.cards} cards, ${report.operations} operations.`);
  else console.log("Nothing else was looked at.");
  if (report.damage.length > 0) return;
  if (report.faults.length === 0) console.log("Everything stored is what the answer log says.");
  else if (!repair) console.log("Nothing was changed; run without --dry-run to repair.");
  else if (hasDifferences(report)) console.log(needsHelp(report) ? "The rest is repaired." : "All repaired.");
}
