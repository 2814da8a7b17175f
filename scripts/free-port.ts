// A port for a server that lives as long as a test or a script.

import { createServer } from "node:net";

/** A TCP port on the loopback interface that was free a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      if (address === null || typeof address === "string") throw new Error("Inconsistent: a TCP server without a port");
      probe.close(() => resolve(address.port));
    });
  });
}
