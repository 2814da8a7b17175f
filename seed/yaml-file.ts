import { readFileSync } from "node:fs";
import { isNode, LineCounter, parseDocument } from "yaml";
import type { z } from "zod";

/** What is wrong with the files, each with file, line and field. Nothing has been written. */
export class SeedError extends Error {
  override readonly name = "SeedError";
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join("\n"));
    this.problems = problems;
  }
}

export type FieldPath = readonly (string | number)[];

/** A parsed file that knows where each of its fields stands. */
export interface YamlFile {
  readonly content: unknown;
  /** "file:line: field: message". */
  problem(path: FieldPath, message: string): string;
}

/**
 * Reads a YAML file.
 *
 * @param shownAs the file's name in messages
 * @throws SeedError when it is not well-formed
 */
export function readYaml(path: string, shownAs: string): YamlFile {
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(path, "utf8"), { lineCounter: lines, prettyErrors: false });
  const broken = [...document.errors, ...document.warnings];
  if (broken.length > 0) {
    throw new SeedError(broken.map(({ pos, message }) => `${shownAs}:${lines.linePos(pos[0]).line}: ${message}`));
  }
  /** The line of the field, or of the nearest thing around it that exists. */
  const lineOf = (field: FieldPath): number => {
    const node = field.length === 0 ? document.contents : document.getIn(field, true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    return field.length === 0 ? 1 : lineOf(field.slice(0, -1));
  };
  return {
    content: document.toJS(),
    problem: (field, message) => `${shownAs}:${lineOf(field)}: ${nameOf(field)}${message}`,
  };
}

function nameOf(field: FieldPath): string {
  return field.length === 0 ? "" : `${field.join(".")}: `;
}

/** Checks a part of a file; its problems instead of a value when the shape is wrong. */
export function parsePart<Schema extends z.ZodType>(
  schema: Schema,
  { file, part, at }: { file: YamlFile; part: unknown; at: FieldPath },
): { readonly value: z.output<Schema> } | { readonly problems: readonly string[] } {
  const parsed = schema.safeParse(part);
  if (parsed.success) return { value: parsed.data };
  const problems = parsed.error.issues.map((issue) =>
    file.problem([...at, ...issue.path.filter((key) => typeof key !== "symbol")], issue.message),
  );
  return { problems };
}
