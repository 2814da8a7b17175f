// The process that serves: the framework's own request handler behind Node's HTTP server, but for the requests that the app answers without
// the framework (docs/decisions/0018). Started by serve.mjs with the environment prepared; PORT and LISTEN_HOST say where to listen.

import { createServer } from "node:http";
import next from "next";
import { hostOf } from "./checks.mjs";
import { directAnswers } from "./direct-answers.mjs";
import { ROOT } from "./steps.mjs";

const port = Number(process.env.PORT);
const host = hostOf(process.env) ?? undefined;
const server = createServer(respond);
const app = next({ dev: false, dir: ROOT, port, hostname: host, httpServer: server, quiet: true });
const answerByFramework = app.getRequestHandler();

async function respond(request, response) {
  try {
    if (await directAnswers()?.(request, response)) return;
    await answerByFramework(request, response);
  } catch (error) {
    console.error(error);
    if (!response.headersSent) response.writeHead(500, { "content-type": "text/plain" });
    response.end();
  }
}

/** Takes no new requests, lets those under way end, and goes. */
function stop() {
  server.close(async () => {
    await app.close();
    process.exit(0);
  });
  server.closeIdleConnections();
}

await app.prepare();
process.once("SIGINT", stop);
process.once("SIGTERM", stop);
server.listen(port, host);
