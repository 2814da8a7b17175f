import type { Locale } from "@/lib/i18n/locale";
import { MESSAGES } from "@/lib/i18n/messages";

interface AwayDocument {
  readonly locale: Locale;
  /** null: what the reader's system says. */
  readonly theme: "light" | "dark" | null;
  readonly nonce: string;
}

/**
 * The page that is shown while the database is away, whole: with its own style and script, because what makes the other pages cannot be
 * counted on. Nothing of the request gets into it.
 */
export function awayDocument({ locale, theme, nonce }: AwayDocument): string {
  const { away, common } = MESSAGES[locale];
  return `<!doctype html>
<html lang="${locale}"${theme === null ? "" : ` data-theme="${theme}"`}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="robots" content="noindex">
<title>${away.title} · ${common.name}</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<noscript><meta http-equiv="refresh" content="20"></noscript>
<style nonce="${nonce}">${STYLE}</style>
</head>
<body>
<main>
<p class="name"><span aria-hidden="true" lang="zh-Hans">术</span> ${common.name}</p>
<h1>${away.heading}</h1>
<p>${away.text}</p>
<p>${away.waits}</p>
<p><a id="again" href="">${away.retry}</a></p>
</main>
<script nonce="${nonce}">${SCRIPT}</script>
</body>
</html>
`;
}

/** The colours are those of globals.css, by the same names; a test compares them. */
const STYLE = `
:root {
  color-scheme: light dark;
  --paper: light-dark(#faf8f3, #161513);
  --ink: light-dark(#1d1b18, #ece7dd);
  --ink-2: light-dark(#5f5a52, #aaa395);
  --accent: light-dark(#b5392a, #e2705f);
  --accent-strong: light-dark(#9c2e21, #ec8a7b);
  --accent-ink: light-dark(#fffaf5, #1b0e0b);
  --focus: light-dark(#b5392a, #e2705f);
}
:root[data-theme="light"] { color-scheme: light; }
:root[data-theme="dark"] { color-scheme: dark; }
html { background: var(--paper); -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0; color: var(--ink); overflow-wrap: anywhere;
  font: 16px / 1.7 system-ui, -apple-system, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif;
}
main { max-width: 36rem; margin: 0 auto; padding: clamp(2rem, 14vh, 9rem) 1.25rem 4rem; }
h1 { margin: 2rem 0 1rem; font-size: clamp(24px, 4.5vw, 32px); font-weight: 500; line-height: 1.3; }
p { margin: 0 0 .75rem; color: var(--ink-2); }
.name { display: flex; align-items: center; gap: .75rem; color: var(--ink); font-weight: 500; }
.name span {
  display: grid; place-items: center; width: 2rem; height: 2rem; border-radius: 8px;
  background: var(--accent); color: var(--accent-ink); font: 19px / 1 "Songti SC", "Noto Serif CJK SC", serif;
}
a {
  display: inline-flex; align-items: center; min-height: 3rem; margin-top: 1rem; padding: 0 1.5rem; border-radius: 12px;
  background: var(--accent); color: var(--accent-ink); font-weight: 500; text-decoration: none;
}
a:hover { background: var(--accent-strong); }
a:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
`;

/** Asks whether the server is ready, less and less often and not in step with all the others, and then goes on. */
const SCRIPT = `
(() => {
  let delayMs = 2000;
  const again = document.getElementById("again");
  const ask = () => fetch("/api/ready", { cache: "no-store" }).then(({ ok }) => ok, () => false);
  const wait = () => setTimeout(async () => {
    if (await ask()) return location.replace(again.href);
    delayMs = Math.min(delayMs * 1.5, 20000);
    wait();
  }, delayMs * (0.75 + Math.random() / 2));
  wait();
})();
`;
