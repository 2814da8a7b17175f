// Every text of the interface, by language and namespace. JSON, so that a translator needs no code; the Chinese files give the keys.

import type { Locale } from "./locale";
import enAccount from "./messages/en/account.json";
import enAway from "./messages/en/away.json";
import enCommon from "./messages/en/common.json";
import enErrors from "./messages/en/errors.json";
import enGlossary from "./messages/en/glossary.json";
import enLanding from "./messages/en/landing.json";
import enNotFound from "./messages/en/notFound.json";
import enProgress from "./messages/en/progress.json";
import enReview from "./messages/en/review.json";
import enSettings from "./messages/en/settings.json";
import zhAccount from "./messages/zh-CN/account.json";
import zhAway from "./messages/zh-CN/away.json";
import zhCommon from "./messages/zh-CN/common.json";
import zhErrors from "./messages/zh-CN/errors.json";
import zhGlossary from "./messages/zh-CN/glossary.json";
import zhLanding from "./messages/zh-CN/landing.json";
import zhNotFound from "./messages/zh-CN/notFound.json";
import zhProgress from "./messages/zh-CN/progress.json";
import zhReview from "./messages/zh-CN/review.json";
import zhSettings from "./messages/zh-CN/settings.json";

const zh = {
  account: zhAccount,
  away: zhAway,
  common: zhCommon,
  errors: zhErrors,
  glossary: zhGlossary,
  landing: zhLanding,
  notFound: zhNotFound,
  progress: zhProgress,
  review: zhReview,
  settings: zhSettings,
};

export type Messages = typeof zh;
export type Namespace = keyof Messages;

const en: Messages = {
  account: enAccount,
  away: enAway,
  common: enCommon,
  errors: enErrors,
  glossary: enGlossary,
  landing: enLanding,
  notFound: enNotFound,
  progress: enProgress,
  review: enReview,
  settings: enSettings,
};

export const MESSAGES: Readonly<Record<Locale, Messages>> = { "zh-CN": zh, en };

declare module "use-intl" {
  interface AppConfig {
    Locale: Locale;
    Messages: Messages;
  }
}

/** Those namespaces of a language that a page's browser code needs. */
export function pickMessages(locale: Locale, namespaces: readonly Namespace[]): Partial<Messages> {
  return Object.fromEntries(namespaces.map((namespace) => [namespace, MESSAGES[locale][namespace]]));
}
