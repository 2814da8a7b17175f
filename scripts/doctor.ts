// `npm run doctor`: rebuilds every cached state from the answer log, mends what differs, and runs the engine's integrity check. Exit code
// 0: all well; 1: differences, now repaired; 2: damage that it cannot repair. `-- --dry-run` only reports (1: there are differences).

import { useDatabase } from "@/lib/data/client";
import { type DoctorReport, examineDatabase, hasDifferences } from "@/lib/data/doctor";
import { createDatabase } from "@/lib/data/engine/database";
import { env } from "@/lib/env";
import { runCommand } from "./run-command";

const STATEMENT_TIMEOUT_MS = 3_600_000;

await runCommand(async () => {
  const repair = !process.argv.includes("--dry-run");
  const database = createDatabase(env().database, { poolSize: 2, statementTimeoutMs: STATEMENT_TIMEOUT_MS });
  useDatabase(database);
  try {
    const report = await examineDatabase({ repair });
    tell(report, repair);
    if (report.damage.length > 0 || report.unknownCards > 0) return 2;
    return hasDifferences(report) ? 1 : 0;
  } finally {
    await database.close();
  }
}, 2);

function tell(report: DoctorReport, repair: boolean): void {
  if (report.damage.length > 0) {
    console.log("The database is damaged. Nothing was changed; restore it from a backup.");
    for (const line of report.damage) console.log(`  ${line}`);
    return;
  }
  console.log(`Examined ${report.learners} learners, ${report.cards} cards, ${report.operations} operations.`);
  if (report.unknownCards > 0)
    console.log(`${report.unknownCards} cards in the log do not exist. Seed the decks that had them.`);
  if (!hasDifferences(report)) {
    console.log("Every stored state is what the answer log says.");
    return;
  }
  const { missing, surplus, wrong, roles, started } = report;
  console.log(
    `States missing: ${missing}, surplus: ${surplus}, wrong: ${wrong}. Derived marks wrong: ${roles + started}.`,
  );
  console.log(repair ? "All repaired." : "Nothing was changed; run without --dry-run to repair.");
}
