import type { Metadata } from "next";
import { AccountScreen } from "@/app/sign-in/_components/account-screen";
import { getT } from "@/lib/i18n/server";

interface SignUpPageProps {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT("account");
  return { title: t("signUp.title"), description: t("signUp.description") };
}

/** Sign-up: lib/auth decides, this asks. */
export default async function SignUpPage({ searchParams }: SignUpPageProps) {
  const { next, error } = await searchParams;
  return <AccountScreen mode="sign-up" next={next} providerFailed={error !== undefined} />;
}
