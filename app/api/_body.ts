import type { z } from "zod";
import { AppError } from "@/lib/errors";
import type { HeaderReader } from "./_same-origin";

/** The largest body that any route takes. */
export const BODY_LIMIT_BYTES = 256 * 1024;
/** Of a request with many wrong fields only so many are named. */
const NAMED_FIELDS_MAX = 20;

/**
 * The body of a request, parsed and checked.
 *
 * @throws AppError "wrong-content-type", "too-large", "malformed-json", "invalid-input" with the code of each wrong field (the schema's
 *   message where it is one of ours, else "invalid")
 */
export async function readJson<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
  { maxBytes = BODY_LIMIT_BYTES }: { readonly maxBytes?: number } = {},
): Promise<z.output<Schema>> {
  if (!isJson(request)) throw new AppError("wrong-content-type");
  return parseJson(schema, await readText(request, maxBytes));
}

/** The same for a body that has been read. */
export function parseJson<Schema extends z.ZodType>(schema: Schema, text: string): z.output<Schema> {
  return parseWith(schema, jsonValue(text));
}

/** Whether the body says that it is JSON. */
export function isJson(request: { readonly headers: HeaderReader }): boolean {
  return /^application\/json\s*(;|$)/i.test(request.headers.get("content-type") ?? "");
}

/** Whether the body says that it is a form's. */
export function isForm(request: Request): boolean {
  return /^application\/x-www-form-urlencoded\s*(;|$)/i.test(request.headers.get("content-type") ?? "");
}

/** The fields of a form; of a repeated one the last. Throws AppError "too-large". */
export async function readForm(request: Request, maxBytes: number): Promise<Readonly<Record<string, string>>> {
  return Object.fromEntries(new URLSearchParams(await readText(request, maxBytes)));
}

/** Checks a value. Throws AppError "invalid-input". */
export function parseWith<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const fields: Record<string, string> = {};
  for (const issue of parsed.error.issues.slice(0, NAMED_FIELDS_MAX)) {
    const name = issue.path.map(String).join(".") || "body";
    fields[name] ??= /^[a-z-]+$/.test(issue.message) ? issue.message : "invalid";
  }
  throw new AppError("invalid-input", { fields });
}

/**
 * The body as text, counted while it arrives: what is said about its length need not be true.
 *
 * @throws AppError "too-large", or "malformed-json" when it is not UTF-8
 */
export async function readText(request: Request, maxBytes: number): Promise<string> {
  const length = request.headers.get("content-length");
  if (Number(length ?? 0) > maxBytes) throw new AppError("too-large");
  // Where a length is told the HTTP server reads no further than that, so the body need not be counted piece by piece, which is slower.
  if (length !== null) return wholeText(new Uint8Array(await request.arrayBuffer()), maxBytes);
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let bytes = 0;
  let text = "";
  const reader = request.body?.getReader();
  if (reader === undefined) return "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decodeOrRefuse(decoder);
    bytes += value.byteLength;
    if (bytes > maxBytes) {
      await reader.cancel();
      throw new AppError("too-large");
    }
    text += decodeOrRefuse(decoder, value);
  }
}

/** The text of a body. Throws AppError "too-large", or "malformed-json" when it is not UTF-8. */
export function wholeText(body: Uint8Array, maxBytes: number): string {
  if (body.byteLength > maxBytes) throw new AppError("too-large");
  const decoder = new TextDecoder("utf-8", { fatal: true });
  return decodeOrRefuse(decoder, body) + decodeOrRefuse(decoder);
}

function decodeOrRefuse(decoder: TextDecoder, chunk?: Uint8Array): string {
  try {
    return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true });
  } catch {
    throw new AppError("malformed-json");
  }
}

function jsonValue(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new AppError("malformed-json");
  }
}
