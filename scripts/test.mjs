// `npm test`: installs what is missing, then runs every test there is: unit and property tests, the contract suite on both
// engines, the access and browser tests against the built app, and short forms of the fault tests. The last line says how many ran.

import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");
const PROJECTS = ["unit", "contract", "server", "faults"];

/** Runs a command with its output shown; returns its exit code. */
function run(command, args) {
  const result = spawnSync(command, args, { cwd: ROOT, stdio: "inherit", shell: process.platform === "win32" });
  if (result.error) throw result.error;
  return result.status ?? 1;
}

function must(command, args) {
  const code = run(command, args);
  if (code !== 0) process.exit(code);
}

/** The counts of one project's report; a run that left no report counts as one failure. */
function countsOf(reportFile) {
  if (!existsSync(reportFile)) return { passed: 0, failed: 1, skipped: 0 };
  const report = JSON.parse(readFileSync(reportFile, "utf8"));
  const brokenFiles = report.testResults.filter(
    (file) => file.status === "failed" && file.assertionResults.length === 0,
  ).length;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

if (!existsSync(join(ROOT, "node_modules/vitest"))) must("npm", ["ci"]);
must(process.execPath, ["scripts/generate.mjs"]);
mkdirSync(join(ROOT, "reports"), { recursive: true });

let passed = 0;
let failed = 0;
for (const project of PROJECTS) {
  const report = join(ROOT, "reports", `${project}-${process.pid}.json`);
  const code = run(process.execPath, [
    "node_modules/vitest/vitest.mjs",
    "run",
    `--project=${project}`,
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
  ]);
  const counts = countsOf(report);
  passed += counts.passed;
  // A skipped test is a test that did not run: it fails the run as well.
  failed += counts.failed + counts.skipped;
  if (code !== 0 && counts.failed + counts.skipped === 0) failed += 1;
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
