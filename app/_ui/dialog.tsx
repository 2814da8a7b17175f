"use client";

import { type ReactNode, useEffect, useId, useRef } from "react";
import { useTranslations } from "use-intl";
import { StrokeIcon } from "./stroke-icon";

interface DialogProps {
  readonly open: boolean;
  readonly title: ReactNode;
  /** Called when it is dismissed by Escape, by its close button or by a press outside. */
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A modal window on the platform's own <dialog>: keeps the focus inside and gives it back. */
export function Dialog({ open, title, onClose, children }: DialogProps) {
  const t = useTranslations("common.dialog");
  const id = useId();
  const element = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = element.current;
    if (open && !dialog?.open) dialog?.showModal();
    if (!open && dialog?.open) dialog.close();
  }, [open]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape does the same, by the platform
    <dialog
      ref={element}
      aria-labelledby={id}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
      className="max-h-[min(85dvh,46rem)] w-[min(calc(100vw-2rem),34rem)] rounded-card border border-line bg-surface p-0 text-ink"
    >
      <div className="p-6">
        <div className="mb-4 flex items-start justify-between gap-4">
          <h2 id={id} className="font-heading text-section font-medium">
            {title}
          </h2>
          <button
            type="button"
            aria-label={t("close")}
            onClick={onClose}
            className="-mt-2 -mr-2 grid size-11 shrink-0 place-items-center rounded-control text-ink-2 hover:bg-sunken hover:text-ink"
          >
            <StrokeIcon>
              <path d="m5 5 10 10M15 5 5 15" />
            </StrokeIcon>
          </button>
        </div>
        {open ? children : null}
      </div>
    </dialog>
  );
}
