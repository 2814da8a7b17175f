import { Button } from "@/app/_ui/button";
import { TimeZoneField } from "@/app/_ui/time-zone-field";
import { getLocale, getT } from "@/lib/i18n/server";

/** For a stranger who reads a concept: the way to the first card. */
export async function TryNotice() {
  const [t, locale] = await Promise.all([getT("glossary"), getLocale()]);
  return (
    <form
      method="post"
      action="/api/guest"
      data-print="hide"
      className="flex flex-wrap items-center justify-between gap-4 rounded-card border border-line bg-surface px-6 py-5"
    >
      <TimeZoneField name="timeZone" />
      <input type="hidden" name="interfaceLanguage" value={locale} />
      <p>{t("stranger.text")}</p>
      <Button type="submit" size="small">
        {t("stranger.action")}
      </Button>
    </form>
  );
}
