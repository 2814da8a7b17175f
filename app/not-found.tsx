import type { Metadata } from "next";
import { getT } from "@/lib/i18n/server";
import { buttonClass } from "./_ui/button";
import { SiteLink } from "./_ui/site-link";
import { SiteShell } from "./_ui/site-shell";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT("notFound");
  return { title: t("title") };
}

/** Nothing stands under this address: says so, and where to look. */
export default async function NotFoundPage() {
  const t = await getT("notFound");
  return (
    <SiteShell>
      <div className="py-[clamp(3rem,12vh,8rem)]">
        <p className="text-small text-ink-2 tabular-nums">404</p>
        <h1 className="mt-2 font-heading text-title font-medium">{t("heading")}</h1>
        <p className="mt-3 max-w-[32em] text-lead text-ink-2">{t("text")}</p>
        <div className="mt-8 flex flex-wrap gap-3">
          <SiteLink href="/glossary" className={buttonClass({ variant: "primary" })}>
            {t("glossary")}
          </SiteLink>
          <SiteLink href="/" className={buttonClass()}>
            {t("home")}
          </SiteLink>
        </div>
      </div>
    </SiteShell>
  );
}
