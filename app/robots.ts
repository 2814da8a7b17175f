import type { MetadataRoute } from "next";
import { getPublicOrigin } from "@/lib/auth/public-address";

/** Made when it is asked for: a build does not know the address. */
export const dynamic = "force-dynamic";

/** What is a learner's own, or leads there. */
const PRIVATE = ["/api/", "/settings", "/review", "/progress", "/sign-in", "/sign-up", "/language"];

/** The landing page and the glossary are everybody's to find. */
export default async function robots(): Promise<MetadataRoute.Robots> {
  return {
    rules: { userAgent: "*", allow: ["/$", "/glossary", "/zh/glossary", "/en/glossary"], disallow: PRIVATE },
    sitemap: `${await getPublicOrigin()}/sitemap.xml`,
  };
}
