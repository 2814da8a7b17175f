import { nowMs } from "@/lib/clock";
import { env } from "@/lib/env";
import { migrate } from "./migrate";

/** Applies what is pending to the database of the environment, and says so. */
export async function migrateAndTell(): Promise<void> {
  const { database, backupFolder } = env();
  const applied = await migrate({ database, nowMs, backupFolder });
  console.log(applied.length === 0 ? "Database: up to date." : `Database: applied ${applied.join(", ")}.`);
}
