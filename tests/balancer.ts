// The simplest load balancer: every request goes to the next server in turn, whoever sends it. It keeps the Host header, as it should.

import { request as ask, createServer } from "node:http";

export interface Balancer {
  readonly baseUrl: string;
  /** How many requests each server got. */
  readonly counts: readonly number[];
  stop(): Promise<void>;
}

export async function startBalancer(baseUrls: readonly string[]): Promise<Balancer> {
  const counts = baseUrls.map(() => 0);
  let turn = 0;
  const server = createServer((incoming, outgoing) => {
    const place = turn++ % baseUrls.length;
    counts[place] = (counts[place] ?? 0) + 1;
    const { method, headers } = incoming;
    const onward = ask(new URL(incoming.url ?? "/", baseUrls[place]), { method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    onward.on("error", () => outgoing.destroy());
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("Inconsistent: a TCP server without a port");
  return {
    baseUrl: `http://localhost:${address.port}`,
    counts,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
