"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/app/_ui/button";
import { Dialog } from "@/app/_ui/dialog";
import { TextField } from "@/app/_ui/field";
import { Notice } from "@/app/_ui/notice";
import { PasswordField } from "@/app/_ui/password-field";
import { sendJson } from "@/app/_ui/send-json";
import { useJsonForm } from "@/app/_ui/use-json-form";
import { useHydrated } from "@/app/sign-in/_components/use-hydrated";

interface DeleteAccountProps {
  readonly learnerId: string;
  /** How the learner shows that it is meant: the password; where there is none the name; a guest by asking. */
  readonly proof: "password" | "name" | "none";
  readonly name: string;
}

/** Deletes everything of the learner's, after saying what that is. */
export function DeleteAccount({ learnerId, proof, name }: DeleteAccountProps) {
  const t = useTranslations("settings.account.delete");
  const hydrated = useHydrated();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="danger" size="small" disabled={!hydrated} onClick={() => setOpen(true)}>
        {t(proof === "none" ? "openGuest" : "open")}
      </Button>
      <Dialog open={open} title={t(proof === "none" ? "titleGuest" : "title")} onClose={() => setOpen(false)}>
        <DeleteForm learnerId={learnerId} proof={proof} name={name} onCancel={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function DeleteForm({ learnerId, proof, name, onCancel }: DeleteAccountProps & { onCancel: () => void }) {
  const t = useTranslations("settings.account.delete");
  const account = useTranslations("settings.account");
  const form = useJsonForm({
    send: (values) => sendJson("/api/account", { method: "DELETE", body: values, learnerId }),
    onSuccess: () => window.location.assign("/"),
  });
  return (
    <form method="post" {...form.formProps} className="grid gap-5">
      <p>{t(proof === "none" ? "textGuest" : "text")}</p>
      {proof === "password" ? (
        <PasswordField
          label={t("password")}
          error={form.errorOf("password")}
          name="password"
          required
          autoComplete="current-password"
          showText={account("password.show")}
          hideText={account("password.hide")}
        />
      ) : null}
      {proof === "name" ? (
        <TextField label={t("name", { name })} error={form.errorOf("name")} name="name" required autoComplete="off" />
      ) : null}
      {form.problem === null ? null : (
        <Notice tone="danger" role="alert">
          {form.problem}
        </Notice>
      )}
      <div className="flex flex-wrap justify-end gap-3">
        <Button size="small" onClick={onCancel}>
          {account("cancel")}
        </Button>
        <Button type="submit" variant="danger" size="small" busy={form.busy}>
          {t("submit")}
        </Button>
      </div>
    </form>
  );
}
