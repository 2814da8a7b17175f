// Where the app, which the framework has bundled, hands the server what it answers by itself. On globalThis, because the bundle and the
// server are loaded apart and run in one process.

const slot = Symbol.for("termwise.direct-answers");

/**
 * Called by the app once it runs.
 *
 * @param {(request: import("node:http").IncomingMessage, response: import("node:http").ServerResponse) => Promise<boolean>} answer
 *   resolves to whether it has answered; if not, it has left the request untouched
 */
export function offerDirectAnswers(answer) {
  globalThis[slot] = answer;
}

/** What the app has handed over, or undefined. */
export function directAnswers() {
  return globalThis[slot];
}
