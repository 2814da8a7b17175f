"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/app/_ui/button";
import { Dialog } from "@/app/_ui/dialog";
import { Notice } from "@/app/_ui/notice";
import { sendJson } from "@/app/_ui/send-json";
import { useJsonForm } from "@/app/_ui/use-json-form";
import { useHydrated } from "@/app/sign-in/_components/use-hydrated";

/** Signs out on every device, this one too. */
export function SignOutEverywhere({ learnerId, otherSessions }: { learnerId: string; otherSessions: number }) {
  const t = useTranslations("settings.account");
  const hydrated = useHydrated();
  const [open, setOpen] = useState(false);
  const form = useJsonForm({
    send: () => sendJson("/api/account/sign-out-everywhere", { method: "POST", body: {}, learnerId }),
    onSuccess: () => window.location.assign("/"),
  });
  return (
    <div>
      <Button size="small" disabled={!hydrated} onClick={() => setOpen(true)}>
        {t("everywhere")}
      </Button>
      <p className="mt-1.5 text-note text-ink-2">{t("everywhereHint", { count: otherSessions })}</p>
      <Dialog open={open} title={t("everywhere")} onClose={() => setOpen(false)}>
        <form method="post" {...form.formProps} className="grid gap-5">
          <p>{t("everywhereText")}</p>
          {form.problem === null ? null : (
            <Notice tone="danger" role="alert">
              {form.problem}
            </Notice>
          )}
          <div className="flex flex-wrap justify-end gap-3">
            <Button size="small" onClick={() => setOpen(false)}>
              {t("cancel")}
            </Button>
            <Button type="submit" size="small" variant="primary" busy={form.busy}>
              {t("everywhere")}
            </Button>
          </div>
        </form>
      </Dialog>
    </div>
  );
}

/** A guest who signs out cannot come back, so it is said before. */
export function LeaveAsGuest() {
  const t = useTranslations("settings.account");
  const hydrated = useHydrated();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" disabled={!hydrated} onClick={() => setOpen(true)}>
        {t("signOutGuest")}
      </Button>
      <Dialog open={open} title={t("signOutGuest")} onClose={() => setOpen(false)}>
        <p>{t("signOutGuestText")}</p>
        <form method="post" action="/api/sign-out" className="mt-5 flex flex-wrap justify-end gap-3">
          <Button size="small" onClick={() => setOpen(false)}>
            {t("cancel")}
          </Button>
          <Button type="submit" size="small" variant="danger">
            {t("signOutGuest")}
          </Button>
        </form>
      </Dialog>
    </>
  );
}
