"use client";

import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";

export interface CardActions {
  readonly canUndo: boolean;
  onUndo(): void;
  onSuspendCard(): void;
  onSuspendConcept(): void;
  onOpenConcept(): void;
  onHelp(): void;
}

/** Undo, always in sight, and a small menu for the rest. */
export function CardMenu({ actions }: { actions: CardActions }) {
  const t = useTranslations("review");
  const { open, setOpen, root } = useDisclosure();
  const choose = (run: () => void) => () => {
    setOpen(false);
    run();
  };
  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !open) return;
    event.stopPropagation();
    setOpen(false);
    root.current?.querySelector<HTMLElement>("[aria-expanded]")?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only closes what its own button opened
    <div ref={root} onKeyDown={closeOnEscape} className="relative -my-3 -mr-3 ml-auto flex items-center">
      <button
        type="button"
        data-testid="undo"
        disabled={!actions.canUndo}
        onClick={actions.onUndo}
        className="min-h-11 rounded-control px-2.5 text-small text-ink-2 not-disabled:hover:bg-sunken not-disabled:hover:text-ink disabled:opacity-45"
      >
        {t("undo")}
      </button>
      <button
        type="button"
        data-testid="card-menu"
        aria-expanded={open}
        aria-label={t("menu.open")}
        onClick={() => setOpen(!open)}
        className="grid size-11 place-items-center rounded-control text-ink-2 hover:bg-sunken hover:text-ink"
      >
        <Dots />
      </button>
      {open ? (
        <div
          data-keys="dialog"
          className="absolute top-full right-2 z-10 w-60 overflow-hidden rounded-control border border-line bg-surface py-1.5"
        >
          <MenuItem label={t("menu.openConcept")} keyHint="O" onClick={choose(actions.onOpenConcept)} />
          <MenuItem label={t("menu.suspendCard")} keyHint="S" onClick={choose(actions.onSuspendCard)} />
          <MenuItem label={t("menu.suspendConcept")} onClick={choose(actions.onSuspendConcept)} />
          <MenuItem label={t("menu.help")} keyHint="?" onClick={choose(actions.onHelp)} />
        </div>
      ) : null}
    </div>
  );
}

function MenuItem({ label, keyHint, onClick }: { label: string; keyHint?: string; onClick: () => void }) {
  return (
    <button
      type="button"
      onClick={onClick}
      className="flex min-h-11 w-full items-center justify-between px-4 text-left text-small text-ink hover:bg-sunken"
    >
      {label}
      {keyHint ? (
        <span aria-hidden="true" className="font-ui text-note text-ink-2 max-md:hidden pointer-coarse:hidden">
          {keyHint}
        </span>
      ) : null}
    </button>
  );
}

/** Open or closed; takes the focus as it opens, closes at a press outside. */
function useDisclosure() {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!open) return;
    root.current?.querySelector<HTMLElement>("[data-keys] button")?.focus();
    const closeOutside = (event: PointerEvent) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener("pointerdown", closeOutside);
    return () => document.removeEventListener("pointerdown", closeOutside);
  }, [open]);
  return { open, setOpen, root };
}

function Dots() {
  return (
    <svg aria-hidden="true" viewBox="0 0 20 20" className="size-5" fill="currentColor">
      <circle cx="4" cy="10" r="1.6" />
      <circle cx="10" cy="10" r="1.6" />
      <circle cx="16" cy="10" r="1.6" />
    </svg>
  );
}
