// The same charts in this engine and in Chromium: how many of their pixels differ.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { launch } from "../../tools/browser.mjs";
import { open, useBrowser } from "./common/browser.mjs";
import { engine } from "./common/engine.mjs";
import { site } from "./common/site.mjs";

useBrowser();

const CHARTS = [
  ["growth", "tra-cu-2023"],
  ["structure", "structure-decade"],
  ["poverty", "poverty-series"],
  ["living-standards", "tra-cu-2023"],
  ["ntm", "tra-cu-2023"],
  ["ntm-criteria", "tra-cu-2023"],
  ["targets", "tra-cu-2023"],
].map(([chart, name]) => ({
  chart,
  data: JSON.parse(readFileSync(new URL(`../charts/${name}.json`, import.meta.url))),
}));

/** Letters of the same face in every engine, whatever the system has. */
const FACES = ["latin", "vietnamese"].flatMap((script) =>
  [400, 600].map(
    (weight) => `@font-face { font-family: Same; font-weight: ${weight};
      src: url(/demo/fonts/be-vietnam-pro-${script}-${weight}.woff2);
      unicode-range: ${script === "latin" ? "U+0-FF, U+2000-206F" : "U+100-1FFF"} }`,
  ),
);
const PAGES = { "/": `<style>${FACES.join("\n")}</style><p>` };

/**
 * The most percent of the pixels that may differ, at all and by a quarter of the scale: of
 * the picture, and of its shapes alone. WebKitGTK sets letters in whole pixels, and what
 * stands beside a text starts up to some pixels farther.
 */
const LIMITS = {
  firefox: { picture: [9, 0.05], shapes: [0.8, 0.01] },
  webkit: { picture: [15, 9], shapes: [3.5, 3] },
};

/** In the page: each chart as a PNG, and once more without its letters. */
async function drawAll(charts) {
  for (const weight of [400, 600]) await document.fonts.load(`${weight} 14px Same`, "aộ");
  const loaded = [...document.fonts].filter(({ status }) => status === "loaded");
  const { load, Chart } = await import("/core.js");
  await load();
  const { fillText } = CanvasRenderingContext2D.prototype;
  const draw = (letters) =>
    charts.map(({ chart, data }) => {
      CanvasRenderingContext2D.prototype.fillText = letters;
      const canvas = document.createElement("canvas");
      const drawn = new Chart(data, { chart, theme: { fontFamily: "Same" } });
      drawn.draw(canvas, { width: 720, pixelRatio: 1 });
      drawn.free();
      return canvas.toDataURL();
    });
  return { faces: loaded.length, picture: draw(fillText), shapes: draw(() => {}) };
}

/** In the page: of two pictures, how many percent of the pixels differ. */
async function compare(one, other) {
  const pixelsOf = async (address) => {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    Object.assign(canvas, { width: image.width, height: image.height });
    const context = canvas.getContext("2d");
    context.fillStyle = "white";
    context.fillRect(0, 0, image.width, image.height);
    context.drawImage(image, 0, 0);
    return context.getImageData(0, 0, image.width, image.height);
  };
  const [a, b] = [await pixelsOf(one), await pixelsOf(other)];
  let [atAll, clearly] = [0, 0];
  for (let i = 0; i < a.data.length; i += 4) {
    const most = Math.max(
      ...[0, 1, 2].map((part) => Math.abs(a.data[i + part] - b.data[i + part])),
    );
    if (most > 0) atAll++;
    if (most > 64) clearly++;
  }
  const percent = (count) => (100 * count) / (a.data.length / 4);
  const sizes = [a, b].map(({ width, height }) => [width, height]);
  return { sizes, shares: [percent(atAll), percent(clearly)] };
}

const skip = engine === "chromium" && "it is what the others are compared with";

test("a chart has the size it has in Chromium, and nearly the same pixels", { skip }, (context) =>
  open(PAGES, async (page) => {
    const here = await page.evaluate(drawAll, CHARTS);
    const chromium = await launch();
    const served = await site(PAGES);
    try {
      const reference = await chromium.newPage();
      await reference.goto(served.url);
      const there = await reference.evaluate(drawAll, CHARTS);
      assert.deepEqual([here.faces, there.faces], [4, 4]);
      for (const [index, { chart }] of CHARTS.entries()) {
        for (const [what, limits] of Object.entries(LIMITS[engine])) {
          const pictures = [here, there].map((drawn) => drawn[what][index]);
          const { sizes, shares } = await reference.evaluate(compare, ...pictures);
          assert.deepEqual(...sizes, chart);
          const told = `${chart}, ${what}: ${shares.map((share) => share.toFixed(3)).join(" and ")}%`;
          context.diagnostic(told);
          assert.ok(
            shares.every((share, i) => share <= limits[i]),
            told,
          );
        }
      }
    } finally {
      await chromium.close();
      await served.close();
    }
  }),
);
