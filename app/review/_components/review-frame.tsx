import type { ReactNode } from "react";

interface ReviewFrameProps {
  readonly header: ReactNode;
  readonly children: ReactNode;
  /** What the thumb reaches: the one action, or the grades. */
  readonly footer?: ReactNode;
}

/** The screen: a line on top, the card, the actions below. Nothing else; one thing to do. */
export function ReviewFrame({ header, children, footer }: ReviewFrameProps) {
  return (
    <div className="grid min-h-dvh grid-rows-[auto_1fr_auto]">
      {header}
      <main id="content" tabIndex={-1} className="mx-auto outline-none w-full min-w-0 max-w-[880px] px-5 py-4 sm:py-5">
        {children}
      </main>
      {footer ? (
        <footer className="sticky bottom-0 z-10 border-line border-t bg-paper px-5 pt-3 pb-[calc(0.75rem+env(safe-area-inset-bottom))]">
          <div className="mx-auto max-w-[840px]">{footer}</div>
        </footer>
      ) : null}
    </div>
  );
}
