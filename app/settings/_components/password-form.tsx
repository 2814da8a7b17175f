"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/app/_ui/button";
import { Notice } from "@/app/_ui/notice";
import { PasswordField } from "@/app/_ui/password-field";
import { sendJson } from "@/app/_ui/send-json";
import { useJsonForm } from "@/app/_ui/use-json-form";
import { useHydrated } from "@/app/sign-in/_components/use-hydrated";

/** Changes the password. Every other device is signed out by it, and how many were is told. */
export function PasswordForm({ learnerId, name }: { learnerId: string; name: string }) {
  const t = useTranslations("settings.account.password");
  const hydrated = useHydrated();
  const [ended, setEnded] = useState<number | null>(null);
  const form = useJsonForm({
    send: ({ currentPassword, newPassword }) => {
      setEnded(null);
      return sendJson<{ endedSessions: number }>("/api/account/password", {
        method: "POST",
        body: { currentPassword, newPassword },
        learnerId,
      });
    },
    onSuccess: ({ endedSessions }, element) => {
      element.reset();
      setEnded(endedSessions);
      form.release();
    },
  });
  const words = { showText: t("show"), hideText: t("hide") };
  return (
    <form method="post" {...form.formProps} className="grid max-w-md gap-5">
      {/* Tells a password manager whose password this is. */}
      <input type="hidden" name="username" autoComplete="username" value={name} readOnly />
      <PasswordField
        {...words}
        label={t("current")}
        error={form.errorOf("currentPassword")}
        name="currentPassword"
        required
        autoComplete="current-password"
      />
      <PasswordField
        {...words}
        label={t("new")}
        hint={t("newHint")}
        error={form.errorOf("newPassword")}
        name="newPassword"
        required
        autoComplete="new-password"
      />
      {form.problem === null ? null : (
        <Notice tone="danger" role="alert">
          {form.problem}
        </Notice>
      )}
      <div role="status" className="contents">
        {ended === null ? null : <Notice tone="good">{t("done", { count: ended })}</Notice>}
      </div>
      <Button type="submit" size="small" busy={form.busy} disabled={!hydrated} className="justify-self-start">
        {t("submit")}
      </Button>
    </form>
  );
}
