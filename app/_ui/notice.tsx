import type { ReactNode } from "react";
import { StrokeIcon } from "./stroke-icon";

export type NoticeTone = "info" | "good" | "warn" | "danger";

interface NoticeProps {
  readonly tone?: NoticeTone;
  readonly title?: ReactNode;
  readonly children?: ReactNode;
  /** "status" is read out when convenient, "alert" at once; left out for what stands there from the start. */
  readonly role?: "status" | "alert";
  readonly className?: string;
}

const GROUND: Readonly<Record<NoticeTone, string>> = {
  info: "border-line bg-surface",
  good: "border-good/40 bg-good-soft",
  warn: "border-warn/40 bg-warn-soft",
  danger: "border-danger/40 bg-danger-soft",
};
const MARK: Readonly<Record<NoticeTone, string>> = {
  info: "text-ink-2",
  good: "text-good",
  warn: "text-warn",
  danger: "text-danger",
};

/** A sentence or two that the reader should not miss. The mark's shape says what the colour says. */
export function Notice({ tone = "info", title, children, role, className = "" }: NoticeProps) {
  return (
    <div role={role} className={`flex gap-3 rounded-control border px-4 py-3 text-small ${GROUND[tone]} ${className}`}>
      <StrokeIcon className={`mt-0.5 size-5 shrink-0 ${MARK[tone]}`}>
        <ToneMark tone={tone} />
      </StrokeIcon>
      <div className="min-w-0 grow">
        {title ? <p className="font-medium">{title}</p> : null}
        {children}
      </div>
    </div>
  );
}

function ToneMark({ tone }: { tone: NoticeTone }) {
  switch (tone) {
    case "good":
      return <path d="m4.5 10.5 3.7 3.7 7.3-8" />;
    case "warn":
      return <path d="M10 3 2.8 16h14.4zM10 8v4m0 2.2v.1" />;
    case "danger":
      return <path d="M10 2.8a7.2 7.2 0 1 0 0 14.4 7.2 7.2 0 0 0 0-14.4M10 6.4v4.6m0 2.5v.1" />;
    case "info":
      return <path d="M10 2.8a7.2 7.2 0 1 0 0 14.4 7.2 7.2 0 0 0 0-14.4M10 9.2v4.4m0-7.2v.1" />;
  }
}
