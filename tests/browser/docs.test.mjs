// The pages of the documentation as people meet them: under the strictest policy, without
// script, on the narrowest phone; and what they tell pages to write, written.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { PAGES } from "../../tools/docs/pages.mjs";
import { setMedia, THEMES } from "../../tools/media.mjs";
import { AXE, violations } from "./common/axe.mjs";
import { open, useBrowser } from "./common/browser.mjs";
import { policy } from "./common/site.mjs";

useBrowser();

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

/** What became of each chart of the page: the file, and whether it was drawn. */
const charts = (page) =>
  page.evaluate(async () => {
    const found = [...document.querySelectorAll("district-chart")];
    if (found.length > 0) await customElements.whenDefined("district-chart");
    return Promise.all(
      found.map(async (chart) => [chart.getAttribute("src"), await chart.updateComplete]),
    );
  });

/** Opens each page of the documentation one after the other. */
const everyPage = (work, options) =>
  open(
    {},
    async (page, { problems, url }) => {
      for (const each of PAGES) {
        await page.goto(`${url}/docs/${each.path}`);
        await work(page, each, problems);
      }
    },
    { path: "/docs/index.html", ...options },
  );

test("under a strict policy every example is drawn, and nobody complains", async () => {
  let count = 0;
  await everyPage(
    async (page, { path }, problems) => {
      for (const [source, isDrawn] of await charts(page)) {
        assert.equal(isDrawn, !source.includes("three-mistakes"), `${path} ${source}`);
        count++;
      }
      assert.deepEqual(problems, [], path);
    },
    { headers: { "content-security-policy": policy("'self' 'wasm-unsafe-eval'") } },
  );
  assert.ok(count > 40, `${count} examples`);
});

test("no page scrolls sideways, on a narrow phone or a desk", async () => {
  for (const width of [280, 360, 1280]) {
    await everyPage(
      async (page, { path }) => {
        await charts(page);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        assert.equal(wide, width, path);
      },
      { width },
    );
  }
});

test("without script each example shows its picture and its table", () =>
  everyPage(
    async (page, { path }) => {
      const hidden = await page.$$eval("district-chart > figure", (figures) =>
        figures.filter((figure) =>
          ["svg", "table"].some((part) => !figure.querySelector(part).checkVisibility()),
        ),
      );
      assert.equal(hidden.length, 0, path);
    },
    { prepare: (page) => page.setJavaScriptEnabled(false) },
  ));

test("axe finds nothing on any page, in light and dark, on a desk and a phone", async () => {
  for (const [theme, width] of [
    ["light", 1280],
    ["dark", 360],
  ]) {
    await everyPage(
      async (page, { path }) => {
        await charts(page);
        await page.addScriptTag({ path: AXE });
        assert.deepEqual(await violations(page), [], `${path} ${theme}`);
      },
      {
        width,
        prepare: async (page) => setMedia(await page.createCDPSession(), THEMES[theme]),
      },
    );
  }
});

/** The pages that the documentation and the README tell to write. */
const written = ["README.md", ...new Set(PAGES.map(({ source }) => source))].flatMap((path) =>
  [...read(path).matchAll(/^```html\n([\s\S]*?)^```/gm)].map(([, html], i) => [path, i, html]),
);
const DOCUMENT = { body: read("tests/charts/tra-cu-2023.json"), type: "application/json" };
/** The folder that they put the files in, and their documents. */
const FILES = Object.fromEntries(
  ["", "/charts"].flatMap((folder) =>
    ["tra-cu-2023.json", "ho-ngheo.json", "poverty.json"].map((name) => [
      `${folder}/${name}`,
      DOCUMENT,
    ]),
  ),
);

for (const [path, i, html] of written) {
  test(`what ${path} tells to write draws, block ${i + 1}`, async () => {
    const lines = html.replaceAll('"/charts/', '"/any/folder/');
    const inFolder = Object.fromEntries(
      Object.entries(FILES).map(([at, file]) => [at.replace("/charts/", "/any/folder/"), file]),
    );
    // A piece of a page has the script from another.
    const script = '<script type="module" src="/any/folder/district-charts.js"></script>';
    const whole = html.includes("<iframe") || html.includes("district-charts.js") ? "" : script;
    await open({ "/": whole + lines, ...inFolder }, async (page, { problems }) => {
      await page.waitForNetworkIdle();
      for (const frame of page.frames()) {
        for (const [source, isDrawn] of await charts(frame)) assert.ok(isDrawn, source);
      }
      assert.deepEqual(problems, []);
    });
  });
}
