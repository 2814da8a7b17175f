// What every route handler does around its own work. Handlers stay thin: they parse, call lib/data or lib/auth, and answer.
import { unstable_rethrow } from "next/navigation";
import type { NextRequest } from "next/server";
import { requireWithinRate } from "@/lib/auth/rate-limit";
import { dataHeaders, securityFacts } from "@/lib/auth/security-headers";
import { isDatabaseAway } from "@/lib/data/database-away";
import { AppError } from "@/lib/errors";
import { log } from "@/lib/log";
import { errorResponse } from "./_error-response";
import { requireSameOrigin } from "./_same-origin";

export { readJson } from "./_body";

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
export type Handler<Context = unknown> = (request: NextRequest, context: Context) => Promise<Response>;

const SAFE_METHODS: ReadonlySet<string> = new Set(["GET", "HEAD"]);
const DATABASE_RETRY_SECONDS = 5;

/**
 * A route handler: refuses changes that other sites ask for, turns errors into the one error shape, keeps answers out of every cache,
 * and gives each request an id that stands in the log and in the answer.
 */
export function handle<Context = unknown>(run: Handler<Context>): Handler<Context> {
  return async (request, context) => {
    const requestId = crypto.randomUUID();
    const response = withHeaders(await answer(run, { request, context, requestId }));
    response.headers.set("x-request-id", requestId);
    return response;
  };
}

function withHeaders(response: Response): Response {
  if (!response.headers.has("cache-control")) response.headers.set("cache-control", "no-store");
  for (const [name, value] of Object.entries(dataHeaders(securityFacts()))) response.headers.set(name, value);
  return response;
}

interface Call<Context> {
  readonly request: NextRequest;
  readonly context: Context;
  readonly requestId: string;
}

async function answer<Context>(
  run: Handler<Context>,
  { request, context, requestId }: Call<Context>,
): Promise<Response> {
  try {
    if (!SAFE_METHODS.has(request.method)) requireSameOrigin(request);
    await requireWithinRate(request);
    return await run(request, context);
  } catch (error) {
    unstable_rethrow(error);
    const { method } = request;
    const expected = expectedFailure(error, { requestId, method, path: request.nextUrl.pathname });
    return await errorResponse(request, expected);
  }
}

/** What a failure means for whoever asked; everything else about it goes to the log. */
export function expectedFailure(
  error: unknown,
  call: { readonly requestId: string; readonly method: string; readonly path: string },
): AppError {
  const expected = expectedErrorOf(error);
  const entry = { ...call, path: call.path.slice(0, 200), code: expected.code };
  if (expected.status >= 500) log().error({ ...entry, err: error }, "request failed");
  else log().debug(entry, "request refused");
  return expected;
}

function expectedErrorOf(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (isDatabaseAway(error)) return new AppError("unavailable", { retryAfterSeconds: DATABASE_RETRY_SECONDS });
  return new AppError("internal");
}

const METHODS: readonly Method[] = ["GET", "POST", "PUT", "PATCH", "DELETE"];

/** The exports of a route file: the handlers given, and for every other method an answer that names those. */
export function methods<Context = unknown>(
  handlers: Partial<Record<Method, Handler<Context>>>,
): Record<Method, Handler<Context>> {
  const allowed = METHODS.filter((method) => handlers[method] !== undefined).join(", ");
  const refuse: Handler<Context> = async (request) => {
    const response = await errorResponse(request, new AppError("method-not-allowed"));
    response.headers.set("allow", allowed);
    return withHeaders(response);
  };
  const { GET = refuse, POST = refuse, PUT = refuse, PATCH = refuse, DELETE = refuse } = handlers;
  return { GET, POST, PUT, PATCH, DELETE };
}
