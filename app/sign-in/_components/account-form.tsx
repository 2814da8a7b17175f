"use client";

import { useTranslations } from "use-intl";
import { Button } from "@/app/_ui/button";
import { TextField } from "@/app/_ui/field";
import { Notice } from "@/app/_ui/notice";
import { PasswordField } from "@/app/_ui/password-field";
import { sendJson } from "@/app/_ui/send-json";
import { useJsonForm } from "@/app/_ui/use-json-form";
import { useHydrated } from "./use-hydrated";

interface AccountFormProps {
  readonly kind: "signIn" | "signUp";
  /** Where to go afterwards: a path of this app. */
  readonly next: string;
}

/** Name and password, for signing in and for signing up. */
export function AccountForm({ kind, next }: AccountFormProps) {
  const t = useTranslations("account");
  const hydrated = useHydrated();
  const form = useJsonForm({
    send: (values) =>
      kind === "signIn"
        ? sendJson("/api/account/sign-in", { method: "POST", body: values })
        : sendJson("/api/account", { method: "POST", body: { ...values, timeZone: ownTimeZone() } }),
    // A full navigation, so that every part of the page sees the new session.
    onSuccess: () => window.location.assign(next),
  });
  return (
    // "post", should the browser ever send it by itself: a password never stands in an address.
    <form method="post" {...form.formProps} className="grid gap-5">
      {form.problem === null ? null : (
        <Notice tone="danger" role="alert">
          {form.problem}
        </Notice>
      )}
      <TextField
        label={t("name")}
        hint={kind === "signUp" ? t("nameHint") : undefined}
        error={form.errorOf("name")}
        name="name"
        required
        autoComplete="username"
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
      />
      <PasswordField
        label={t("password")}
        hint={kind === "signUp" ? t("passwordHint") : undefined}
        error={form.errorOf("password")}
        name="password"
        required
        autoComplete={kind === "signIn" ? "current-password" : "new-password"}
        showText={t("show")}
        hideText={t("hide")}
      />
      <Button
        type="submit"
        variant="primary"
        busy={form.busy}
        disabled={!hydrated}
        className={`mt-1 w-full ${hydrated ? "" : "opacity-100!"}`}
      >
        {t(form.busy ? `${kind}.busy` : `${kind}.submit`)}
      </Button>
    </form>
  );
}

function ownTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
