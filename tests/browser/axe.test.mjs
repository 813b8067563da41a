// axe-core on the real pages, the shadow trees of the charts included, in what a
// person can set and in each language, all followed without a reload.
import assert from "node:assert/strict";
import { test } from "node:test";
import { LANGUAGES, setMedia, THEMES } from "../../tools/media.mjs";
import { AXE, violations } from "./common/axe.mjs";
import { frames, open, useBrowser } from "./common/browser.mjs";

useBrowser();

/** Everything that can be opened is open, one figure is being read, and all is drawn. */
async function settle(page) {
  await page.evaluate(async () => {
    await customElements.whenDefined("district-chart");
    for (const details of document.querySelectorAll("details")) details.open = true;
    for (const chart of document.querySelectorAll("district-chart")) {
      chart.removeAttribute("loading");
      await chart.updateComplete;
      for (const button of chart.shadowRoot.querySelectorAll('[aria-expanded="false"]')) {
        button.click();
      }
    }
  });
  await frames(page);
  await frames(page);
  await page.evaluate(() => {
    const plot = document.querySelector("district-chart").shadowRoot.querySelector(".plot");
    plot.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowRight", bubbles: true }));
  });
}

/** What axe finds in each of these themes and in each language of one open page. */
async function violationsIn(themes, page, charts = page) {
  const devtools = await page.createCDPSession();
  for (const frame of page.frames()) await frame.addScriptTag({ path: AXE });
  const found = {};
  for (const theme of themes) {
    await setMedia(devtools, THEMES[theme]);
    for (const language of LANGUAGES) {
      await charts.evaluate((lang) => {
        document.documentElement.lang = lang;
      }, language);
      await settle(charts);
      const list = await violations(page);
      if (list.length > 0) found[`${theme} ${language}`] = list;
    }
  }
  return found;
}

const FRAME = `<main><h1>Trang</h1><iframe title="Biểu đồ" width="700" height="1500"
  src="embed.html?src=demo/data/tra-cu-2023.json&chart=ntm-criteria"></iframe></main>`;
const EVERY = Object.keys(THEMES);

test("axe finds what is wrong inside a chart, also in a frame", () =>
  open({ "/": FRAME }, async (page) => {
    const [, frame] = page.frames();
    await settle(frame);
    await frame.evaluate(() => {
      const { shadowRoot } = document.querySelector("district-chart");
      shadowRoot.querySelector("canvas").removeAttribute("aria-label");
      shadowRoot.querySelector(".notes p").style.color = "silver";
    });
    for (const each of page.frames()) await each.addScriptTag({ path: AXE });
    const rules = (await violations(page)).map((line) => line.split(" ")[0]);
    assert.deepEqual(rules.sort(), ["color-contrast", "role-img-alt"]);
  }));

test("axe finds nothing on the demo, in four themes and three languages", () =>
  open({}, async (page) => assert.deepEqual(await violationsIn(EVERY, page), {}), {
    path: "/demo/index.html",
    width: 1280,
  }));

test("axe finds nothing on the demo on a phone, in three languages", () =>
  open({}, async (page) => assert.deepEqual(await violationsIn(["light"], page), {}), {
    path: "/demo/index.html",
    width: 360,
  }));

test("axe finds nothing on a page with a chart in a frame, in four themes and three languages", () =>
  open({ "/": FRAME }, async (page) => {
    const [, frame] = page.frames();
    assert.deepEqual(await violationsIn(EVERY, page, frame), {});
  }));

test("axe finds nothing on the page to try one's own figures on, in four themes and three languages", () =>
  open(
    {},
    async (page) => {
      await page.click('[data-example="table"]');
      await page.waitForSelector("#share:not([hidden])");
      assert.deepEqual(await violationsIn(EVERY, page), {});
    },
    { path: "/demo/try.html", width: 1280 },
  ));
