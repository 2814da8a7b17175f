import "server-only";
import { db } from "./client";

/**
 * Whether the glossary has what a path names, language taken off: the concept of /glossary/<slug> or the topic of
 * /glossary/topics/<deck>/<topic>. One look into an index; every other path is the framework's to find or not.
 */
export async function hasGlossaryPage(path: string): Promise<boolean> {
  const [first, second, third, ...rest] = path.split("/").slice(2).map(decodeSegment);
  if (first === undefined || rest.length > 0) return true;
  if (second === undefined)
    return isThere(db().concept.findUnique({ where: { slug: first, retiredAt: null }, select }));
  if (first !== "topics" || third === undefined) return true;
  const where = { topicId: `${second}.${third}`, retiredAt: null, deck: { retiredAt: null } };
  return isThere(db().concept.findFirst({ where, select }));
}

const select = { id: true } as const;

async function isThere(row: Promise<unknown>): Promise<boolean> {
  return (await row) !== null;
}

/** What is no text stays as it is, and is found nowhere. */
function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
