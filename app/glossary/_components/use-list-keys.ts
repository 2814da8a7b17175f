"use client";

import { type KeyboardEvent, type RefObject, useEffect } from "react";

const LINKS = "[data-concept-link]";

/**
 * "/" focuses the search field from anywhere on the page; the up and down arrows walk from the field through the links and back; Escape
 * returns to the field. Keys are dead while an input method composes.
 */
export function useListKeys(input: RefObject<HTMLInputElement | null>) {
  useEffect(() => {
    const focusOnSlash = (event: globalThis.KeyboardEvent) => {
      if (event.key !== "/" || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isTyping(event.target)) return;
      event.preventDefault();
      input.current?.focus();
      input.current?.select();
    };
    document.addEventListener("keydown", focusOnSlash);
    return () => document.removeEventListener("keydown", focusOnSlash);
  }, [input]);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.nativeEvent.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    const links = [...event.currentTarget.querySelectorAll<HTMLElement>(LINKS)];
    const place = links.findIndex((link) => link.matches(":focus"));
    const inField = document.activeElement === input.current;
    if (event.key === "Escape" && place >= 0) return input.current?.focus();
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    if (place < 0 && !(inField && event.key === "ArrowDown")) return;
    event.preventDefault();
    const next = place + (event.key === "ArrowDown" ? 1 : -1);
    if (next < 0) input.current?.focus();
    else links[next]?.focus();
  };
  return { onKeyDown };
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
