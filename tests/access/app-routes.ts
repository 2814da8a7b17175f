// What the app answers, read from the folder of its routes, so that a new one is tested without anybody remembering it.

import { readdirSync } from "node:fs";
import { join } from "node:path";

const APP = join(import.meta.dirname, "../../app");
const FILLED: Readonly<Record<string, string>> = {
  "[slug]": "iou",
  "[deck]": "core",
  "[topic]": "detection",
  "[...nextauth]": "csrf",
  "[...path]": "nothing",
};

/** The addresses of the files with this name; a variable part of a path is filled with something that exists. */
function addressesOf(fileName: string): string[] {
  return readdirSync(APP, { recursive: true, encoding: "utf8" })
    .map((path) => path.split("\\").join("/"))
    .filter((path) => path === fileName || path.endsWith(`/${fileName}`))
    .map((path) => `/${path.slice(0, -fileName.length).replace(/\/$/, "")}`)
    .map((path) => path.split("/").map(filled).join("/"))
    .sort();
}

function filled(segment: string): string {
  if (!segment.startsWith("[")) return segment;
  const value = FILLED[segment];
  if (value === undefined) throw new Error(`Inconsistent: say in tests/access/app-routes.ts what ${segment} may be`);
  return value;
}

export const PAGES: readonly string[] = addressesOf("page.tsx");
export const ROUTES: readonly string[] = addressesOf("route.ts");
export const FILES: readonly string[] = ["/icon.svg", "/manifest.webmanifest", "/robots.txt", "/sitemap.xml"];
