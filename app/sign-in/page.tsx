import type { Metadata } from "next";
import { getT } from "@/lib/i18n/server";
import { AccountScreen } from "./_components/account-screen";

interface SignInPageProps {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT("account");
  return { title: t("signIn.title"), description: t("signIn.description") };
}

/** Sign-in: lib/auth decides, this asks. */
export default async function SignInPage({ searchParams }: SignInPageProps) {
  const { next, error } = await searchParams;
  return <AccountScreen mode="sign-in" next={next} providerFailed={error !== undefined} />;
}
