/** The first thing the keyboard meets: past the navigation, to `#content`. */
export function SkipLink({ label }: { label: string }) {
  return (
    <a
      href="#content"
      data-print="hide"
      className="sr-only rounded-control bg-accent px-4 py-2 text-accent-ink focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-50"
    >
      {label}
    </a>
  );
}
