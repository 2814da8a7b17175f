"use client";

import { type SyntheticEvent, useState } from "react";
import { useTranslations } from "use-intl";
import type { RequestFailure, RequestOutcome } from "./send-json";

interface JsonForm<Value> {
  /** Sends what was filled in. */
  readonly send: (values: Readonly<Record<string, string>>) => Promise<RequestOutcome<Value>>;
  readonly onSuccess: (value: Value, form: HTMLFormElement) => void;
}

/**
 * A form that is sent by script: what was typed stays, each wrong field says what is wrong, the first of them gets the focus, and what
 * belongs to no field stands in `problem`. Needs the namespace "errors" in the browser.
 */
export function useJsonForm<Value>({ send, onSuccess }: JsonForm<Value>) {
  const failureText = useFailureText();
  const fieldText = useFieldText();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({});

  const submit = async (form: HTMLFormElement) => {
    setBusy(true);
    setProblem(null);
    setWrong({});
    const outcome = await send(valuesOf(form));
    // Until the next page is there nothing may be sent twice; a form that stays sets itself free in onSuccess.
    if (outcome.ok) return onSuccess(outcome.value, form);
    setBusy(false);
    const first = firstWrongControl(form, outcome.fields);
    setWrong(outcome.fields);
    if (first === null) setProblem(failureText(outcome));
    first?.focus();
  };
  return {
    busy,
    problem,
    release: () => setBusy(false),
    /** What is wrong with a field, in words; "" when nothing is. */
    errorOf: (name: string) => fieldText(wrong[name]),
    formProps: {
      noValidate: true,
      onSubmit: (event: SyntheticEvent<HTMLFormElement>) => {
        event.preventDefault();
        if (!busy) void submit(event.currentTarget);
      },
      onInput: (event: SyntheticEvent<HTMLFormElement>) => {
        const name = event.target instanceof HTMLInputElement ? event.target.name : "";
        if (wrong[name] !== undefined) setWrong({ ...wrong, [name]: "" });
      },
    },
  };
}

/** Says in words why a request failed. */
export function useFailureText(): (failure: RequestFailure) => string {
  const t = useTranslations("common.request");
  return ({ code, message, retryAfterSeconds }) => {
    if (message === null) return t(code === "offline" ? "offline" : "unexpected");
    return retryAfterSeconds === null ? message : `${message} ${t("retryAfter", { seconds: retryAfterSeconds })}`;
  };
}

/** Says in words what a field's code means; "" for none. Needs the namespace "errors" in the browser. */
export function useFieldText(): (code: string | undefined) => string {
  const t = useTranslations("errors.fields");
  return (code) => {
    if (code === undefined || code === "") return "";
    const known = code as Parameters<typeof t.has>[0];
    return t(t.has(known) ? known : "invalid");
  };
}

function valuesOf(form: HTMLFormElement): Record<string, string> {
  const texts = [...new FormData(form)].filter((entry): entry is [string, string] => typeof entry[1] === "string");
  return Object.fromEntries(texts);
}

function firstWrongControl(form: HTMLFormElement, fields: Readonly<Record<string, string>>): HTMLInputElement | null {
  const controls = [...form.elements].filter((element) => element instanceof HTMLInputElement);
  return controls.find((control) => control.type !== "hidden" && fields[control.name] !== undefined) ?? null;
}
