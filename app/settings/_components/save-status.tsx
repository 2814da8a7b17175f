"use client";

import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import type { SaveState } from "./use-settings";

/** So long "saved" stays in view; that something was not saved stays until the next change. */
const SHOWN_MS = 2500;

/** Says at the lower edge of the screen that a change is saved, or that it is not. The reason stands at the setting itself. */
export function SaveStatus({ state }: { state: SaveState }) {
  const t = useTranslations("settings.save");
  const [shown, setShown] = useState(state);
  const failed = shown === "failed";
  useEffect(() => {
    setShown(state);
    if (state !== "saved") return;
    const timer = setTimeout(() => setShown("idle"), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [state]);
  return (
    <div className="pointer-events-none fixed inset-x-0 bottom-[calc(4.5rem+env(safe-area-inset-bottom))] z-10 flex justify-center sm:bottom-6">
      <p
        role="status"
        data-testid="settings-save-state"
        data-state={state}
        className={
          shown === "idle"
            ? "sr-only"
            : `rounded-full border px-5 py-1.5 text-small ${failed ? "border-danger bg-danger-soft text-danger" : "border-line bg-surface text-ink-2"}`
        }
      >
        {shown === "saved" ? (
          <span aria-hidden="true" className="mr-1.5 text-good">
            ✓
          </span>
        ) : null}
        {shown === "idle" ? null : t(shown)}
      </p>
    </div>
  );
}
