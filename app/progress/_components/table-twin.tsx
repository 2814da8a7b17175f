import type { ReactNode } from "react";

interface TableTwinProps {
  /** "Show as a table". */
  readonly summary: string;
  readonly caption: string;
  readonly columns: readonly string[];
  /** The first cell of a row names it. */
  readonly rows: readonly { readonly key: string | number; readonly cells: readonly ReactNode[] }[];
}

/** The same numbers as the picture above, as a table: for screen readers, and for everybody who wants the exact figure. */
export function TableTwin({ summary, caption, columns, rows }: TableTwinProps) {
  return (
    <details className="group mt-3">
      <summary className="inline-flex min-h-9 list-none items-center gap-1.5 text-note text-ink-2 hover:text-ink">
        <svg
          aria-hidden="true"
          viewBox="0 0 12 12"
          className="size-3 transition-transform duration-150 group-open:rotate-90"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
        >
          <path d="m4 2.5 4 3.5-4 3.5" strokeLinecap="round" strokeLinejoin="round" />
        </svg>
        {summary}
      </summary>
      {/* biome-ignore lint/a11y/useSemanticElements: a group of no form; a landmark for each table would be noise */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard */}
      <div role="group" aria-label={caption} tabIndex={0} className="mt-1.5 max-h-80 overflow-auto">
        <table className="w-full border-collapse text-note">
          <caption className="sr-only">{caption}</caption>
          <thead>
            <tr>
              {columns.map((column, index) => (
                <th
                  // biome-ignore lint/suspicious/noArrayIndexKey: weekday letters repeat in some languages; columns never move
                  key={index}
                  scope="col"
                  className={`border-b border-line px-2 py-1 font-medium whitespace-nowrap text-ink-2 ${index === 0 ? "text-left" : "text-right"}`}
                >
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <TwinRow key={row.key} cells={row.cells} />
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

function TwinRow({ cells: [name, ...values] }: { cells: readonly ReactNode[] }) {
  return (
    <tr className="border-b border-line last:border-0">
      <th scope="row" className="px-2 py-1 text-left font-normal whitespace-nowrap">
        {name}
      </th>
      {values.map((value, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the columns of a table never move
        <td key={index} className="px-2 py-1 text-right whitespace-nowrap">
          {value}
        </td>
      ))}
    </tr>
  );
}
