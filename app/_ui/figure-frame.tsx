import type { ReactNode } from "react";

/** The frame of a picture of the glossary, with its caption below. */
export function FigureFrame({ caption, children }: { caption: string; children: ReactNode }) {
  return (
    <figure className="rounded-control border border-line bg-paper p-3.5">
      {children}
      <figcaption className="mx-auto mt-2 max-w-[460px] text-note text-ink-2">{caption}</figcaption>
    </figure>
  );
}

/** A picture as the server drew it. */
export function StillFigure({ svg }: { svg: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: drawn from the app's own components
  return <div dangerouslySetInnerHTML={{ __html: svg }} />;
}
