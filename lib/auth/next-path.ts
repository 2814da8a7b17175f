// Pure; screens and routes use it alike.

const FALLBACK = "/review";
/** An origin to read paths against; no host has such a name. */
const NOWHERE = "http://nowhere.invalid";

/**
 * Where to go after signing in: the given path when it is one of this site, else "/review". Addresses of other sites, also in the
 * disguises that browsers understand ("//host", "/\host", a tab between the slashes), are refused.
 */
export function safeNextPath(value: unknown): string {
  if (typeof value !== "string" || value.length > 500 || !value.startsWith("/")) return FALLBACK;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are exactly what must not be there
  if (/^\/[/\\]|[\\\u0000-\u0020\u007f]/.test(value) || value.startsWith("/api/")) return FALLBACK;
  // "/.//host" and "/x/..//host" become "//host" once a browser has tidied them up.
  const { origin, pathname } = new URL(value, NOWHERE);
  return origin === NOWHERE && !/^\/[/\\]/.test(pathname) ? value : FALLBACK;
}
