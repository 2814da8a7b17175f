"use client";

import { useLayoutEffect, useRef, useState } from "react";

interface FormulaProps {
  /** MathML, made on the server by KaTeX from the checked seed. */
  readonly mathml: string;
  /** How it is read aloud: what a screen reader says. */
  readonly reading: { readonly lang: "zh-Hans" | "en"; readonly text: string };
  /** Where it is what the card asks, or asks for. */
  readonly large?: boolean;
  readonly className?: string;
}

/** A formula, also within a heading. Scrolls in its own box when it is too wide. */
export function Formula({ mathml, reading, large = false, className = "" }: FormulaProps) {
  const box = useRef<HTMLSpanElement>(null);
  const [scrolls, setScrolls] = useState(false);
  useLayoutEffect(() => {
    const element = box.current;
    if (element !== null) setScrolls(element.scrollWidth > element.clientWidth);
  }, []);
  return (
    <span
      ref={box}
      role="math"
      lang={reading.lang}
      aria-label={reading.text}
      // What scrolls must be reachable with the keyboard; what does not scroll must not be in its way.
      {...(scrolls ? { tabIndex: 0 } : {})}
      className={`block overflow-x-auto overflow-y-hidden py-2 text-center ${large ? "text-[clamp(18px,4.6vw,28px)]" : "text-[1.05em] sm:text-[1.15em]"} ${scrolls ? "fade-end" : ""} ${className}`}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: KaTeX's output with trust off, from the seed's own TeX
      dangerouslySetInnerHTML={{ __html: mathml }}
    />
  );
}
