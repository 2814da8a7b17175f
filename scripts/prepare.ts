// What `npm start` and `npm run dev` do to the database before anything else: check the environment, migrate, seed. With --check the
// environment alone.

import { authSecret, env } from "@/lib/env";
import { migrateAndTell } from "@/prisma/migrate-and-tell";
import { seedAndTell } from "@/seed/seed-and-tell";
import { runCommand } from "./run-command";

await runCommand(async () => {
  env();
  authSecret();
  if (process.argv.includes("--check")) return 0;
  await migrateAndTell();
  await seedAndTell();
  return 0;
});
