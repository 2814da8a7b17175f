import { getUser } from "@/lib/auth/current-user";
import { type DeckView, listConcepts } from "@/lib/data/glossary";
import { getSettings } from "@/lib/data/settings";
import { getShortestIntervals } from "@/lib/data/shortest-intervals";
import { getT } from "@/lib/i18n/server";
import type { UserId } from "@/lib/srs/types";
import { type Coverage, coverageOf } from "@/lib/stats/coverage";
import { DeckTopics } from "./deck-topics";

/** Every deck as its topics, in learning order, each topic leading to its page. */
export async function TopicOverview({ decks }: { decks: readonly DeckView[] }) {
  const [t, user] = await Promise.all([getT("glossary"), getUser()]);
  const [coverage, settings] =
    user === null ? [null, null] : await Promise.all([coverageByTopic(user.id), getSettings(user.id)]);
  return (
    <>
      {decks
        .filter((deck) => deck.concepts > 0)
        .map((deck) => (
          <DeckTopics
            key={deck.id}
            deck={deck}
            coverage={coverage}
            chosen={settings === null ? null : settings.decks.includes(deck.id)}
          />
        ))}
      {coverage === null ? null : <p className="max-w-[46em] text-note text-ink-2">{t("topics.coverageNote")}</p>}
    </>
  );
}

async function coverageByTopic(userId: UserId): Promise<ReadonlyMap<string, Coverage>> {
  const [concepts, shortest] = await Promise.all([listConcepts(), getShortestIntervals(userId)]);
  const topicIds = new Set(concepts.map(({ topicId }) => topicId));
  const ofTopic = (id: string) => concepts.filter(({ topicId }) => topicId === id);
  return new Map([...topicIds].map((id) => [id, coverageOf(ofTopic(id), shortest)]));
}
