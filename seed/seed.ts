// `npm run seed`: the one command that writes the glossary into the database.

import { runCommand } from "@/scripts/run-command";
import { seedAndTell } from "./seed-and-tell";

await runCommand(async () => {
  await seedAndTell();
  return 0;
});
