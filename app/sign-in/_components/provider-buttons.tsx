"use client";

import { useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/app/_ui/button";
import { Notice } from "@/app/_ui/notice";

export type ProviderId = "github" | "google";

interface ProviderButtonsProps {
  readonly providers: readonly ProviderId[];
  /** A path of this site, to come back to. */
  readonly next: string;
}

/** Signing in by another service. The token that guards the request is fetched when it is needed, so it is never stale. */
export function ProviderButtons({ providers, next }: ProviderButtonsProps) {
  const t = useTranslations("account.provider");
  const form = useRef<HTMLFormElement>(null);
  const [busy, setBusy] = useState<ProviderId | null>(null);
  const [failed, setFailed] = useState(false);
  const go = async (provider: ProviderId) => {
    setBusy(provider);
    setFailed(false);
    const csrfToken = await fetchCsrfToken();
    const element = form.current;
    const field = element?.elements.namedItem("csrfToken");
    if (csrfToken === null || element === null || !(field instanceof HTMLInputElement)) {
      setBusy(null);
      setFailed(true);
      return;
    }
    field.value = csrfToken;
    element.action = `/api/auth/signin/${provider}`;
    element.submit();
  };
  return (
    <form ref={form} method="post" className="grid gap-3">
      <input type="hidden" name="csrfToken" defaultValue="" />
      <input type="hidden" name="callbackUrl" value={next} readOnly />
      {providers.map((provider) => (
        <Button key={provider} busy={busy === provider} disabled={busy !== null} onClick={() => void go(provider)}>
          {t(provider)}
        </Button>
      ))}
      {failed ? (
        <Notice tone="danger" role="alert">
          {t("failed")}
        </Notice>
      ) : null}
    </form>
  );
}

/** null when the server cannot be reached. */
async function fetchCsrfToken(): Promise<string | null> {
  try {
    const response = await fetch("/api/auth/csrf", { cache: "no-store" });
    const { csrfToken } = (await response.json()) as { csrfToken?: unknown };
    return typeof csrfToken === "string" ? csrfToken : null;
  } catch {
    return null;
  }
}
