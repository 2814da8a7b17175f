"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useLocale, useTranslations } from "use-intl";

/** Changes the interface's language, for strangers and learners, with and without script, and stays on the page. */
export function LanguageSwitch() {
  const t = useTranslations("common.language");
  const other = useLocale() === "en" ? "zh-CN" : "en";
  const pathname = usePathname();
  const query = useSearchParams().toString();
  return (
    <form method="post" action="/language" className="flex">
      <input type="hidden" name="locale" value={other} />
      <input type="hidden" name="back" value={query === "" ? pathname : `${pathname}?${query}`} />
      <button
        type="submit"
        lang={other === "zh-CN" ? "zh-Hans" : "en"}
        title={t("switch")}
        className="min-h-11 min-w-11 rounded-control px-2.5 text-small text-ink-2 hover:bg-sunken hover:text-ink"
      >
        {t("other")}
      </button>
    </form>
  );
}
