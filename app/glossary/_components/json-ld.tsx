import { headers } from "next/headers";
import { serializeJsonLd, type Thing } from "./structured-data";

/** Structured data for search engines: a block of data that no browser runs. It bears the nonce of the page like every script element. */
export async function JsonLd({ things }: { things: readonly Thing[] }) {
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  return (
    <script
      type="application/ld+json"
      nonce={nonce}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON in which nothing can end the element
      dangerouslySetInnerHTML={{ __html: serializeJsonLd(things) }}
    />
  );
}
