// Next calls this once before the server takes requests.

import type { Instrumentation } from "next";

export async function register(): Promise<void> {
  // biome-ignore lint/style/noProcessEnv: the bundler puts the runtime's name here, so that the other runtime's build leaves the rest out
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { requireConfiguration } = await import("./lib/require-configuration");
  requireConfiguration();
  const { env } = await import("./lib/env");
  const { prepareIncomingRequests } = await import("./lib/auth/incoming-requests");
  const { logInsteadOfPrinting } = await import("./lib/log");
  const { logRequests } = await import("./lib/request-log");
  if (env().nodeEnv === "production") logInsteadOfPrinting();
  logRequests();
  prepareIncomingRequests(env());
  const { answerDirectly } = await import("./app/api/reviews/_direct");
  const { offerDirectAnswers } = await import("./scripts/launch/direct-answers.mjs");
  offerDirectAnswers(answerDirectly);
  const { startHourlyBackups } = await import("./lib/data/backup/hourly-backups");
  startHourlyBackups();
}

/** What goes wrong while a page is made stands in the log in full; the reader gets the error page. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  // biome-ignore lint/style/noProcessEnv: as above
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { log } = await import("./lib/log");
  const path = request.path.split("?")[0];
  log().error(
    { err: error, method: request.method, path, route: context.routePath, in: context.routeType },
    "page failed",
  );
};
