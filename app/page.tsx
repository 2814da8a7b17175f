import { getUser } from "@/lib/auth/current-user";
import { Home } from "./_components/home";
import { Landing } from "./_components/landing";
import { SiteShell } from "./_ui/site-shell";

/** What this is, to a stranger; what there is to do today, to a learner. */
export default async function StartPage() {
  const user = await getUser();
  return <SiteShell>{user === null ? <Landing /> : <Home user={user} />}</SiteShell>;
}
