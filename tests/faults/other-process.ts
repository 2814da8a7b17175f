import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** Runs each line of input as SQL and says "done" after it, or what went wrong. */
const SCRIPT = `
import Database from "better-sqlite3";
import { createInterface } from "node:readline";
const database = new Database(process.argv[1], { timeout: 10_000 });
console.log("done");
for await (const sql of createInterface({ input: process.stdin })) {
  try { database.exec(sql); console.log("done"); } catch (error) { console.log(error.code); }
}`;

/** Another process that has the same SQLite file open and does not ask our process lock: a shell, a backup program. */
export interface OtherProcess {
  /** Resolves when it has run the statements. @throws Error with SQLite's code when they failed */
  run(sql: string): Promise<void>;
  /** Lets go of whatever it holds, by ending. */
  end(): Promise<void>;
}

export async function openElsewhere(file: string): Promise<OtherProcess> {
  const child = spawn(process.execPath, ["--input-type=module", "--eval", SCRIPT, file], {
    cwd: ROOT,
    stdio: ["pipe", "pipe", "inherit"],
  });
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const expectDone = async () => {
    const { value } = await lines.next();
    if (value !== "done") throw new Error(`the other process: ${value ?? "has ended"}`);
  };
  await expectDone();
  return {
    async run(sql) {
      child.stdin.write(`${sql.replaceAll("\n", " ")}\n`);
      await expectDone();
    },
    async end() {
      child.stdin.end();
      await gone;
    },
  };
}
