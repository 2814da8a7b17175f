import { join } from "node:path";
import { createInterface } from "node:readline";
import { addressOf, hostOf } from "./checks.mjs";
import { ended, isStopping, ROOT, StartError, start } from "./steps.mjs";

const NEXT = join(ROOT, "node_modules/next/dist/bin/next");
const APP_SERVER = join(ROOT, "scripts/launch/app-server.mjs");
const READY_TIMEOUT_MS = 120_000;
/** What Next.js says while it starts, in its own words and before it really answers. */
const BANNER = /^\s*(▲|- (Local|Network|Environments)|✓ (Starting|Ready|Running next\.config)|$)/;

/** Serves until a signal or an error; says where once the app answers. Returns the exit code. */
export async function serve(mode, { port, env }) {
  const host = hostOf(env);
  const dev = [NEXT, "dev", "--port", String(port), ...(host === null ? [] : ["--hostname", host])];
  const child = start(process.execPath, mode === "dev" ? dev : [APP_SERVER], {
    env,
    stdio: ["inherit", "pipe", "inherit"],
  });
  createInterface({ input: child.stdout }).on("line", (line) => {
    if (!BANNER.test(line)) console.log(line);
  });
  const exit = ended(child);
  const gaveUp = await untilReady(child, `http://${addressOf(host)}:${port}`);
  if (gaveUp) {
    child.kill("SIGTERM");
    await exit;
    throw new StartError("The app started but does not answer; its messages above may say why.");
  }
  if (child.exitCode === null && !isStopping()) {
    console.log(
      `\nTermwise 术语通 is ready / 已就绪: ${env.NEXTAUTH_URL || `http://localhost:${port}`}\nCtrl+C stops it. / 按 Ctrl+C 停止。`,
    );
  }
  const code = await exit;
  return isStopping() ? 0 : code;
}

/** Waits until the app, database included, answers, or has ended. Returns true when neither happens in time. */
async function untilReady(child, baseUrl) {
  const deadline = Date.now() + READY_TIMEOUT_MS;
  while (child.exitCode === null && child.signalCode === null && Date.now() < deadline) {
    const answer = await fetch(`${baseUrl}/api/ready`).catch(() => null);
    if (answer?.ok) return false;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return child.exitCode === null && child.signalCode === null;
}
