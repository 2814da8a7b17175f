// The beginning of a text, for places that show little of it. Pure.

/** Ends a sentence, or with less weight a part of one. A full stop within a number or a name ends nothing. */
const SENTENCE_END = /[。！？]|[.!?](?=\s|$)/gu;
const CLAUSE_END = /[，；：、]|[,;:](?=\s)/gu;
/** Before it nothing is worth cutting at: the excerpt would say too little. */
const SHORTEST = 0.5;

/**
 * Text of at most `limit` UTF-16 units: whole sentences where they fill half of it, else up to the last comma or word, with an ellipsis.
 */
export function excerptOf(text: string, limit: number): string {
  const whole = text.trim().replace(/\s+/gu, " ");
  if (whole.length <= limit) return whole;
  const sentences = lastEnd(whole, SENTENCE_END, limit);
  if (sentences >= limit * SHORTEST) return whole.slice(0, sentences);
  // Room for the ellipsis.
  const room = limit - 1;
  const clause = lastEnd(whole, CLAUSE_END, room);
  if (clause >= limit * SHORTEST) return `${whole.slice(0, clause - 1)}…`;
  const space = whole.lastIndexOf(" ", room);
  const cut = space >= limit * SHORTEST ? space : wholeCharacters(whole, room);
  return `${whole.slice(0, cut)}…`;
}

/** Where the last match that lies within the first `limit` units ends; 0 when there is none. */
function lastEnd(text: string, pattern: RegExp, limit: number): number {
  const ends = [...text.matchAll(pattern)].map((match) => match.index + match[0].length);
  return Math.max(0, ...ends.filter((end) => end <= limit));
}

/** Never between the halves of a surrogate pair. */
function wholeCharacters(text: string, end: number): number {
  const code = text.charCodeAt(end - 1);
  return code >= 0xd800 && code <= 0xdbff ? end - 1 : end;
}
