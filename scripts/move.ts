// `npm run move -- --to postgresql://user:password@host/database`: copies everything from the SQLite file that DATABASE_URL names (or the
// default one) into a PostgreSQL database. Stop the app first. It only reads the file; run again, it goes on where it was interrupted. Exit
// code 0: moved; 1: not moved, or states that need npm run doctor.

import { parseArgs } from "node:util";
import { nowMs } from "@/lib/clock";
import { type DoctorReport, hasDifferences, needsHelp } from "@/lib/data/doctor";
import { MoveError } from "@/lib/data/move/move-error";
import { databaseLocation, EnvError, env } from "@/lib/env";
import { moveDatabase } from "./move-database";
import { runCommand } from "./run-command";

await runCommand(async () => {
  const { database } = env();
  if (database.engine !== "sqlite")
    throw new MoveError("DATABASE_URL names a PostgreSQL database already. Let it name the SQLite file to move from.");
  const target = targetOf(process.argv.slice(2));
  console.log(`Moving ${database.file} to ${new URL(target.url).host || "the local server"}.`);
  const { tables, states } = await moveDatabase({ source: database.file, target, nowMs, tell: console.log });
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  console.log(`\nThe copy is complete: ${rows.toLocaleString("en")} rows in ${tables.length} tables, each compared.`);
  if (!isSound(states)) {
    console.log(
      "But some states are not what the log of answers says, as they were in the file. Set DATABASE_URL as below and run npm run doctor, which says what and repairs it.",
    );
  }
  console.log(`To go over, on every server:
  1. Set DATABASE_URL to the address that you gave to --to.
  2. Set NEXTAUTH_SECRET to what it was, or to the text in data/secret; with another one everybody is signed out.
  3. npm start
Keep the file as a backup, and do not start the app on it any more: what is answered there would not be on PostgreSQL.`);
  return isSound(states) ? 0 : 1;
});

function targetOf(args: readonly string[]) {
  const usage = "Say where to: npm run move -- --to postgresql://user:password@host/database";
  let to: string | undefined;
  try {
    to = parseArgs({ args: [...args], options: { to: { type: "string" } } }).values.to;
  } catch {
    throw new MoveError(usage);
  }
  if (to === undefined) throw new MoveError(usage);
  try {
    const location = databaseLocation(to, process.cwd());
    if (location.engine === "postgresql") return location;
  } catch (error) {
    if (!(error instanceof EnvError)) throw error;
  }
  throw new MoveError("--to must be an address that begins with postgresql://.");
}

function isSound(states: DoctorReport): boolean {
  return !needsHelp(states) && !hasDifferences(states);
}
