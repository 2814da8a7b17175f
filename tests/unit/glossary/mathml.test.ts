import { describe, expect, test } from "vitest";
import { formulaToMathml } from "@/lib/glossary/formula";

const SPACE = '<mspace width="0.1667em"></mspace>';
const mathml = (tex: string) => formulaToMathml(tex) ?? "";
/** What is seen, with a space where there is one. */
const seen = (tex: string) =>
  mathml(tex)
    .replaceAll(SPACE, " ")
    .replace(/<[^>]*>|\u2061/g, "");

describe("MathML for browsers", () => {
  test.each([
    [String.raw`\mathbb{E}, \mathbb{R}, \mathbb{1}`, "𝔼,ℝ,𝟙"],
    [String.raw`\mathcal{N}, \mathcal{L}, \mathcal{D}`, "𝒩,ℒ,𝒟"],
    [String.raw`\mathbf{1}, \mathbf{x}, \mathbf{W}`, "𝟏,𝐱,𝐖"],
  ])("%s has the letters themselves", (tex, letters) => {
    expect(seen(tex)).toBe(letters);
    expect(mathml(tex)).not.toMatch(/mathvariant="(?!normal)/);
  });

  test("letters that stand as they are keep their style", () => {
    expect(mathml(String.raw`\mathrm{T} x`)).toContain('<mi mathvariant="normal">T</mi><mi>x</mi>');
  });

  test.each([
    ["a name before a letter", String.raw`\log D`, "log D"],
    ["a name before a fraction", String.raw`\sin\frac{a}{b}`, "sin ab"],
    ["a name with limits, after them", String.raw`\min_{G_k} \max_D V`, "minGk maxD V"],
    ["a name with an index", String.raw`\operatorname{argmax}_a Q`, "argmaxa Q"],
    ["no space before a bracket", String.raw`\log(x) \max_i(y)`, "log(x)maxi(y)"],
    ["no space before a bracket that grows", String.raw`\exp\left(\frac{x}{2}\right)`, "exp(x2)"],
    ["no space at an end", String.raw`2\log`, "2log"],
  ])("%s", (_, tex, text) => {
    expect(seen(tex)).toBe(text);
  });

  test("is not set in a face for Chinese", () => {
    expect(mathml("x")).toMatch(/^<span class="katex" lang="en"><math /);
  });

  test("stays well-formed", () => {
    const tags =
      mathml(String.raw`\min_{\theta} \mathbb{E}_{x}\left[\log p_\theta(x)\right] + \sum_{i=1}^{n} \ln x_i`).match(
        /<\/?[a-z]+/g,
      ) ?? [];
    const open: string[] = [];
    for (const tag of tags) {
      if (tag.startsWith("</")) expect(`</${open.pop()?.slice(1)}`).toBe(tag);
      else open.push(tag);
    }
    expect(open).toEqual([]);
  });
});
