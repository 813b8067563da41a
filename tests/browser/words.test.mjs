// Words of languages that the script does not carry: fetched once, and done without.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { drawn, open, part, useBrowser } from "./common/browser.mjs";
import { district } from "./common/data.mjs";
import { SCRIPT } from "./common/site.mjs";

useBrowser();

const dist = readdirSync(new URL("../../dist/", import.meta.url));
const file = `/${dist.find((name) => name.startsWith("words.en."))}`;
const pages = {
  "/": `${SCRIPT}<district-chart lang="en" chart="poverty" src="data.json"></district-chart>
    <district-chart id="other" lang="en" chart="poverty" src="data.json"></district-chart>`,
  "/vi": `${SCRIPT}<district-chart chart="poverty" src="data.json"></district-chart>`,
  "/data.json": district,
};
const isWords = (path) => path.startsWith("/words.");

test("a Vietnamese page fetches no words", () =>
  open(
    pages,
    async (page, { asked }) => {
      assert.equal(await drawn(page), true);
      assert.match(await part(page, "title"), /Hộ nghèo/);
      assert.deepEqual(asked.filter(isWords), []);
    },
    { path: "/vi" },
  ));

test("the words of another language are fetched once for all charts", () =>
  open(pages, async (page, { asked, problems }) => {
    assert.equal(await drawn(page), true);
    assert.equal(await drawn(page, "#other"), true);
    assert.match(await part(page, "title"), /Poor/);
    assert.deepEqual(asked.filter(isWords), [file]);
    assert.deepEqual(problems, []);
  }));

test("words that cannot be had leave Vietnamese ones, and are asked for again", () => {
  const answers = { ...pages, [file]: { status: 404, body: "" } };
  return open(answers, async (page) => {
    assert.equal(await drawn(page), true);
    assert.match(await part(page, "title"), /Hộ nghèo/);
    assert.match(await part(page, "toolbar"), /^Bảng số liệu/);
    assert.equal(await marked(page), "vi");
    delete answers[file];
    await page.evaluate(() => document.querySelector("district-chart").setAttribute("lang", "vi"));
    assert.equal(await drawn(page), true);
    await page.evaluate(() => document.querySelector("district-chart").setAttribute("lang", "en"));
    assert.equal(await drawn(page), true);
    assert.match(await part(page, "title"), /Poor/);
  });
});

test("words that come late are shown by the charts that did without", () => {
  const answers = { ...pages, [file]: { status: 404, body: "" } };
  return open(answers, async (page) => {
    assert.equal(await drawn(page), true);
    assert.equal(await drawn(page, "#other"), true);
    delete answers[file];
    await page.evaluate(() => {
      window.events.length = 0;
      document.querySelector("#other").src = "data.json";
    });
    assert.equal(await drawn(page, "#other"), true);
    assert.equal(await drawn(page), true);
    assert.match(await part(page, "title"), /Poor/);
    assert.match(await part(page, "summary"), /In 2023/);
    assert.match(await part(page, "toolbar"), /^Data table/);
    assert.equal(await marked(page), "en");
    const events = await page.evaluate(() => window.events.map(([type]) => type));
    assert.deepEqual(events, ["dc-ready"], "of the one that has a new document");
  });
});

const khmer = `/${dist.find((name) => name.startsWith("words.km."))}`;
const module = `/${dist.find((name) => name.endsWith(".wasm"))}`;
const inKhmer = `${SCRIPT}<district-chart lang="km" chart="poverty" src="data.json"></district-chart>`;
const fails = { status: 503, body: "" };
const marked = (page) =>
  page.evaluate(
    () => document.querySelector("district-chart").shadowRoot.querySelector("[lang]").lang,
  );

test("the toolbar is in Khmer where the chart is", () =>
  open({ "/": inKhmer, "/data.json": district }, async (page) => {
    assert.equal(await drawn(page), true);
    assert.match(await part(page, "toolbar"), /^តារាងទិន្នន័យ\s*របៀបអាន\s*ទាញយក/);
    assert.equal(await marked(page), "km");
  }));

test("an error is in Khmer, heading and sentence, also before the words have come", () =>
  open(
    {
      "/": inKhmer,
      "/data.json": fails,
      [khmer]: { body: readFileSync(new URL(`../../dist${khmer}`, import.meta.url)), delay: 700 },
    },
    async (page) => {
      assert.equal(await drawn(page), false);
      const error = await part(page, "error");
      assert.match(error, /^មិនអាចគូរគំនូសតាងបានទេ/);
      assert.match(error, /ម៉ាស៊ីនមេឆ្លើយ HTTP 503 ចំពោះ \S+data\.json។/);
      assert.equal(await marked(page), "km");
      assert.deepEqual(await page.evaluate(() => window.events), [["dc-error", "load"]]);
    },
  ));

test("a module that does not come is told in Khmer", () =>
  open({ "/": inKhmer, "/data.json": district, [module]: fails }, async (page) => {
    assert.equal(await drawn(page), false);
    assert.match(await part(page, "error"), /មិនអាចទាញយកម៉ូឌុល \S+\.wasm បានទេ \(HTTP 503\)/);
  }));

test("an error whose words do not come is told in Vietnamese, and marked so", () =>
  open({ "/": inKhmer, "/data.json": fails, [khmer]: fails }, async (page) => {
    assert.equal(await drawn(page), false);
    const error = await part(page, "error");
    assert.match(
      error,
      /^Không vẽ được biểu đồ\s*Máy chủ trả lời HTTP 503 cho \S+data\.json\. Hãy/,
    );
    assert.equal(await marked(page), "vi");
  }));

/** Gathers in the page what its canvases write. */
const noteWritten = (page) =>
  page.evaluateOnNewDocument(() => {
    window.written = new Set();
    const write = CanvasRenderingContext2D.prototype.fillText;
    CanvasRenderingContext2D.prototype.fillText = function (text, ...at) {
      window.written.add(text);
      write.call(this, text, ...at);
    };
  });

test("lines of Khmer are broken between words", () => {
  const name = "កសិកម្មរុក្ខាប្រមាញ់និងនេសាទនៅក្នុងស្រុកត្រាគូ";
  const series = [{ id: "a", name, values: [2.33] }];
  const chart = (width) =>
    `<district-chart lang="km" src="data.json" style="width: ${width}px"></district-chart>`;
  const answers = {
    // Wide ones too: where a system has no Khmer face, letters are wide.
    "/": SCRIPT + [150, 170, 190, 210, 230, 250, 290, 330, 370, 410].map(chart).join(""),
    "/data.json": { version: 1, place: "Trà Cú", poverty: { periods: ["2023"], series } },
  };
  const work = async (page) => {
    const cut = await page.evaluate(async (name) => {
      await customElements.whenDefined("district-chart");
      const charts = [...document.querySelectorAll("district-chart")];
      await Promise.all(charts.map((chart) => chart.updateComplete));
      const words = [...new Intl.Segmenter("km", { granularity: "word" }).segment(name)];
      const ends = [name.length, ...words.map(({ index }) => index)];
      const lines = [...window.written].filter((text) => name.includes(text));
      const isCut = (line) => {
        const start = name.indexOf(line);
        return !ends.includes(start) || !ends.includes(start + line.length);
      };
      return lines.length > 6 ? lines.filter(isCut) : ["too few lines"];
    }, name);
    assert.deepEqual(cut, []);
  };
  return open(answers, work, { prepare: noteWritten });
});

test("a bracket in Khmer stays with what it opens", () => {
  const values = [3, { value: 2.33, status: "provisional" }];
  const poverty = { periods: ["2022", "2023"], series: [{ id: "poor", values }] };
  const chart = (width) =>
    `<district-chart lang="km" src="data.json" style="width: ${width}px"></district-chart>`;
  const answers = {
    "/": SCRIPT + [280, 300, 320, 340, 360].map(chart).join(""),
    "/data.json": { version: 1, place: "Trà Cú", poverty },
  };
  const work = async (page) => {
    const written = await page.evaluate(async () => {
      await customElements.whenDefined("district-chart");
      const charts = [...document.querySelectorAll("district-chart")];
      await Promise.all(charts.map((chart) => chart.updateComplete));
      return [...window.written];
    });
    assert.ok(written.some((text) => text.includes("(")));
    assert.deepEqual(
      written.filter((text) => text.endsWith("(")),
      [],
    );
  };
  return open(answers, work, { prepare: noteWritten });
});

test("a page replaces words of the widget and of its charts, each element its own", () =>
  open(pages, async (page, { asked, problems }) => {
    assert.equal(await drawn(page), true);
    await page.evaluate(() => {
      document.querySelector("district-chart").messages = {
        en: { table: "Figures", SeriesPoor: "Households in poverty", InYear: "Year {period}" },
        vi: { SeriesPoor: "Hộ nghèo đa chiều" },
      };
    });
    assert.equal(await drawn(page), true);
    assert.match(await part(page, "toolbar"), /^Figures/);
    assert.match(await part(page, "summary"), /Year 2023: Households in poverty 2.33%/);
    assert.match(await part(page, "summary", "#other"), /In 2023: Poor households 2.33%/);
    const svg = await page.evaluate(() => document.querySelector("district-chart").toSVG());
    assert.match(svg, /Households in poverty/);
    await page.evaluate(() => document.querySelector("district-chart").setAttribute("lang", "vi"));
    assert.equal(await drawn(page), true);
    assert.match(await part(page, "summary"), /Năm 2023: Hộ nghèo đa chiều 2,33%/);
    await page.evaluate(() => {
      document.querySelector("district-chart").messages = undefined;
    });
    assert.equal(await drawn(page), true);
    assert.match(await part(page, "summary"), /Năm 2023: Hộ nghèo 2,33%/);
    assert.equal(asked.filter((path) => path.startsWith("/words.keys.")).length, 1);
    assert.deepEqual(problems, []);
  }));

test("a page's own words survive a module that broke", () =>
  open(pages, async (page) => {
    assert.equal(await drawn(page), true);
    await page.evaluate(() => {
      document.querySelector("district-chart").messages = { en: { SeriesPoor: "The poor" } };
    });
    assert.equal(await drawn(page), true);
    await page.evaluate(() => {
      const series = [
        {
          id: "poor",
          get values() {
            throw new Error("no");
          },
        },
      ];
      document.querySelector("#other").data = {
        version: 1,
        place: "x",
        poverty: { periods: ["2023"], series },
      };
    });
    assert.equal(await drawn(page, "#other"), false);
    const summary = await page.evaluate(() => document.querySelector("district-chart").summary());
    assert.match(summary, /The poor 2.33%/);
  }));
