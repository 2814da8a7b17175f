"use client";

import { useEffect, useRef } from "react";

/** A hidden field that a script fills with the browser's time zone. Without script it stays empty, and the server takes its default. */
export function TimeZoneField({ name }: { name: string }) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (input.current !== null) input.current.value = Intl.DateTimeFormat().resolvedOptions().timeZone;
  }, []);
  return <input ref={input} type="hidden" name={name} defaultValue="" />;
}
