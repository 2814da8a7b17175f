import { join } from "node:path";
import { buildApp } from "./build.mjs";
import { hostOf, loadEnvFiles, makeDataFolder, makeSecret, portOf, requireFreePort } from "./checks.mjs";
import { installPackages } from "./install.mjs";
import { serve } from "./serve.mjs";
import { forwardSignals, isStopping, ROOT, run, StartError, say } from "./steps.mjs";
import { inTurn } from "./turns.mjs";

const TSX = join(ROOT, "node_modules/tsx/dist/cli.mjs");

/**
 * Prepares and serves the app. Ends the process: 0 after a signal, else 1 with a sentence.
 *
 * @param mode "start" builds and serves, "dev" serves with reloading
 * @param prepared whether the database is migrated and seeded already
 */
export async function launch(mode, { prepared }) {
  forwardSignals();
  try {
    process.exitCode = await prepareAndServe(mode, prepared);
  } catch (error) {
    if (isStopping()) process.exitCode = 0;
    else {
      console.error(error instanceof StartError ? `✗ ${error.message}` : error);
      process.exitCode = 1;
    }
  }
}

async function prepareAndServe(mode, prepared) {
  loadEnvFiles();
  const port = portOf(process.env);
  await requireFreePort(port, hostOf(process.env));
  makeDataFolder(process.env);
  makeSecret(process.env);
  const env = {
    ...process.env,
    NODE_ENV: mode === "dev" ? "development" : "production",
    PORT: String(port),
    NEXT_TELEMETRY_DISABLED: "1",
  };
  await inTurn(async () => {
    await installPackages();
    await run(process.execPath, [join(ROOT, "scripts/generate.mjs")], {
      env,
      failure: "The database clients could not be generated; the message above says why.",
    });
  });
  if (!prepared) say("Preparing the database and the glossary. / 正在准备数据库和词库。");
  const prepare = [join(ROOT, "scripts/prepare.ts"), ...(prepared ? ["--check"] : [])];
  await run(process.execPath, [TSX, "--conditions=react-server", ...prepare], {
    env,
    failure: "Termwise was not started.",
  });
  if (mode === "start") await inTurn(() => buildApp(env));
  return await serve(mode, { port, env });
}
