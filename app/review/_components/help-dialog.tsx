import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Dialog } from "@/app/_ui/dialog";
import { Kbd } from "@/app/_ui/kbd";

interface HelpDialogProps {
  readonly open: boolean;
  readonly twoButtons: boolean;
  readonly onClose: () => void;
}

/** The keys, the grades, and where the answers are. */
export function HelpDialog({ open, twoButtons, onClose }: HelpDialogProps) {
  const t = useTranslations("review.help");
  return (
    <Dialog open={open} title={t("title")} onClose={onClose}>
      <Part title={t("keys")}>
        <Row name={<Keys keys={[t("space"), t("enter")]} />} text={t("spaceText")} />
        <Row
          name={<Keys keys={twoButtons ? ["1", "2"] : ["1", "2", "3", "4"]} />}
          text={t(twoButtons ? "digitsTwoText" : "digitsText")}
        />
        <Row name={<Keys keys={["U", "Ctrl Z", "⌘ Z"]} />} text={t("undoText")} />
        <Row name={<Keys keys={["S"]} />} text={t("suspendText")} />
        <Row name={<Keys keys={["O"]} />} text={t("conceptText")} />
        <Row name={<Keys keys={["?"]} />} text={t("helpText")} />
        <Row name={<Keys keys={["Esc"]} />} text={t("escText")} />
      </Part>
      <GradesPart twoButtons={twoButtons} />
      <h3 className="mt-5 text-note text-ink-2">{t("safeTitle")}</h3>
      <p className="mt-1 text-small">{t("safe")}</p>
    </Dialog>
  );
}

function GradesPart({ twoButtons }: { twoButtons: boolean }) {
  const t = useTranslations("review");
  return (
    <Part title={t("help.gradesTitle")}>
      <Row name={t("grade.1")} text={t("help.grade1")} />
      {twoButtons ? null : <Row name={t("grade.3")} text={t("help.grade3")} />}
      <Row name={t("grade.4")} text={t("help.grade4")} />
      {twoButtons ? null : <Row name={t("grade.5")} text={t("help.grade5")} />}
    </Part>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <>
      <h3 className="mt-5 text-note text-ink-2 first:mt-0">{title}</h3>
      <dl className="mt-1.5 grid grid-cols-[auto_1fr] items-baseline gap-x-5 gap-y-2 text-small">{children}</dl>
    </>
  );
}

function Row({ name, text }: { name: ReactNode; text: string }) {
  return (
    <>
      <dt className="font-medium">{name}</dt>
      <dd className="text-ink-2">{text}</dd>
    </>
  );
}

function Keys({ keys }: { keys: readonly string[] }) {
  return (
    <span className="inline-flex flex-wrap gap-1">
      {keys.map((key) => (
        <Kbd key={key}>{key}</Kbd>
      ))}
    </span>
  );
}
