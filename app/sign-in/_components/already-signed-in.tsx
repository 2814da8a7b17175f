import { Button, LinkButton } from "@/app/_ui/button";
import { getT } from "@/lib/i18n/server";

/** Whoever has an account and is signed in to it comes here by mistake, or to use another one. */
export async function AlreadySignedIn({ name, next }: { name: string; next: string }) {
  const t = await getT("account");
  return (
    <>
      <h1 className="mt-[clamp(1rem,6vh,4rem)] font-heading text-title font-medium">{t("already.title")}</h1>
      <p className="mt-1 mb-7 text-ink-2">{t("already.text", { name })}</p>
      <div className="flex flex-wrap gap-3">
        <LinkButton href={next} variant="primary">
          {t("already.continue")}
        </LinkButton>
        <form method="post" action="/api/sign-out">
          <Button type="submit">{t("already.signOut")}</Button>
        </form>
      </div>
    </>
  );
}
