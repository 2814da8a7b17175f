import type { ReactNode } from "react";

export type NavPlace = "review" | "glossary" | "progress" | "settings";

/** Thin strokes on a grid of 24, to sit above the words of the phone's navigation. */
const PATHS: Readonly<Record<NavPlace, ReactNode>> = {
  review: <path d="M7.5 4.5h10a2 2 0 0 1 2 2v10m-4 3h-9a2 2 0 0 1-2-2v-9a2 2 0 0 1 2-2h7a2 2 0 0 1 2 2v11z" />,
  glossary: <path d="M5 5.5a2 2 0 0 1 2-2h12v14H7a2 2 0 0 0-2 2m0-14v14a2 2 0 0 0 2 2h12M9 7.5h6m-6 3.5h4" />,
  progress: <path d="M4.5 19.5h15M7 16v-4m5 4V5m5 11V9" />,
  settings: <path d="M4 7.5h9m5 0h2M4 16.5h2m5 0h9M15.5 5v5M8.5 14v5" />,
};

export function NavIcon({ place }: { place: NavPlace }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 24 24"
      className="size-6"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {PATHS[place]}
    </svg>
  );
}
