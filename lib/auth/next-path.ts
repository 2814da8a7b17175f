// Pure; screens and routes use it alike.

const FALLBACK = "/review";

/**
 * Where to go after signing in: the given path when it is one of this site, else "/review". Addresses of other sites, also in the
 * disguises that browsers understand ("//host", "/\host", a tab between the slashes), are refused.
 */
export function safeNextPath(value: unknown): string {
  if (typeof value !== "string" || value.length > 500 || !value.startsWith("/")) return FALLBACK;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are exactly what must not be there
  if (/^\/[/\\]|[\\\u0000-\u0020\u007f]/.test(value) || value.startsWith("/api/")) return FALLBACK;
  return value;
}
