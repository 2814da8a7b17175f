"use client";

import { useSyncExternalStore } from "react";

const never = () => () => {};

/** Whether the script of the page runs by now. A form that needs it is not to be sent before: a password would go nowhere. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
