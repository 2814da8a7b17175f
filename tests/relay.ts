// Stands between the app and a database server, so that a test can take the server away without harming it.

import { connect, createServer, type Socket } from "node:net";

export interface Relay {
  readonly port: number;
  /** Cuts every connection and refuses new ones, as when the server has been stopped. */
  cut(): Promise<void>;
  /** Lets connections stand and be made, and passes nothing on, as when the server's machine has been frozen. */
  freeze(): void;
  /** As at the beginning; what was held back goes on its way. */
  restore(): Promise<void>;
  stop(): Promise<void>;
}

/** Passes a free port of the loopback interface on to `targetPort`. */
export async function startRelay(targetPort: number): Promise<Relay> {
  const pairs = new Set<readonly [Socket, Socket]>();
  let frozen = false;
  const server = createServer((near) => {
    const far = connect(targetPort, "127.0.0.1");
    const pair = [near, far] as const;
    pairs.add(pair);
    for (const [from, to] of [pair, [far, near] as const]) {
      from.on("error", () => {});
      from.on("close", () => {
        pairs.delete(pair);
        to.destroy();
      });
      from.on("data", (chunk) => to.write(chunk));
    }
    if (frozen) for (const socket of pair) socket.pause();
  });
  const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  await listen(0);
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("Inconsistent: a TCP server without a port");
  const cut = async () => {
    const closed = server.listening ? new Promise((resolve) => server.close(resolve)) : null;
    for (const [near] of pairs) near.destroy();
    await closed;
  };
  return {
    port: address.port,
    cut,
    freeze() {
      frozen = true;
      for (const pair of pairs) for (const socket of pair) socket.pause();
    },
    async restore() {
      frozen = false;
      for (const pair of pairs) for (const socket of pair) socket.resume();
      if (!server.listening) await listen(address.port);
    },
    stop: cut,
  };
}
