import type { Metadata } from "next";
import { ClientMessages } from "@/app/_ui/client-messages";
import { Notice } from "@/app/_ui/notice";
import { SiteShell } from "@/app/_ui/site-shell";
import { requireUserOrRedirect } from "@/lib/auth/current-user";
import { nowMs } from "@/lib/clock";
import { getAccount } from "@/lib/data/account";
import { listFormulaConcepts } from "@/lib/data/formula-concepts";
import { listDecks } from "@/lib/data/glossary";
import { getSettings } from "@/lib/data/settings";
import { getLocale, getT } from "@/lib/i18n/server";
import { AccountPart } from "./_components/account-part";
import { SettingsForm } from "./_components/settings-form";
import { SuspendedPart } from "./_components/suspended-part";

interface SettingsPageProps {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT("settings");
  return { title: t("title") };
}

/** How a learner learns, and their account. */
export default async function SettingsPage({ searchParams }: SettingsPageProps) {
  const user = await requireUserOrRedirect("/settings");
  const [t, errors, locale, settings, decks, formulaConcepts, account, { error }] = await Promise.all([
    getT("settings"),
    getT("errors"),
    getLocale(),
    getSettings(user.id),
    listDecks(),
    listFormulaConcepts(),
    getAccount(user.id, { sessionId: user.sessionId, nowMs: nowMs() }),
    searchParams,
  ]);
  const language = locale === "en" ? "en" : "zh";
  return (
    <SiteShell current="settings" width="text">
      <h1 className="mt-4 font-heading text-title font-medium">{t("title")}</h1>
      <p className="mt-1 mb-8 text-ink-2">{t("lead")}</p>
      <noscript>
        <Notice tone="warn" className="mb-8">
          {t("noScript")}
        </Notice>
      </noscript>
      {error === undefined ? null : (
        <Notice tone="danger" role="alert" className="mb-8">
          {errors("provider-failed")}
        </Notice>
      )}
      <ClientMessages namespaces={["settings", "account", "errors"]}>
        <SettingsForm
          initial={settings}
          learnerId={user.id}
          decks={decks.map(({ id, name, description, concepts }) => ({
            id,
            name: name[language],
            description: description[language],
            concepts,
            formulas: [...formulaConcepts.values()].filter((deckId) => deckId === id).length,
          }))}
        />
        <SuspendedPart userId={user.id} />
        <AccountPart user={user} account={account} />
      </ClientMessages>
    </SiteShell>
  );
}
