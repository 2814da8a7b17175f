// The link that looks a concept up in the web. Pure.

/** What to ask: the abbreviation is what papers use, and "in deep learning" tells it from its other meanings. */
export function webSearchQuery(concept: { readonly en: string; readonly abbreviations: readonly string[] }): string {
  return `what is ${concept.abbreviations[0] ?? concept.en} in deep learning`;
}

/** A search engine that can be reached where the learners are. Nothing is sent before the link is followed. */
export function webSearchUrl(query: string): string {
  return `https://www.bing.com/search?q=${encodeURIComponent(query)}`;
}
