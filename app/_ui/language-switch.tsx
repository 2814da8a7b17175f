"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useLocale, useTranslations } from "use-intl";
import { inLanguage, LANGUAGE_TAGS } from "@/lib/i18n/address";

const LOOK =
  "inline-flex min-h-11 min-w-11 items-center justify-center rounded-control px-2.5 text-small whitespace-nowrap text-ink-2 no-underline hover:bg-sunken hover:text-ink max-[24rem]:px-2";

/**
 * Changes the interface's language, for strangers and learners, with and without script, and stays on the page.
 *
 * @param props.inAddress the address names the language: then the other one is another address, and nothing is kept
 */
export function LanguageSwitch({ inAddress }: { inAddress: boolean }) {
  const t = useTranslations("common.language");
  const other = useLocale() === "en" ? "zh-CN" : "en";
  const pathname = usePathname();
  const query = useSearchParams().toString();
  const address = query === "" ? pathname : `${pathname}?${query}`;
  const tag = LANGUAGE_TAGS[other];
  if (inAddress) {
    return (
      // Not <Link>: the document's language is decided when it is loaded.
      <a
        href={inLanguage(address, other)}
        rel="alternate"
        hrefLang={tag}
        lang={tag}
        title={t("switch")}
        className={LOOK}
      >
        {t("other")}
      </a>
    );
  }
  return (
    <form method="post" action="/language" className="flex">
      <input type="hidden" name="locale" value={other} />
      <input type="hidden" name="back" value={address} />
      <button type="submit" lang={tag} title={t("switch")} className={LOOK}>
        {t("other")}
      </button>
    </form>
  );
}
