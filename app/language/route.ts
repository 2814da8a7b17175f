import { cookies } from "next/headers";
import { z } from "zod";
import { isForm, parseWith, readForm } from "@/app/api/_body";
import { type Handler, handle, methods } from "@/app/api/_handler";
import { getUser } from "@/lib/auth/current-user";
import { safeNextPath } from "@/lib/auth/next-path";
import { cookieAttributes, cookieName } from "@/lib/auth/session-cookie";
import { isDatabaseAway } from "@/lib/data/database-away";
import { updateSettings } from "@/lib/data/settings";
import { AppError } from "@/lib/errors";
import { LOCALE_COOKIE, LOCALES, type Locale } from "@/lib/i18n/locale";

const SCHEMA = z.object({ locale: z.enum(LOCALES, "unknown-choice"), back: z.string().max(500).catch("/") });
const FORM_LIMIT_BYTES = 4096;
const YEAR_SECONDS = 365 * 86_400;

/** The form of the header: keeps the language for this browser, and for a learner in the settings, then goes back to the page. */
const changeLanguage: Handler = handle(async (request) => {
  if (!isForm(request)) throw new AppError("wrong-content-type");
  const { locale, back } = parseWith(SCHEMA, await readForm(request, FORM_LIMIT_BYTES));
  (await cookies()).set(cookieName(LOCALE_COOKIE), locale, { ...cookieAttributes(), maxAge: YEAR_SECONDS });
  await keepInSettings(locale);
  const location = safeNextPath(back) === back ? back : "/";
  return new Response(null, { status: 303, headers: { location } });
});

/** For a learner. While the database is away the cookie speaks for this browser: the page that says so is then in the chosen language. */
async function keepInSettings(interfaceLanguage: Locale): Promise<void> {
  try {
    const user = await getUser();
    if (user !== null) await updateSettings(user.id, { interfaceLanguage });
  } catch (error) {
    const isAway = error instanceof AppError ? error.code === "unavailable" : isDatabaseAway(error);
    if (!isAway) throw error;
  }
}

export const { GET, POST, PUT, PATCH, DELETE } = methods({ POST: changeLanguage });
