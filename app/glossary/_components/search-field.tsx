"use client";

import type { ComponentProps, RefObject } from "react";
import { useTranslations } from "use-intl";
import { Kbd } from "@/app/_ui/kbd";
import { StrokeIcon } from "@/app/_ui/stroke-icon";
import { type Order, QUERY_MAX } from "./limits";

interface SearchFieldProps {
  readonly input: RefObject<HTMLInputElement | null>;
  readonly query: string;
  /** The address without the query, which a search without script keeps. */
  readonly address: { readonly glossary: string; readonly order: Order; readonly deck: string };
  readonly composing: Pick<ComponentProps<"input">, "onCompositionStart" | "onCompositionEnd">;
  readonly onType: (text: string) => void;
  readonly onClear: () => void;
}

/** A plain form, so that it searches without script too. */
export function SearchField({ input, query, address, composing, onType, onClear }: SearchFieldProps) {
  const t = useTranslations("glossary.search");
  return (
    <search className="block">
      <form
        method="get"
        action={address.glossary}
        className="relative mb-6"
        onSubmit={(event) => {
          event.preventDefault();
          onType(query);
        }}
      >
        {address.order === "topic" ? null : <input type="hidden" name="by" value={address.order} />}
        {address.deck === "" ? null : <input type="hidden" name="deck" value={address.deck} />}
        <button
          type="submit"
          aria-label={t("submit")}
          className="absolute inset-y-0 left-0 grid w-13 place-items-center rounded-control text-ink-2 hover:text-accent"
        >
          <StrokeIcon>
            <path d="M8.7 3.2a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11m4 9.5 4.1 4.1" />
          </StrokeIcon>
        </button>
        <input
          ref={input}
          type="text"
          inputMode="search"
          enterKeyHint="search"
          name="q"
          value={query}
          maxLength={QUERY_MAX}
          autoComplete="off"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          aria-label={t("label")}
          aria-keyshortcuts="/"
          placeholder={t("placeholder")}
          {...composing}
          onChange={(event) => onType(event.currentTarget.value)}
          className="block min-h-13 w-full rounded-control border border-ink-3 bg-surface px-13 text-[17px] text-ink placeholder:text-ink-2"
        />
        {query === "" ? (
          <span
            aria-hidden="true"
            className="pointer-events-none absolute inset-y-0 right-4 hidden items-center sm:flex"
          >
            <Kbd>/</Kbd>
          </span>
        ) : (
          <button
            type="button"
            aria-label={t("clear")}
            onClick={onClear}
            className="absolute inset-y-0 right-0 grid w-13 place-items-center rounded-control text-ink-2 hover:text-accent"
          >
            <StrokeIcon>
              <path d="m5.5 5.5 9 9m0-9-9 9" />
            </StrokeIcon>
          </button>
        )}
      </form>
    </search>
  );
}
