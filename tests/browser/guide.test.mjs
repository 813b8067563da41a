// How a chart is read: for who asks, in the language of the element, by any way in.
import assert from "node:assert/strict";
import { test } from "node:test";
import { sentencesOf } from "../../tools/build.mjs";
import { setMedia } from "../../tools/media.mjs";
import { drawn, frames, open, useBrowser } from "./common/browser.mjs";
import { district } from "./common/data.mjs";
import { SCRIPT } from "./common/site.mjs";

useBrowser();

const GUIDES = JSON.parse(sentencesOf("guide"));
const HELP = { vi: /^Phím mũi tên/, en: /^Arrow keys/, km: /^គ្រាប់ចុចព្រួញ/ };

const pageOf = (attributes, content = "") => ({
  "/": `${SCRIPT}<district-chart ${attributes}>${content}</district-chart>`,
  "/data.json": district,
});

/** The paragraphs that are in sight. */
const guide = (page) =>
  page.$$eval(">>> #guide p", (all) =>
    all.filter((one) => one.checkVisibility()).map((one) => one.textContent),
  );

const toggle = (page) => page.$eval(">>> [aria-controls=guide]", (button) => button.click());

async function opened(page) {
  await toggle(page);
  await page.waitForFunction(() =>
    document.querySelector("district-chart").shadowRoot.querySelector("#guide p"),
  );
  return guide(page);
}

const FORMS = [
  ["tra-vinh-2024", "growth", ["guideGrowth"]],
  ["tra-vinh-2024", "structure", ["guideStructure"]],
  ["tra-cu-2023", "poverty", ["guideLines"]],
  ["poverty-once", "poverty", ["guideRates"]],
  ["tra-cu-2023", "living-standards", ["guideLivingStandards"]],
  ["tra-cu-2023", "ntm", ["guideLevels"]],
  ["tra-cu-2023", "ntm-criteria", ["guideCriteria"]],
  ["thua-thien-hue-2018", "ntm-criteria", ["guideCounts"]],
  ["criteria-states", "ntm-criteria", ["guideCounts", "guideCriteria"]],
  ["tra-cu-2023", "targets", ["guidePlans", "guideParts", "guideKeyFigures"]],
];

for (const [document, chart, forms] of FORMS) {
  test(`the guide says what the marks are, in three languages: ${document}, ${chart}`, () =>
    open(pageOf(`chart="${chart}" src="/demo/data/${document}.json"`), async (page) => {
      await drawn(page);
      const told = (language) =>
        [...forms, "guideSigns", "guideTools"].map((key) => GUIDES[language][key]);
      assert.deepEqual(await guide(page), []);
      const all = await opened(page);
      assert.deepEqual(all.slice(0, -1), told("vi"));
      assert.match(all.at(-1), HELP.vi);
      for (const lang of ["en", "km"]) {
        await page.$eval("district-chart", (chart, lang) => chart.setAttribute("lang", lang), lang);
        await drawn(page);
        await frames(page);
        const all = await guide(page);
        assert.deepEqual(all.slice(0, -1), told(lang));
        assert.match(all.at(-1), HELP[lang]);
      }
    }));
}

test("by keys alone it opens and shuts, and a screen reader is given all of it", () =>
  open(pageOf('chart="poverty" src="data.json"'), async (page, { asked }) => {
    await drawn(page);
    const isGuide = (path) => path.startsWith("/guide.");
    assert.deepEqual(asked.filter(isGuide), [], "nothing is fetched before somebody asks");
    for (let stop = 0; stop < 3; stop++) await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() =>
      document.querySelector("district-chart").shadowRoot.querySelector("#guide p"),
    );
    assert.equal(asked.filter(isGuide).length, 1);
    const devtools = await page.createCDPSession();
    const { nodes } = await devtools.send("Accessibility.getFullAXTree");
    const button = nodes.find(({ name }) => name?.value === "Cách đọc");
    const isOpen = button.properties.find(({ name }) => name === "expanded").value.value;
    assert.equal(isOpen, true);
    const said = nodes
      .filter(({ ignored, role }) => !ignored && role.value === "StaticText")
      .map(({ name }) => name.value);
    for (const text of await guide(page)) assert.ok(said.includes(text), text);
    await page.keyboard.press("Enter");
    assert.deepEqual(await guide(page), []);
  }));

test("where its file cannot be had, the keys are said all the same", () =>
  open(pageOf('chart="poverty" src="data.json"'), async (page) => {
    await drawn(page);
    await page.setOfflineMode(true);
    const [keys, ...rest] = await opened(page);
    assert.match(keys, HELP.vi);
    assert.deepEqual(rest, []);
  }));

test("a page can say it in its own words", () =>
  open(pageOf('chart="poverty" src="data.json"'), async (page) => {
    await page.evaluate(() => {
      document.querySelector("district-chart").messages = { vi: { guideLines: "<b>Đường</b>" } };
    });
    await drawn(page);
    assert.equal((await opened(page))[0], "<b>Đường</b>");
  }));

test("it is for the screen, not for paper", () =>
  open(pageOf('chart="poverty" src="data.json"'), async (page) => {
    await drawn(page);
    await opened(page);
    await setMedia(await page.createCDPSession(), {}, "print");
    assert.deepEqual(await guide(page), []);
  }));

test("at 280 pixels and twice the type it has its room", () =>
  open(
    pageOf('chart="targets" src="/demo/data/tra-cu-2023.json" style="--dc-font-size: 28px"'),
    async (page) => {
      await drawn(page);
      await opened(page);
      const { scrolls, hidden } = await page.$eval(">>> #guide", (guide) => ({
        scrolls: document.documentElement.scrollWidth > innerWidth,
        hidden: guide.scrollWidth > guide.clientWidth,
      }));
      assert.deepEqual([scrolls, hidden], [false, false]);
    },
    { width: 280 },
  ));
