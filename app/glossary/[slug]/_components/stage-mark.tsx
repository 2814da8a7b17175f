import { STAGES, type Stage } from "@/lib/stats/stage";

/** Three small bars that fill with the stage; a dash when set aside. The word stands beside it. */
export function StageMark({ stage, suspended }: { stage: Stage; suspended: boolean }) {
  const filled = STAGES.indexOf(stage);
  return (
    <svg aria-hidden="true" viewBox="0 0 26 12" className="h-3 w-6.5">
      {suspended ? (
        <path d="M1 6h24" stroke="var(--ink-3)" strokeWidth="2" strokeDasharray="4 3" />
      ) : (
        [0, 1, 2].map((bar) => (
          <rect
            key={bar}
            x={bar * 9}
            y="1"
            width="7"
            height="10"
            rx="1.5"
            fill={bar < filled ? "var(--good)" : "var(--sunken)"}
            stroke={bar < filled ? "var(--good)" : "var(--ink-3)"}
            strokeWidth="0.75"
          />
        ))
      )}
    </svg>
  );
}
