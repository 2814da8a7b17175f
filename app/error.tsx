"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import { Button, LinkButton } from "./_ui/button";
import { digestOf } from "./_ui/error-digest";
import { Seal } from "./_ui/seal";

interface ErrorPageProps {
  readonly error: unknown;
  /** Fetches and renders the page again. */
  readonly retry: () => void;
}

/** A page that failed. Whoever sees it learns that the answers are safe and what to do; the log has the rest under the same number. */
export default function ErrorPage({ error, retry }: ErrorPageProps) {
  const t = useTranslations("common");
  const digest = digestOf(error);
  return (
    <main className="mx-auto max-w-[1120px] px-5 pb-16">
      <Link href="/" className="inline-flex min-h-16 items-center gap-3 no-underline">
        <Seal />
        <span className="font-heading text-[19px] font-medium">{t("name")}</span>
      </Link>
      <div role="alert" className="py-[clamp(3rem,12vh,8rem)]">
        <h1 className="font-heading text-title font-medium">{t("error.title")}</h1>
        <p className="mt-3 max-w-[32em] text-lead text-ink-2">{t("error.text")}</p>
        {digest === null ? null : <p className="mt-3 text-note text-ink-2">{t("error.logged", { digest })}</p>}
        <div className="mt-8 flex flex-wrap gap-3">
          <Button variant="primary" onClick={retry}>
            {t("error.retry")}
          </Button>
          <LinkButton href="/">{t("error.home")}</LinkButton>
        </div>
      </div>
    </main>
  );
}
