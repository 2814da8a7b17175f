// Reads which values and tags a message asks for, so that tests can compare languages.

export interface MessageNeeds {
  /** Argument name → its ICU type; "" for a plain one. */
  readonly values: ReadonlyMap<string, string>;
  readonly tags: ReadonlySet<string>;
}

/** The values and tags of an ICU message, those inside plural and select branches included. */
export function needsOf(message: string): MessageNeeds {
  const values = new Map<string, string>();
  collectValues(message, values);
  return { values, tags: new Set([...message.matchAll(/<(\w+)>/g)].map((match) => match[1] ?? "")) };
}

/** Adds the arguments of a message. A brace at its top level opens an argument; the braces inside a plural or select open messages. */
function collectValues(message: string, values: Map<string, string>): void {
  for (const argument of topLevelBraces(message)) {
    const [, name = "", type = "", rest = ""] = /^\s*(\w+)\s*(?:,\s*(\w+)\s*(?:,(.*))?)?$/s.exec(argument) ?? [];
    if (name === "") throw new Error(`Not an ICU argument: {${argument}}`);
    values.set(name, values.get(name) || type);
    if (/^(plural|selectordinal|select)$/.test(type)) {
      for (const branch of topLevelBraces(rest)) collectValues(branch, values);
    }
  }
}

/** What stands between each outermost pair of braces. */
function topLevelBraces(text: string): string[] {
  const found: string[] = [];
  let depth = 0;
  let start = 0;
  for (const [index, character] of [...text].entries()) {
    if (character === "{" && depth++ === 0) start = index + 1;
    if (character === "}" && --depth === 0) found.push([...text].slice(start, index).join(""));
  }
  if (depth !== 0) throw new Error(`Braces do not match: ${text}`);
  return found;
}
