import Link from "next/link";
import type { ReactNode } from "react";
import { ClientMessages } from "@/app/_ui/client-messages";
import { Notice } from "@/app/_ui/notice";
import { SiteShell } from "@/app/_ui/site-shell";
import { getUser } from "@/lib/auth/current-user";
import { safeNextPath } from "@/lib/auth/next-path";
import { signInProviders } from "@/lib/auth/providers";
import { getT } from "@/lib/i18n/server";
import { AccountForm } from "./account-form";
import { AlreadySignedIn } from "./already-signed-in";
import { ProviderButtons } from "./provider-buttons";

interface AccountScreenProps {
  readonly mode: "sign-in" | "sign-up";
  /** As in the address, unchecked. */
  readonly next: string | string[] | undefined;
  /** Coming back from another service that refused. */
  readonly providerFailed: boolean;
}

/** The screen of signing in and of signing up: they differ in words and in where they lead. */
export async function AccountScreen({ mode, next, providerFailed }: AccountScreenProps) {
  const [t, errors, user] = await Promise.all([getT("account"), getT("errors"), getUser()]);
  const nextPath = safeNextPath(next);
  const words = mode === "sign-in" ? "signIn" : "signUp";
  const providers = signInProviders();
  if (user?.kind === "registered") {
    return (
      <SiteShell current={mode} width="narrow">
        <AlreadySignedIn name={user.displayName ?? ""} next={nextPath} />
      </SiteShell>
    );
  }
  const other = mode === "sign-in" ? "/sign-up" : "/sign-in";
  const otherHref = next === undefined ? other : `${other}?next=${encodeURIComponent(nextPath)}`;
  const link = (chunks: ReactNode) => (
    <Link href={otherHref} className="link">
      {chunks}
    </Link>
  );
  return (
    <SiteShell current={mode} width="narrow">
      <h1 className="mt-[clamp(1rem,6vh,4rem)] font-heading text-title font-medium">{t(`${words}.title`)}</h1>
      <p className="mt-1 mb-7 text-ink-2">{t(`${words}.lead`)}</p>
      {providerFailed ? (
        <Notice tone="danger" role="alert" className="mb-6">
          {errors("provider-failed")}
        </Notice>
      ) : null}
      {user?.kind === "guest" ? <Notice className="mb-6">{t(`${words}.guest`)}</Notice> : null}
      <noscript>
        <Notice tone="warn" className="mb-6">
          {t("noScript")}
        </Notice>
      </noscript>
      <ClientMessages namespaces={["account", "errors"]}>
        {providers.length > 0 ? (
          <>
            <ProviderButtons providers={providers} next={nextPath} />
            <p className="my-6 flex items-center gap-4 text-note text-ink-2 before:h-px before:grow before:bg-line after:h-px after:grow after:bg-line">
              {t("or")}
            </p>
          </>
        ) : null}
        <AccountForm kind={words} next={nextPath} />
      </ClientMessages>
      <p className="mt-6 text-center text-small text-ink-2">
        {mode === "sign-in" ? t.rich("signIn.toSignUp", { link }) : t.rich("signUp.toSignIn", { link })}
      </p>
    </SiteShell>
  );
}
