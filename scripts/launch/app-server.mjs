// The process that serves: the framework's own request handler behind Node's HTTP server, but for the requests that the app answers without
// the framework (docs/decisions/0018). Started by serve.mjs with the environment prepared; PORT and LISTEN_HOST say where to listen.

import { EventEmitter } from "node:events";
import { createServer } from "node:http";
import next from "next";
import { hostOf } from "./checks.mjs";
import { directAnswers } from "./direct-answers.mjs";
import { ROOT } from "./steps.mjs";

/** Longer than proxies keep theirs: otherwise one may send a request on a connection that is just being closed. */
const KEEP_ALIVE_MS = 75_000;

const port = Number(process.env.PORT);
const host = hostOf(process.env) ?? undefined;
const server = createServer(respond);
server.keepAliveTimeout = KEEP_ALIVE_MS;
// Nothing here is upgraded to another protocol. The framework listens for that too, on a server of its choice, and leaves sockets open that
// it does not know; so it is given one where nothing happens.
server.on("upgrade", (_request, socket) => socket.destroy());
const app = next({ dev: false, dir: ROOT, port, hostname: host, httpServer: new EventEmitter(), quiet: true });
const answerByFramework = app.getRequestHandler();
let stopping = false;

async function respond(request, response) {
  // Or a proxy under load would keep its connections busy, and the server would never be done.
  if (stopping) response.setHeader("connection", "close");
  try {
    if (await directAnswers()?.(request, response)) return;
    await answerByFramework(request, response);
  } catch (error) {
    console.error(error);
    if (!response.headersSent) response.writeHead(500, { "content-type": "text/plain" });
    response.end();
  }
}

/** Takes no new connections, lets the requests under way end, and goes. */
function stop() {
  stopping = true;
  server.close(async () => {
    await app.close();
    process.exit(0);
  });
  server.closeIdleConnections();
}

await app.prepare();
process.once("SIGINT", stop);
process.once("SIGTERM", stop);
// The framework would log it and leave the process without anything to do.
server.once("error", (error) => {
  console.error(`✗ Port ${port} cannot be used: ${error.message}`);
  process.exit(1);
});
server.listen(port, host);
