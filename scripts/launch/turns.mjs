// Two servers may be started from one folder at the same moment. What writes into that folder (packages, generated code, the build) is done
// by one of them at a time; the other waits and then finds it done.

import { createHash } from "node:crypto";
import { rmSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isStopping, ROOT, StartError, say } from "./steps.mjs";

// The lock is a local socket that is listened on: the system frees it when the process ends, however it ends, and whoever waits is
// connected to it, so that it hears of the end. Nothing of node_modules may be needed here: that is what the lock is for.
const NAME = `termwise-${createHash("sha256").update(ROOT).digest("hex").slice(0, 24)}`;
const SOCKET =
  {
    // Neither of these two is a file that could be left behind.
    linux: `\0${NAME}`,
    win32: `\\\\.\\pipe\\${NAME}`,
  }[process.platform] ?? join(tmpdir(), `${NAME}.sock`);
const LOOK_AGAIN_MS = 500;

/** Runs `work` when no other start from this folder is at such work. Fails when a signal has asked us to stop meanwhile. */
export async function inTurn(work) {
  const release = await takeTurn();
  try {
    return await work();
  } finally {
    release();
  }
}

async function takeTurn() {
  let told = false;
  for (;;) {
    if (isStopping()) throw new StartError("Stopped.");
    const release = await tryToTake();
    if (release !== null) return release;
    if (!told) say("Another start from this folder is at work; waiting for it. / 正在等待另一个启动过程。");
    told = true;
    await untilReleased();
  }
}

/** What gives the turn back, or null when somebody else has it. */
function tryToTake() {
  const waiting = new Set();
  const server = createServer((socket) => {
    waiting.add(socket);
    socket.on("error", () => {}).on("close", () => waiting.delete(socket));
  });
  return new Promise((resolve, reject) => {
    server.once("error", (error) => (error.code === "EADDRINUSE" ? resolve(null) : reject(error)));
    server.listen(SOCKET, () =>
      resolve(() => {
        server.close();
        for (const socket of waiting) socket.destroy();
      }),
    );
  });
}

/** Resolves when whoever has the turn lets go of it, and every now and then, so that a signal is heeded. */
function untilReleased() {
  return new Promise((resolve) => {
    const socket = connect(SOCKET);
    const timer = setTimeout(() => socket.destroy(), LOOK_AGAIN_MS);
    socket.on("error", (error) => {
      // A file of a process that is gone; there are none of these on Linux and Windows.
      if (error.code === "ECONNREFUSED" && SOCKET.endsWith(".sock")) rmSync(SOCKET, { force: true });
    });
    socket.on("close", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
