import Link from "next/link";
import type { ReactNode } from "react";
import type { ProgressView } from "@/lib/data/progress";
import type { QueueCounts } from "@/lib/srs/session-payload";
import type { Texts } from "./texts";

interface TilesProps {
  readonly view: ProgressView;
  /** What /review would still ask today. */
  readonly left: QueueCounts;
  readonly texts: Texts;
}

/** The four numbers that matter today, each with its period or its n. */
export function Tiles({ view, left, texts }: TilesProps) {
  const { t, number } = texts;
  const { streak, concepts } = view;
  return (
    <dl className="grid grid-cols-2 gap-3.5 lg:grid-cols-4">
      <Tile name={t("tiles.left")} value={number(left.new + left.due + left.drill)} testId="tile-left">
        <LeftDetail left={left} answers={view.today.answers} texts={texts} />
      </Tile>
      <Tile name={t("tiles.streak")} value={number(streak.days)} testId="tile-streak">
        {streak.days > 0 && !streak.includesToday ? t("tiles.streakToday") : t("tiles.streakDetail")}
      </Tile>
      <RetentionTile recent={view.recentRetention} texts={texts} />
      <Tile name={t("tiles.concepts")} value={number(concepts.started)} testId="tile-concepts">
        {t("tiles.conceptsDetail", { all: number(concepts.all) })}
      </Tile>
    </dl>
  );
}

function LeftDetail({ left, answers, texts: { t } }: { left: QueueCounts; answers: number; texts: Texts }) {
  if (left.new + left.due + left.drill === 0) {
    return answers > 0 ? t("tiles.leftDone", { answers }) : t("tiles.leftNothing");
  }
  return (
    <>
      {t("tiles.leftDetail", { new: left.new, due: left.due, drill: left.drill })}
      {left.waiting > 0 ? <span className="block">{t("tiles.leftWaiting", { waiting: left.waiting })}</span> : null}{" "}
      <Link href="/review" className="link whitespace-nowrap">
        {t("tiles.review")}
      </Link>
    </>
  );
}

function RetentionTile({ recent, texts }: { recent: ProgressView["recentRetention"]; texts: Texts }) {
  const { t, number, percent } = texts;
  return (
    <Tile
      name={t("tiles.retention")}
      value={recent.n === 0 ? t("noData") : percent(recent.passed / recent.n)}
      testId="tile-retention"
    >
      {t(recent.n === 0 ? "tiles.retentionNone" : "tiles.retentionDetail", { days: recent.days, n: number(recent.n) })}
    </Tile>
  );
}

interface TileProps {
  readonly name: string;
  readonly value: string;
  readonly testId: string;
  readonly children: ReactNode;
}

function Tile({ name, value, testId, children }: TileProps) {
  return (
    <div data-testid={testId} className="flex min-w-0 flex-col rounded-card border border-line bg-surface px-5 py-4.5">
      <dt className="order-2 text-small">{name}</dt>
      <dd className="order-1 font-latin-term text-[34px] leading-[1.25] tabular-nums">{value}</dd>
      <dd className="order-3 text-note text-ink-2">{children}</dd>
    </div>
  );
}
