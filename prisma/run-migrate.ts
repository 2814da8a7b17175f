// `npm run migrate`.

import { runCommand } from "@/scripts/run-command";
import { migrateAndTell } from "./migrate-and-tell";

await runCommand(async () => {
  await migrateAndTell();
  return 0;
});
