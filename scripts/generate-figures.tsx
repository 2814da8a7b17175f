// Renders every figure in both languages into lib/data/generated/figures.json. Called by `npm run generate` when a figure has changed; run
// outside of React's server condition, which has no renderer to strings.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { renderToStaticMarkup } from "react-dom/server";
import { type FigureLanguage, type FigureSpec, sayIn } from "../app/_figures/figure";
import { Canvas } from "../app/_figures/kit/canvas";
import { FIGURES } from "../app/_figures/registry";

const OUTPUT = join(import.meta.dirname, "../lib/data/generated/figures.json");

function svgOf({ height, alt, draw }: FigureSpec, language: FigureLanguage): string {
  return renderToStaticMarkup(
    <Canvas height={height} alt={alt[language]}>
      {draw(sayIn(language))}
    </Canvas>,
  );
}

const rendered = FIGURES.map((figure) => {
  const { name, caption, alt, interactive = false, liveCaption = caption } = figure;
  return [
    name,
    { caption, liveCaption, alt, interactive, svg: { zh: svgOf(figure, "zh"), en: svgOf(figure, "en") } },
  ] as const;
});
const twice = rendered.find(([name], index) => rendered.findIndex(([other]) => other === name) !== index);
if (twice) throw new Error(`Inconsistent: two figures are called ${twice[0]}`);
writeFileSync(OUTPUT, `${JSON.stringify(Object.fromEntries(rendered))}\n`);
console.log(`${rendered.length} figures drawn.`);
