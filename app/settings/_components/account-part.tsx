import type { ReactNode } from "react";
import { Button, buttonClass, LinkButton } from "@/app/_ui/button";
import { Notice } from "@/app/_ui/notice";
import { ProviderButtons } from "@/app/sign-in/_components/provider-buttons";
import type { SessionUser } from "@/lib/auth/current-user";
import { signInProviders } from "@/lib/auth/providers";
import type { AccountView } from "@/lib/data/account";
import { getFormatter, getT } from "@/lib/i18n/server";
import { DeleteAccount } from "./delete-account";
import { Part } from "./part";
import { PasswordForm } from "./password-form";
import { LeaveAsGuest, SignOutEverywhere } from "./sign-out";

/** Whose settings these are, and everything that can be done with the account. */
export async function AccountPart({ user, account }: { user: SessionUser; account: AccountView }) {
  const t = await getT("settings");
  const guest = account.kind === "guest";
  const name = account.username ?? account.email ?? account.displayName ?? "";
  return (
    <Part id="account" title={t("account.title")}>
      {guest ? <GuestInvitation /> : <AccountFacts account={account} />}
      {guest ? null : <SignOutActions user={user} otherSessions={account.otherSessions} />}
      {guest ? null : <MoreProviders account={account} />}
      {account.hasPassword ? (
        <Group title={t("account.password.title")}>
          <PasswordForm learnerId={user.id} name={name} />
        </Group>
      ) : null}
      <Group title={t("account.data")}>
        <div>
          <a href="/api/export" download className={buttonClass({ size: "small" })}>
            {t("account.download")}
          </a>
          <p className="mt-1.5 text-note text-ink-2">{t("account.downloadHint")}</p>
        </div>
        <div className="flex flex-wrap gap-3">
          {guest ? <LeaveAsGuest /> : null}
          <DeleteAccount
            learnerId={user.id}
            proof={account.hasPassword ? "password" : guest ? "none" : "name"}
            name={account.displayName ?? ""}
          />
        </div>
      </Group>
    </Part>
  );
}

function Group({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <section className="grid gap-4">
      <h3 className="font-medium">{title}</h3>
      {children}
    </section>
  );
}

async function GuestInvitation() {
  const t = await getT("settings");
  return (
    <Notice title={t("account.guestTitle")}>
      <p>{t("account.guestText")}</p>
      <div className="mt-3 mb-1 flex flex-wrap gap-3">
        <LinkButton href="/sign-up?next=/settings" variant="primary" size="small">
          {t("account.guestSignUp")}
        </LinkButton>
        <LinkButton href="/sign-in?next=/settings" variant="plain" size="small">
          {t("account.guestSignIn")}
        </LinkButton>
      </div>
    </Notice>
  );
}

async function AccountFacts({ account }: { account: AccountView }) {
  const [t, format] = await Promise.all([getT("settings"), getFormatter()]);
  const ways = [...(account.hasPassword ? ["password"] : []), ...account.providers];
  const facts = [
    { label: t("account.name"), value: account.displayName ?? account.username },
    { label: t("account.email"), value: account.email },
    {
      label: t("account.providers"),
      value: ways.map((way) => (isKnownWay(way) ? t(`account.providerNames.${way}`) : way)).join(" · "),
    },
    { label: t("account.since"), value: format.dateTime(account.createdAt, { dateStyle: "long" }) },
  ];
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-1.5">
      {facts.map(({ label, value }) =>
        value === null || value === "" ? null : (
          <div key={label} className="contents">
            <dt className="text-ink-2">{label}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}

function isKnownWay(way: string): way is "password" | "github" | "google" {
  return way === "password" || way === "github" || way === "google";
}

async function SignOutActions({ user, otherSessions }: { user: SessionUser; otherSessions: number }) {
  const t = await getT("settings");
  return (
    <div className="flex flex-wrap items-start gap-3">
      <form method="post" action="/api/sign-out">
        <Button type="submit" size="small">
          {t("account.signOut")}
        </Button>
      </form>
      <SignOutEverywhere learnerId={user.id} otherSessions={otherSessions} />
    </div>
  );
}

/** Other services by which the learner could sign in to this account as well. */
async function MoreProviders({ account }: { account: AccountView }) {
  const t = await getT("settings");
  const unused = signInProviders().filter((provider) => !account.providers.includes(provider));
  if (unused.length === 0) return null;
  return (
    <Group title={t("account.link")}>
      <div className="max-w-md">
        <ProviderButtons providers={unused} next="/settings" />
      </div>
    </Group>
  );
}
