// Who may do what, route by route and page by page. A route without a row here fails the test, and so does a method without one.

import type { Method, Sent } from "./client";

/** A status, or for a redirect where it leads. */
export type Outcome = number | { readonly to: string };

export interface Row {
  /** An address that the route answers; by default its own path. */
  readonly path?: string;
  readonly sent?: Sent;
  /** Somebody without a cookie. */
  readonly stranger: Outcome;
  readonly guest: Outcome;
  /** Somebody with an account, while the data in question is another's. */
  readonly other: Outcome;
  /** Somebody whose session has been ended on the server, cookie still at hand. */
  readonly revoked: Outcome;
}

export type Rows = Readonly<Partial<Record<Method, Row>>>;

const everybody = (outcome: Outcome) => ({ stranger: outcome, guest: outcome, other: outcome, revoked: outcome });
/** Learners get through, everybody else is told to sign in. */
const learners = (outcome: Outcome) => ({ stranger: 401, guest: outcome, other: outcome, revoked: 401 });
const empty: Sent = { body: {} };

/** A page for learners: everybody else is sent to sign in, and back afterwards. */
function learnersPage(path: string): Rows {
  const toSignIn = { to: `/sign-in?next=${encodeURIComponent(path)}` };
  return { GET: { stranger: toSignIn, guest: 200, other: 200, revoked: toSignIn } };
}
const publicPage: Rows = { GET: everybody(200) };

/** Keys are folders of app/ with a page.tsx or a route.ts. */
export const ROUTES: Readonly<Record<string, Rows>> = {
  "/": publicPage,
  "/glossary": publicPage,
  "/glossary/[slug]": { GET: { path: "/glossary/convolution", ...everybody(200) } },
  "/glossary/topics/[deck]/[topic]": { GET: { path: "/glossary/topics/core/detection", ...everybody(200) } },
  "/progress": learnersPage("/progress"),
  "/review": learnersPage("/review"),
  "/settings": learnersPage("/settings"),
  "/sign-in": publicPage,
  "/sign-up": publicPage,
  "/language": { POST: { sent: { form: { locale: "en", back: "/glossary" } }, ...everybody({ to: "/glossary" }) } },

  "/api/[...path]": {
    GET: { path: "/api/nothing", ...everybody(404) },
    POST: { path: "/api/nothing", sent: empty, ...everybody(404) },
    PUT: { path: "/api/nothing", sent: empty, ...everybody(404) },
    PATCH: { path: "/api/nothing", sent: empty, ...everybody(404) },
    DELETE: { path: "/api/nothing", sent: empty, ...everybody(404) },
  },
  "/api/account": {
    POST: { sent: empty, stranger: 422, guest: 422, other: 422, revoked: 422 },
    DELETE: { sent: empty, stranger: 401, guest: 200, other: 403, revoked: 401 },
  },
  "/api/account/password": {
    POST: {
      sent: { body: { currentPassword: "wrong", newPassword: "another long one" } },
      ...learners(422),
      other: 403,
    },
  },
  "/api/account/sign-in": {
    POST: { sent: { body: { name: "nobody-of-that-name", password: "x" } }, ...everybody(401) },
  },
  "/api/account/sign-out-everywhere": { POST: { sent: empty, ...learners(200) } },
  "/api/auth/[...nextauth]": {
    GET: { path: "/api/auth/session", ...everybody(200) },
    POST: { path: "/api/auth/signout", sent: { form: {} }, ...everybody({ to: "/api/auth/signout?csrf=true" }) },
  },
  "/api/export": { GET: learners(200) },
  "/api/glossary": { GET: { path: "/api/glossary?q=convolution", ...everybody(200) } },
  "/api/guest": { POST: { sent: empty, stranger: 201, guest: 200, other: 200, revoked: 201 } },
  "/api/health": { GET: everybody(200) },
  "/api/progress": { GET: learners(200) },
  "/api/ready": { GET: everybody(200) },
  // Only led to from inside; says what pages and files allow.
  "/api/refused": {},
  "/api/reviews": { POST: { sent: { body: { sentAt: 0, ops: [] } }, ...learners(200) } },
  "/api/session": { GET: learners(200), POST: { sent: { body: { extraNew: 1 } }, ...learners(200) } },
  "/api/settings": { GET: learners(200), PATCH: { sent: { body: { newPerDay: 3 } }, ...learners(200) } },
  "/api/sign-out": { POST: { sent: empty, ...everybody(200) } },
  "/api/suspensions": {
    POST: { sent: { body: { conceptId: "core.convolution", cardId: null, suspended: false } }, ...learners(200) },
    PUT: { sent: { body: { conceptId: "core.convolution", cardId: null, suspended: false } }, ...learners(200) },
  },
};
