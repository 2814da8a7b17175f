"use client";

import en from "@/lib/i18n/messages/en/common.json";
import zh from "@/lib/i18n/messages/zh-CN/common.json";
import { buttonClass } from "./_ui/button";
import { digestOf } from "./_ui/error-digest";
import { Seal } from "./_ui/seal";
import "./globals.css";

/**
 * The last resort, when even the layout fails: it stands alone, without the server's messages, so it speaks both languages at once.
 * The way home is a plain link and the retry a full load, because nothing of the app's own state can be trusted any more.
 */
export default function GlobalErrorPage({ error }: { readonly error: unknown }) {
  const digest = digestOf(error);
  return (
    <html lang="zh-CN">
      <body>
        <title>{zh.error.title}</title>
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <main className="mx-auto max-w-[1120px] px-5 py-4">
          <Seal />
          <div role="alert" className="py-[clamp(2rem,8vh,6rem)]">
            <h1 className="font-heading text-title font-medium">{zh.error.title}</h1>
            <p className="mt-3 max-w-[32em] text-lead text-ink-2">{zh.error.text}</p>
            <div lang="en" className="mt-8 border-line border-t pt-6">
              <p className="font-latin-term text-section font-medium">{en.error.title}</p>
              <p className="mt-2 max-w-[36em] text-ink-2">{en.error.text}</p>
            </div>
            {digest === null ? null : <p className="mt-6 text-note text-ink-2 tabular-nums">{digest}</p>}
            <div className="mt-8 flex flex-wrap gap-3">
              <button type="button" onClick={() => location.reload()} className={buttonClass({ variant: "primary" })}>
                {zh.error.retry} · <span lang="en">{en.error.retry}</span>
              </button>
              <a href="/" className={buttonClass()}>
                {zh.error.home} · <span lang="en">{en.error.home}</span>
              </a>
            </div>
          </div>
        </main>
      </body>
    </html>
  );
}
