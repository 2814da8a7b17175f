import Link from "next/link";
import type { ComponentProps } from "react";
import { inLanguage, isGlossaryPath } from "@/lib/i18n/address";
import { getAddressLocale } from "@/lib/i18n/server";

interface SiteLinkProps extends Omit<ComponentProps<typeof Link>, "href"> {
  /** A path of this site, without a language. */
  readonly href: string;
}

/**
 * A link from a page whose address may name its language: to the glossary it keeps that language; to every other page, which is in the
 * reader's, it loads the document anew, because the language of a document is decided once, with its frame. A server component.
 */
export async function SiteLink({ href, prefetch, scroll, ...props }: SiteLinkProps) {
  const named = await getAddressLocale();
  if (named !== null && !isGlossaryPath(href)) return <a href={href} {...props} />;
  const kept = {
    ...(prefetch === undefined ? {} : { prefetch }),
    ...(scroll === undefined ? {} : { scroll }),
  };
  return <Link href={inLanguage(href, named)} {...kept} {...props} />;
}
