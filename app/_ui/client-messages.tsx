import type { ReactNode } from "react";
import { type Namespace, pickMessages } from "@/lib/i18n/messages";
import { getLocale, getTimeZone } from "@/lib/i18n/server";
import { IntlProvider } from "./intl-provider";

interface ClientMessagesProps {
  /** What the client components below look up with useTranslations; "common" is always there. */
  readonly namespaces: readonly Namespace[];
  readonly children: ReactNode;
}

/** Sends these namespaces, in the reader's language, to the browser. A server component. */
export async function ClientMessages({ namespaces, children }: ClientMessagesProps) {
  const [locale, timeZone] = await Promise.all([getLocale(), getTimeZone()]);
  return (
    <IntlProvider locale={locale} timeZone={timeZone} messages={pickMessages(locale, namespaces)}>
      {children}
    </IntlProvider>
  );
}
