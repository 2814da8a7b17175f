import type { MapArrow } from "@/lib/glossary/prerequisite-map";

interface MapArrowsProps {
  /** How many boxes the upper and the lower row have. */
  readonly columns: readonly [upper: number, lower: number];
  readonly arrows: readonly MapArrow[];
}

/** Thousandths of the width. */
const WIDTH = 1000;
const HEIGHT = 40;

/**
 * The lines between two rows. Columns are equally wide, so the middle of each is known without measuring: the drawing is stretched to the
 * width of the rows, the strokes are not. On a phone, where rows wrap, one arrow says that the order goes on.
 */
export function MapArrows({ columns: [upper, lower], arrows }: MapArrowsProps) {
  const middle = (place: number, columns: number) => ((place + 0.5) / columns) * WIDTH;
  const curve = ({ from, to }: MapArrow) => {
    const [x1, x2] = [middle(from, upper), middle(to, lower)];
    return `M${x1} 0C${x1} ${HEIGHT * 0.55} ${x2} ${HEIGHT * 0.45} ${x2} ${HEIGHT - 4}`;
  };
  return (
    <div className="text-ink-3">
      <svg
        aria-hidden="true"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        className="block h-10 w-full max-sm:hidden print:block"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.25"
      >
        {arrows.map((arrow) => (
          <path key={`${arrow.from}-${arrow.to}`} d={curve(arrow)} vectorEffect="non-scaling-stroke" />
        ))}
      </svg>
      <svg
        aria-hidden="true"
        viewBox="0 0 12 28"
        className="mx-auto my-0.5 block h-7 w-3 sm:hidden print:hidden"
        fill="none"
        stroke="currentColor"
      >
        <path d="M6 2v22m-4-5 4 5 4-5" strokeWidth="1.25" strokeLinecap="round" strokeLinejoin="round" />
      </svg>
    </div>
  );
}
