"use client";

import { type KeyboardEvent, type PointerEvent, type ReactNode, useEffect, useRef } from "react";
import { FIGURE_WIDTH } from "../figure";
import type { Point } from "../kit/shapes";

/**
 * The frame of a figure that can be played with: the drawing, its controls, and a sentence that says what is to be seen now, for those who
 * do not see it.
 */
export function Playground({
  label,
  height,
  drawing,
  controls,
  status,
}: {
  /** What to do: shown, and the name of the group of controls. */
  label: string;
  height: number;
  drawing: ReactNode;
  controls?: ReactNode;
  /** Also shown. */
  status: string;
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out like this in all browsers
    <div role="group" aria-label={label}>
      <p aria-hidden="true" className="mx-auto mb-2 max-w-[460px] text-note text-ink-2">
        {label}
      </p>
      {/* biome-ignore lint/a11y/noSvgWithoutTitle: the group around it is named, and the sentence below says what is drawn */}
      <svg viewBox={`0 0 ${FIGURE_WIDTH} ${height}`} className="mx-auto block h-auto w-full max-w-[460px] font-ui">
        {drawing}
      </svg>
      {controls === undefined ? null : <div className="mx-auto mt-2 grid max-w-[460px] gap-2">{controls}</div>}
      <output className="mx-auto mt-2 block min-h-[2lh] max-w-[460px] text-small tabular-nums">{status}</output>
    </div>
  );
}

interface SliderProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly onChange: (value: number) => void;
  /** How the value is shown and read out. */
  readonly shown?: string;
}

/** A number that is chosen by drag, touch or arrow keys. */
export function Slider({ label, value, min, max, step, onChange, shown = String(value) }: SliderProps) {
  return (
    <label className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 text-small">
      <span className="text-ink-2">{label}</span>
      {/* Read out as the value, not as part of the name. */}
      <span aria-hidden="true" className="tabular-nums">
        {shown}
      </span>
      <input
        type="range"
        {...{ min, max, step, value }}
        aria-valuetext={shown}
        onChange={(event) => onChange(Number(event.currentTarget.value))}
        className="col-span-2 h-11 w-full accent-accent"
      />
    </label>
  );
}

/** One of a few values. */
export function Choice<Value extends string | number>({
  label,
  value,
  options,
  onChange,
}: {
  label: string;
  value: Value;
  options: readonly { readonly value: Value; readonly label: string }[];
  onChange: (value: Value) => void;
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: as above
    <div role="group" aria-label={label} className="flex min-h-11 flex-wrap items-center gap-2 text-small">
      <span className="mr-1 text-ink-2">{label}</span>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          aria-pressed={option.value === value}
          onClick={() => onChange(option.value)}
          className="min-h-11 min-w-11 rounded-control border border-line bg-surface px-3 hover:border-ink-3 aria-pressed:border-accent aria-pressed:bg-accent-soft"
        >
          {option.label}
        </button>
      ))}
    </div>
  );
}

/** Buttons in a row: "step", "again". One that has nothing to do keeps its place and the focus; a disabled button would drop it. */
export function Actions({
  actions,
}: {
  actions: readonly { readonly label: string; readonly onPress: () => void; readonly disabled?: boolean }[];
}) {
  return (
    <div className="flex flex-wrap gap-2">
      {actions.map(({ label, onPress, disabled = false }, index) => (
        <button
          // biome-ignore lint/suspicious/noArrayIndexKey: a button is its place, whatever its label says now
          key={index}
          type="button"
          aria-disabled={disabled}
          onClick={disabled ? undefined : onPress}
          className="min-h-11 rounded-control border border-line bg-surface px-4 text-small hover:border-ink-3 aria-disabled:text-ink-3"
        >
          {label}
        </button>
      ))}
    </div>
  );
}

interface DragHandleProps {
  /** What is dragged, for those who do not see it. Begins with the words that stand on it. */
  readonly label: string;
  /** Where it is now, in words. */
  readonly shown: string;
  /** Where it is now, in units of the figure. */
  readonly at: Point;
  /** Where it is wanted; the caller keeps it inside. */
  readonly onMove: (to: Point) => void;
  /** Units that an arrow key moves by; with Shift five times as much. */
  readonly step?: number;
  readonly children: ReactNode;
}

const ARROWS: Readonly<Record<string, Point>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Something in a drawing that is dragged with mouse or finger, or moved with the arrow keys. */
export function DragHandle({ label, shown, at, onMove, step = 2, children }: DragHandleProps) {
  // Where it was taken hold of: what is dragged past an edge is back under the pointer when that comes back.
  const grabbed = useRef<{ readonly pointer: Point; readonly at: Point } | null>(null);
  const handle = useRef<SVGGElement>(null);
  useEffect(() => {
    // The finger must move the thing and not the page. `touch-action` has no effect inside an SVG, and React listens too late to say so.
    const keepPage = (event: TouchEvent) => event.preventDefault();
    const element = handle.current;
    element?.addEventListener("touchstart", keepPage, { passive: false });
    return () => element?.removeEventListener("touchstart", keepPage);
  }, []);
  const start = (event: PointerEvent<SVGGElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    grabbed.current = { pointer: [event.clientX, event.clientY], at };
  };
  const move = (event: PointerEvent<SVGGElement>) => {
    const svg = event.currentTarget.ownerSVGElement;
    const held = grabbed.current;
    if (held === null || svg === null) return;
    const scale = FIGURE_WIDTH / svg.getBoundingClientRect().width;
    const across = (event.clientX - held.pointer[0]) * scale;
    const down = (event.clientY - held.pointer[1]) * scale;
    onMove([held.at[0] + across, held.at[1] + down]);
  };
  const end = () => {
    grabbed.current = null;
  };
  const press = (event: KeyboardEvent) => {
    const arrow = ARROWS[event.key];
    if (arrow === undefined) return;
    event.preventDefault();
    const units = event.shiftKey ? step * 5 : step;
    onMove([at[0] + arrow[0] * units, at[1] + arrow[1] * units]);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: there is no button in SVG
    <g
      ref={handle}
      role="button"
      tabIndex={0}
      aria-label={`${label}: ${shown}`}
      onPointerDown={start}
      onPointerMove={move}
      onPointerUp={end}
      onPointerCancel={end}
      onKeyDown={press}
      // Some browsers frame what was clicked, too; the ring is for the keyboard.
      className="cursor-move [&:focus:not(:focus-visible)]:outline-none"
    >
      {children}
    </g>
  );
}
