import type { NextRequest } from "next/server";
import type { AppError, ErrorCode, FieldErrors } from "@/lib/errors";
import type { Locale } from "@/lib/i18n/locale";
import en from "@/lib/i18n/messages/en/errors.json";
import zh from "@/lib/i18n/messages/zh-CN/errors.json";
import { browserLanguage, readerLanguage } from "./_reader-language";

/** The body of every answer that is not a success. */
export interface ErrorBody {
  readonly error: { readonly code: string; readonly message: string; readonly fields?: FieldErrors };
}

const TEXTS = { "zh-CN": zh, en } as const;

/** What a person is told of an error. */
export function errorSentence(language: Locale, code: ErrorCode): string {
  return TEXTS[language][code];
}

/** The answer to a request that failed as `error` says, in the reader's language. */
export async function errorResponse(request: NextRequest, error: AppError): Promise<Response> {
  return errorResponseIn(error.status >= 500 ? browserLanguage(request) : await readerLanguage(request), error);
}

/** The same in a language that is known. */
export function errorResponseIn(language: Locale, error: AppError): Response {
  const { code, fields, status, retryAfterSeconds } = error;
  const message = errorSentence(language, code);
  const body: ErrorBody = { error: { code, message, ...(fields === undefined ? {} : { fields }) } };
  const headers = new Headers();
  if (retryAfterSeconds !== undefined) headers.set("retry-after", String(retryAfterSeconds));
  // The rest of the body was not read, so the connection cannot carry another request.
  if (code === "too-large") headers.set("connection", "close");
  return Response.json(body, { status, headers });
}
