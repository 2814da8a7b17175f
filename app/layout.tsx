import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { getLocale, getT, getTheme } from "@/lib/i18n/server";
import { ClientMessages } from "./_ui/client-messages";
import "./globals.css";

/**
 * Every page is made when it is asked for, with a nonce of its own. Said here, so that a build does not try which could be made before: that
 * would open the database.
 */
export const dynamic = "force-dynamic";

/** --paper, for the browser's own bars. */
const PAPER = { light: "#faf8f3", dark: "#161513" } as const;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT("common");
  return {
    title: { default: t("title"), template: `%s · ${t("name")}` },
    description: t("description"),
    applicationName: t("name"),
    formatDetection: { telephone: false, email: false, address: false },
  };
}

export async function generateViewport(): Promise<Viewport> {
  const theme = await getTheme();
  return {
    width: "device-width",
    initialScale: 1,
    viewportFit: "cover",
    themeColor:
      theme === "system"
        ? [
            { media: "(prefers-color-scheme: light)", color: PAPER.light },
            { media: "(prefers-color-scheme: dark)", color: PAPER.dark },
          ]
        : PAPER[theme],
  };
}

/** Language and look are decided on the server, so that nothing flashes and no script is needed for it. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, theme] = await Promise.all([getLocale(), getTheme()]);
  return (
    <html lang={locale} data-theme={theme === "system" ? undefined : theme}>
      <body>
        <ClientMessages namespaces={["common"]}>{children}</ClientMessages>
      </body>
    </html>
  );
}
