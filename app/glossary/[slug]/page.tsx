import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { SiteShell } from "@/app/_ui/site-shell";
import { glossaryMetadata } from "@/app/glossary/_components/page-metadata";
import { getUser } from "@/lib/auth/current-user";
import { getConcept } from "@/lib/data/glossary";
import { getLocale } from "@/lib/i18n/server";
import { ConceptBody } from "./_components/concept-body";
import { ConceptComparison } from "./_components/concept-comparison";
import { ConceptHeading } from "./_components/concept-heading";
import { ConceptNeighbours } from "./_components/concept-neighbours";
import { ConceptSkills } from "./_components/concept-skills";
import { ConceptStructuredData } from "./_components/concept-structured-data";
import { PrerequisiteMap } from "./_components/prerequisite-map";
import { TryNotice } from "./_components/try-notice";

interface ConceptPageProps {
  readonly params: Promise<{ readonly slug: string }>;
}

const readConcept = cache(getConcept);

export async function generateMetadata({ params }: ConceptPageProps): Promise<Metadata> {
  const [concept, locale] = await Promise.all([readConcept((await params).slug), getLocale()]);
  if (concept === null) return {};
  const { en, zh, slug, definition } = concept;
  const english = locale === "en";
  return glossaryMetadata({
    title: english ? `${en} ${zh}` : `${zh} ${en}`,
    description: english ? definition.en : definition.zh,
    path: `/glossary/${slug}`,
    type: "article",
  });
}

/** Everything about one concept. */
export default async function ConceptPage({ params }: ConceptPageProps) {
  const [concept, user] = await Promise.all([readConcept((await params).slug), getUser()]);
  if (concept === null) notFound();
  return (
    <SiteShell current="glossary" width="text">
      <ConceptStructuredData concept={concept} />
      <article>
        <ConceptHeading concept={concept} />
        <ConceptBody concept={concept} />
        <PrerequisiteMap concept={concept} />
        <ConceptComparison concept={concept} />
      </article>
      {user === null ? <TryNotice /> : <ConceptSkills userId={user.id} concept={concept} />}
      <ConceptNeighbours concept={concept} />
    </SiteShell>
  );
}
