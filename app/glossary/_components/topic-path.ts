/** The path of a topic's page, without a language. */
export function topicPath(deckId: string, topicSlug: string): string {
  return `/glossary/topics/${encodeURIComponent(deckId)}/${encodeURIComponent(topicSlug)}`;
}
