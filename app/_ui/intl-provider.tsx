"use client";

import { createContext, type ReactNode, useContext, useMemo } from "react";
import { IntlProvider as UseIntlProvider } from "use-intl";
import type { Locale } from "@/lib/i18n/locale";
import type { Messages } from "@/lib/i18n/messages";

const OuterMessages = createContext<Partial<Messages>>({});

interface IntlProviderProps {
  readonly locale: Locale;
  /** IANA. */
  readonly timeZone: string;
  readonly messages: Partial<Messages>;
  readonly children: ReactNode;
}

/** Gives browser code its messages, those of an outer provider included. Pages use <ClientMessages> instead. */
export function IntlProvider({ locale, timeZone, messages, children }: IntlProviderProps) {
  const outer = useContext(OuterMessages);
  const all = useMemo(() => ({ ...outer, ...messages }), [outer, messages]);
  return (
    <OuterMessages value={all}>
      {/* Those that are missing belong to screens which are not below this provider. */}
      <UseIntlProvider locale={locale} timeZone={timeZone} messages={all as Messages}>
        {children}
      </UseIntlProvider>
    </OuterMessages>
  );
}
