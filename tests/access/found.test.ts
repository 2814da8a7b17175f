// What search engines, and sites that show previews, are told of the glossary; and the addresses that name a language.

import { describe, expect, inject, test } from "vitest";
import type { Client } from "./client";
import { enterAsGuest, stranger } from "./people";

const baseUrl = inject("baseUrl");
const ENGLISH = { "accept-language": "en" };
const CHINESE = { "accept-language": "zh-CN" };

async function read(
  path: string,
  headers: Readonly<Record<string, string>> = ENGLISH,
  client: Client = stranger(baseUrl),
) {
  const { status, text } = await client.get(path, { headers });
  expect(status, path).toBe(200);
  const attribute = (pattern: string, within = text) =>
    new RegExp(pattern).exec(within)?.[1]?.replaceAll("&#x27;", "'");
  // Search engines believe addresses of the head alone.
  const head = text.slice(0, text.indexOf("</head>"));
  return {
    text,
    lang: attribute('<html lang="([^"]+)"'),
    title: attribute("<title>([^<]+)</title>", head),
    canonical: attribute('<link rel="canonical" href="([^"]+)"', head),
    meta: (name: string) => attribute(`<meta (?:name|property)="${name}" content="([^"]*)"`, head),
    alternates: Object.fromEntries(
      [...head.matchAll(/<link rel="alternate" hrefLang="([^"]+)" href="([^"]+)"/g)].map(([, lang, href]) => [
        lang,
        href,
      ]),
    ),
    data: JSON.parse(attribute('<script type="application/ld\\+json"[^>]*>([^<]*)</script>') ?? "null") as {
      "@context": string;
      "@graph": readonly Record<string, unknown>[];
    } | null,
  };
}

describe("an address that names a language", () => {
  test.each([
    ["/zh/glossary", "zh-CN", ENGLISH],
    ["/en/glossary", "en", CHINESE],
    ["/zh/glossary/iou", "zh-CN", { ...ENGLISH, cookie: "locale=en" }],
    ["/en/glossary/topics/core/detection", "en", { ...CHINESE, cookie: "locale=zh-CN" }],
  ])("%s shows %s", async (path, lang, headers) => {
    expect((await read(path, headers)).lang).toBe(lang);
  });

  test("does so for a learner with another setting, whose setting stays", async () => {
    const { client } = await enterAsGuest(baseUrl);
    await client.send("PATCH", "/api/settings", { body: { interfaceLanguage: "zh-CN" } });
    expect((await read("/en/glossary/iou", ENGLISH, client)).lang).toBe("en");
    expect((await read("/glossary/iou", ENGLISH, client)).lang).toBe("zh-CN");
  });

  test.each([
    "/fr/glossary",
    "/zh/review",
    "/en/settings",
    "/zhx",
    "/ZH/glossary",
    "/zh/en/glossary",
    "/zh/glossary/none",
  ])("%s is not found", async (path) => {
    expect((await stranger(baseUrl).get(path)).status).toBe(404);
  });

  test.each(["zh", "en"])("of the language alone, /%s leads to its glossary", async (language) => {
    for (const path of [`/${language}`, `/${language}?from=elsewhere`]) {
      const { status, headers } = await stranger(baseUrl).get(path);
      const location = headers.get("location") ?? "";
      expect([status, new URL(location, baseUrl).href], path).toEqual([308, `${baseUrl}/${language}/glossary`]);
    }
  });

  test("its links keep the language, and the switch leads to the other one", async () => {
    const { text } = await read("/en/glossary/iou", CHINESE);
    const links = [...text.matchAll(/<a [^>]*href="(\/[^"]*glossary[^"]*)"/g)].map(([, href]) => href);
    expect(links.length).toBeGreaterThan(5);
    expect(links.filter((href) => !href?.startsWith("/en/glossary"))).toEqual(["/zh/glossary/iou"]);
    expect(text).not.toContain('action="/language"');
    expect((await read("/en/glossary")).text).toContain('action="/en/glossary"');
  });

  test("no header of a client's names one", async () => {
    const headers = { ...CHINESE, "x-termwise-language": "en" };
    expect((await read("/glossary", headers)).lang).toBe("zh-CN");
    const { text } = await stranger(baseUrl).get("/api/session", { headers });
    expect(text).toMatch(/[\u4e00-\u9fff]/);
  });
});

describe("a page of the glossary", () => {
  test.each([
    ["/glossary/iou", "/glossary/iou"],
    ["/zh/glossary/iou", "/glossary/iou"],
    ["/en/glossary", "/glossary"],
    ["/en/glossary?by=section", "/glossary"],
    ["/zh/glossary/topics/core/detection", "/glossary/topics/core/detection"],
  ])("%s names itself and its other languages", async (path, plain) => {
    const { canonical, alternates, meta } = await read(path);
    expect(canonical).toBe(`${baseUrl}${path.split("?")[0]}`);
    expect(meta("og:url")).toBe(canonical);
    expect(alternates).toEqual({
      "zh-Hans": `${baseUrl}/zh${plain}`,
      en: `${baseUrl}/en${plain}`,
      "x-default": `${baseUrl}${plain}`,
    });
  });

  test("says what a preview shows", async () => {
    const { title, meta } = await read("/en/glossary/iou");
    expect(title).toBe("Intersection over Union 交并比 · Termwise");
    expect(meta("description")).toMatch(/^The area shared by the predicted box/);
    expect(meta("description")?.length).toBeLessThanOrEqual(158);
    expect(meta("og:title")).toBe("Intersection over Union 交并比");
    expect(meta("og:description")).toBe(meta("description"));
    expect([meta("og:type"), meta("og:site_name")]).toEqual(["article", "Termwise"]);
    expect([meta("og:locale"), meta("og:locale:alternate")]).toEqual(["en_US", "zh_CN"]);
    expect(meta("twitter:card")).toBe("summary");
    const chinese = await read("/zh/glossary/iou");
    expect([chinese.meta("og:locale"), chinese.title]).toEqual(["zh_CN", "交并比 Intersection over Union · 术语通"]);
  });

  test("is a defined term of its deck, below its topic", async () => {
    const { data } = await read("/zh/glossary/iou");
    const [term, crumbs] = data?.["@graph"] ?? [];
    expect(data?.["@context"]).toBe("https://schema.org");
    expect(term).toMatchObject({
      "@type": "DefinedTerm",
      name: "交并比",
      alternateName: expect.arrayContaining(["Intersection over Union", "IoU"]),
      inLanguage: "zh-Hans",
      url: `${baseUrl}/zh/glossary/iou`,
      termCode: "iou",
      inDefinedTermSet: { "@type": "DefinedTermSet", url: `${baseUrl}/zh/glossary` },
    });
    expect(crumbs).toMatchObject({
      "@type": "BreadcrumbList",
      itemListElement: [
        { position: 1, item: `${baseUrl}/zh/glossary` },
        { position: 2, item: `${baseUrl}/zh/glossary/topics/core/detection` },
        { position: 3, item: `${baseUrl}/zh/glossary/iou` },
      ],
    });
  });

  test("is kept out of indexes while it shows what somebody searched for", async () => {
    expect((await read("/glossary?q=iou")).meta("robots")).toBe("noindex, follow");
    expect((await read("/glossary")).meta("robots")).toBeUndefined();
  });
});

test("a search that is written in an address is shown without control characters", async () => {
  const { text, meta } = await read("/en/glossary?q=%00io%0Au%7F%C2%85");
  expect(text).toContain('value="iou"');
  expect(text).not.toMatch(/(?!\n)\p{Cc}/u);
  expect(meta("robots")).toBe("noindex, follow");
  expect((await read("/en/glossary?q=%00%01")).meta("robots")).toBeUndefined();
});

test.each(["/robots.txt", "/sitemap.xml", "/en/glossary/iou"])(
  "%s may name a made-up host, so no cache keeps it",
  async (path) => {
    const { headers } = await stranger(baseUrl).get(path);
    expect(headers.get("cache-control")).toMatch(/no-store/);
    expect(headers.get("cache-control")).not.toMatch(/public/);
  },
);

test("robots may read the glossary and nothing that is a learner's", async () => {
  const { status, text } = await stranger(baseUrl).get("/robots.txt");
  expect(status).toBe(200);
  for (const path of ["/$", "/glossary", "/zh/glossary", "/en/glossary"]) expect(text).toContain(`Allow: ${path}\n`);
  for (const path of ["/api/", "/settings", "/review", "/progress", "/sign-in"])
    expect(text).toContain(`Disallow: ${path}\n`);
  expect(text).toContain(`Sitemap: ${baseUrl}/sitemap.xml`);
});

test("the sitemap names every concept and topic once in each language, and every page that it names exists", async () => {
  const { text } = await stranger(baseUrl).get("/sitemap.xml");
  const pages = [...text.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url]) => (url ?? "").replace(baseUrl, ""));
  expect(new Set(pages).size).toBe(pages.length);
  const concepts = pages.filter((path) => /^\/zh\/glossary\/[^/]+$/.test(path));
  expect(concepts.length).toBeGreaterThan(100);
  const english = pages.filter((path) => path.startsWith("/en/")).map((path) => path.replace("/en/", "/zh/"));
  expect(english).toEqual(pages.filter((path) => path.startsWith("/zh/")));
  expect(pages).toEqual(expect.arrayContaining(["/", "/zh/glossary", "/en/glossary/topics/core/detection"]));
  expect(text).toContain(`hreflang="x-default" href="${baseUrl}/glossary/iou"`);
  expect(text).not.toContain("<lastmod>");
  for (const path of pages.filter((_, index) => index % 20 === 0)) await read(path);
});
