// Asks the app on this machine whether it lives, or with `ready` whether it can do its work; exit code 0: yes. For containers, which have no curl.

import { addressOf, hostOf } from "./launch/checks.mjs";

const question = process.argv[2] === "ready" ? "ready" : "health";
const port = process.env.PORT?.trim() || "3000";
const LIMIT_MS = 4_000;

try {
  const url = `http://${addressOf(hostOf(process.env))}:${port}/api/${question}`;
  const answer = await fetch(url, { signal: AbortSignal.timeout(LIMIT_MS) });
  process.exitCode = answer.ok ? 0 : 1;
} catch {
  process.exitCode = 1;
}
