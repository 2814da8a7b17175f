// The only place that reads the machine's clock. Everything else takes the time as an argument, so that tests fix it.

/** The current instant in milliseconds since 1970-01-01T00:00:00Z. */
export function nowMs(): number {
  return Date.now();
}
