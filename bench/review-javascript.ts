import { gzipSync } from "node:zlib";
import type { Benchmark } from "./context";

/** What /review makes a current browser load in scripts, gzipped. The polyfills for old browsers (nomodule) do not count. */
export const measureReviewJavascript: Benchmark = async (context) => {
  const server = await context.server();
  const page = await fetch(`${server.baseUrl}/review`, { headers: { cookie: await server.cookie(9) } });
  const html = await page.text();
  if (!page.ok) throw new Error(`/review answered ${page.status}`);
  const tags = [...html.matchAll(/<(?:script|link)\b[^>]*>/g)]
    .map(([tag]) => tag)
    .filter((tag) => !/\bnomodule\b/i.test(tag));
  const paths = new Set(tags.flatMap((tag) => /(?:src|href)="(\/_next\/[^"]+\.js[^"]*)"/.exec(tag)?.[1] ?? []));
  let bytes = 0;
  for (const path of paths) {
    const script = await fetch(new URL(path, server.baseUrl));
    bytes += gzipSync(Buffer.from(await script.arrayBuffer())).length;
  }
  const htmlGzipKb = Math.round(gzipSync(html).length / 102.4) / 10;
  return { gzipKb: Math.round(bytes / 102.4) / 10, scripts: paths.size, htmlGzipKb, targetGzipKb: 175 };
};
