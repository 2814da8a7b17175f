// `npm run build`: the code and the build that `npm start` would make, without a database and without serving. For images, and for folders
// that are read-only when the app runs: the start then finds everything made.

import { buildApp } from "./launch/build.mjs";
import { ROOT, run, StartError } from "./launch/steps.mjs";
import { inTurn } from "./launch/turns.mjs";

const env = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
try {
  await inTurn(async () => {
    await run(process.execPath, [`${ROOT}/scripts/generate.mjs`], {
      env,
      failure: "The database clients could not be generated; the message above says why.",
    });
    await buildApp(env);
  });
} catch (error) {
  console.error(error instanceof StartError ? `✗ ${error.message}` : error);
  process.exitCode = 1;
}
