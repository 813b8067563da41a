// The focus is visible: by calculation from real pixels, in every theme.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { setMedia, THEMES } from "../../tools/media.mjs";
import { drawn, frames, open, useBrowser } from "./common/browser.mjs";
import { SCRIPT } from "./common/site.mjs";

useBrowser();

const CHARTS = {
  growth: "vocabulary",
  structure: "structure-gaps",
  poverty: "poverty-series",
  "living-standards": "living-standards-gaps",
  ntm: "tra-cu-2023",
  "ntm-criteria": "criteria-states",
  targets: "targets-every",
};

/** WCAG 2.2, 1.4.11 and 2.4.13: so much contrast, so many pixels across. */
const CONTRAST = 3;
const THICKNESS = 2;
/** Of the line's length: it may cross text of its own colour, or lie on a mark of it. */
const UNBROKEN = 0.75;

/** Of the screen, round what has the focus. */
const MARGIN = 12;

const corpus = (name) =>
  JSON.parse(readFileSync(new URL(`../charts/${name}.json`, import.meta.url)));

/** Where an element is on the page, however far that is scrolled. */
const boxOf = (handle) =>
  handle.evaluate((element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    return { left, top: top + scrollY, right, bottom: bottom + scrollY };
  });

/**
 * Runs in a page: of each place along the line round a box, how many pixels across it
 * differ so much between the two pictures.
 */
async function pixelsAcross(before, after, box, contrast) {
  const pixelsOf = async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext("2d");
    context.drawImage(bitmap, 0, 0);
    return context.getImageData(0, 0, bitmap.width, bitmap.height);
  };
  const [old, now] = await Promise.all([before, after].map(pixelsOf));
  const linear = (part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  const luminance = (image, x, y) => {
    const at = 4 * (y * image.width + x);
    const [red, green, blue] = [0, 1, 2].map((part) => linear(image.data[at + part]));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const differs = (x, y) => {
    if (x < 0 || y < 0 || x >= now.width || y >= now.height) return false;
    const [low, high] = [luminance(old, x, y), luminance(now, x, y)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05) >= contrast;
  };
  const across = [...Array(15).keys()].map((step) => step - 8);
  const counts = [];
  const count = (pixels) => counts.push(pixels.filter(([x, y]) => differs(x, y)).length);
  const [left, top, right, bottom] = [box.left, box.top, box.right, box.bottom].map(Math.round);
  // Corners are round.
  for (let x = left + 6; x < right - 6; x++) {
    count(across.map((step) => [x, top - 1 - step]));
    count(across.map((step) => [x, bottom + step]));
  }
  for (let y = top + 6; y < bottom - 6; y++) {
    count(across.map((step) => [left - 1 - step, y]));
    count(across.map((step) => [right + step, y]));
  }
  return counts;
}

/** The chart alone on the page, without what lies above the picture. */
async function show(page, chart, data) {
  await page.evaluate(
    (data, chart) => {
      const element = document.createElement("district-chart");
      Object.assign(element, { data, chart });
      document.body.replaceChildren(element);
      const sheet = new CSSStyleSheet();
      sheet.replaceSync("[popover], .bare .ring { visibility: hidden !important; }");
      element.shadowRoot.adoptedStyleSheets.push(sheet);
    },
    data,
    chart,
  );
  await drawn(page);
  await frames(page);
}

/** The line round a box is thick enough, and nearly nowhere broken. */
async function assertStandsOut(page, box, before, after, name) {
  const counts = await page.evaluate(pixelsAcross, before, after, box, CONTRAST);
  const area = counts.reduce((sum, count) => sum + count, 0);
  const thick = counts.filter((count) => count >= THICKNESS).length;
  const told = `${name}: ${area} pixels, ${thick} of ${counts.length} places`;
  assert.ok(area >= THICKNESS * counts.length, told);
  assert.ok(thick >= UNBROKEN * counts.length, told);
}

/** Part of the screen round a box, and the box in it. */
function surroundings({ left, top, right, bottom }) {
  const [x, y] = [Math.floor(left) - MARGIN, Math.floor(top) - MARGIN];
  const clip = { x, y, width: right - x + MARGIN, height: bottom - y + MARGIN };
  return { clip, box: { left: left - x, top: top - y, right: right - x, bottom: bottom - y } };
}

for (const [theme, features] of Object.entries(THEMES)) {
  const prepare = async (page) => {
    await page.setViewport({ width: 640, height: 700 });
    await setMedia(await page.createCDPSession(), features);
  };
  const pages = { "/": `${SCRIPT}<body style="margin: 20px; color-scheme: light dark"></body>` };
  const pictureOf = (page, clip) =>
    page.screenshot({ clip, encoding: "base64", captureBeyondViewport: false });

  test(`the ring round a figure stands out from it and from what is beside it: ${theme}`, () =>
    open(
      pages,
      async (page) => {
        for (const [chart, document] of Object.entries(CHARTS)) {
          await show(page, chart, corpus(document));
          await page.keyboard.press("Tab");
          const ring = await page.$(">>> .ring");
          for (const key of ["End", "ArrowUp"]) {
            await page.keyboard.press(key);
            const { clip, box } = surroundings(await boxOf(ring));
            const after = await pictureOf(page, clip);
            await ring.evaluate((element) => element.parentNode.classList.add("bare"));
            const before = await pictureOf(page, clip);
            await ring.evaluate((element) => element.parentNode.classList.remove("bare"));
            await assertStandsOut(page, box, before, after, `${theme}, ${chart}, ${key}`);
          }
        }
      },
      { prepare },
    ));

  test(`each tab stop has a line round it that stands out: ${theme}`, () =>
    open(
      pages,
      async (page) => {
        await show(page, "growth", corpus("tra-cu-2023"));
        await page.$eval(">>> [aria-controls=formats]", (button) => button.click());
        const stops = await page.$$(">>> .plot, >>> button:not([hidden])");
        assert.equal(stops.length, 7);
        for (const [index, stop] of stops.entries()) {
          const { clip, box } = surroundings(await boxOf(stop));
          const before = await pictureOf(page, clip);
          await page.keyboard.press("Tab");
          assert.ok(await stop.evaluate((element) => element.matches(":focus-visible")));
          const after = await pictureOf(page, clip);
          await assertStandsOut(page, box, before, after, `${theme}, stop ${index}`);
        }
      },
      { prepare },
    ));
}
