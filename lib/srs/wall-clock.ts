// What clocks on the wall show in the zones of the world, read from the platform's own zone data.

const SECOND_MS = 1_000;

/** More than there are zones. Names differ in upper and lower case only at a stranger's whim, who must not fill the memory. */
const FORMATTER_LIMIT = 1_000;
const formatters = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter costs a hundred times more than using one. Throws RangeError for an unknown zone. */
function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known) return known;
  const formatter = new Intl.DateTimeFormat("en-US", {
    timeZone,
    calendar: "gregory",
    numberingSystem: "latn",
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  if (formatters.size >= FORMATTER_LIMIT) formatters.clear();
  formatters.set(timeZone, formatter);
  return formatter;
}

/** Whether this is the IANA name of a zone that the platform knows. Offsets such as "+08:00" are not names: they know no rules. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_+/-]{0,63}$/.test(name)) return false;
  try {
    formatterOf(name);
    return true;
  } catch {
    return false;
  }
}

/**
 * How far the zone's wall clock is ahead of UTC at an instant, in ms. For years 1000 to 9999.
 *
 * Throws RangeError for an unknown zone or an instant that is no date.
 */
export function utcOffsetMs(timeZone: string, instantMs: number): number {
  // The order of the American format is month, day, year, hour, minute, second; what stands between them differs among browsers.
  const [month = 0, day = 0, year = 0, hour = 0, minute = 0, second = 0] =
    formatterOf(timeZone).format(instantMs).match(/\d+/g)?.map(Number) ?? [];
  const wallMs = Date.UTC(year, month - 1, day, hour, minute, second);
  return wallMs - Math.floor(instantMs / SECOND_MS) * SECOND_MS;
}
