// One row brought forward: in the picture the others turn quiet, in words it comes first.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { setMedia, THEMES } from "../../tools/media.mjs";
import { open, part, useBrowser } from "./common/browser.mjs";
import { needs } from "./common/engine.mjs";
import { SCRIPT } from "./common/site.mjs";

useBrowser();

/** A chart, a document, the id of a row that is not the first, and how it is told. */
const CASES = [
  ["growth", "tra-cu-2023", "II", "Công nghiệp và xây dựng trên 36%"],
  ["structure", "structure-decade", "III", "Dịch vụ 32,6%"],
  ["poverty", "poverty-series", "nearPoor", "Hộ cận nghèo 3,9%"],
  ["poverty", "poverty-once", "nearPoor", "Hộ cận nghèo"],
  ["living-standards", "tra-cu-2023", "rich", "Giàu trên 2,3%"],
  ["ntm", "tra-cu-2023", "urban", "Đạt chuẩn đô thị văn minh 2/2"],
  ["ntm-criteria", "tra-cu-2023", "29479", "Ngãi Xuyên 19/19"],
  ["targets", "tra-cu-2023", "output", "Vượt: Tổng giá trị sản xuất (trên 14.120"],
  // Without an id of its own an item is known by its place.
  ["targets", "targets-every", "3", "Vượt: Kết quả “trên” (trên 14.120"],
];

const corpus = (name) =>
  JSON.parse(readFileSync(new URL(`../charts/${name}.json`, import.meta.url)));

/** What the chart shows: its picture as colours by how many pixels, and its words. */
const shown = (page) =>
  page.evaluate(async () => {
    const element = document.querySelector("district-chart");
    const isDrawn = await element.updateComplete;
    const canvas = element.shadowRoot.querySelector("canvas");
    const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    let colourful = 0;
    for (let i = 0; i < data.length; i += 4) {
      const parts = [data[i], data[i + 1], data[i + 2]];
      if (Math.max(...parts) - Math.min(...parts) > 40) colourful++;
    }
    return { isDrawn, colourful, picture: canvas.toDataURL(), summary: await element.summary() };
  });

const highlight = (page, id) =>
  page.$eval("district-chart", (element, id) => (element.highlight = id), id);

test("in every chart one row keeps its colour and is told first, by the attribute, live", () =>
  open({ "/": `${SCRIPT}<district-chart></district-chart>` }, async (page) => {
    for (const [chart, document, id, words] of CASES) {
      const name = `${chart}, ${document}, ${id}`;
      await page.$eval(
        "district-chart",
        (element, properties) => Object.assign(element, properties),
        { data: corpus(document), chart, highlight: null },
      );
      const before = await shown(page);
      assert.ok(before.isDrawn, name);
      await highlight(page, id);
      const after = await shown(page);
      assert.notEqual(after.picture, before.picture, name);
      assert.ok(
        after.colourful < before.colourful,
        `${name}: ${after.colourful} of ${before.colourful} pixels in colour`,
      );
      // After what the chart is about and of which year.
      const [, told] = after.summary.replaceAll("\u00A0", " ").split(/\)\. /s);
      assert.ok(told.replace(/^Năm \d+: /, "").startsWith(words), `${name}: ${told}`);
      // The summary in the page is the same.
      assert.equal(await part(page, "summary"), after.summary, name);
      for (const unknown of ["no-such-id", "", "29479; drop", null]) {
        await highlight(page, unknown);
        const { isDrawn, ...rest } = await shown(page);
        assert.ok(isDrawn, `${name}, ${unknown}`);
        assert.deepEqual({ isDrawn, ...rest }, before, `${name}, ${unknown}`);
      }
    }
    const refused = await page.evaluate(() =>
      window.events.filter(([type]) => type === "dc-error"),
    );
    assert.deepEqual(refused, []);
  }));

/** Rows whose colour is not that of a series: the total, and an area of which only a number is known. */
const OTHER_INKS = [
  ["growth", "tra-cu-2023", "total"],
  ["ntm-criteria", "criteria-states", "4"],
];

/** How many pixels have the system's colour for what is highlighted, and how many its text's. */
const forcedPixels = (page) =>
  page.evaluate(async () => {
    const element = document.querySelector("district-chart");
    await element.updateComplete;
    const canvas = element.shadowRoot.querySelector("canvas");
    const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    const count = (keyword) => {
      document.body.style.color = keyword;
      // Opaque: marks lie on each other.
      const color = getComputedStyle(document.body).color.match(/\d+/g).slice(0, 3).map(Number);
      let pixels = 0;
      for (let i = 0; i < data.length; i += 4) {
        if (color.every((part, channel) => data[i + channel] === part)) pixels++;
      }
      return pixels;
    };
    return { highlight: count("Highlight"), text: count("CanvasText") };
  });

test(
  "in forced colours the highlighted row alone has the system's colour for it",
  needs("developer tools"),
  () =>
    open({ "/": `${SCRIPT}<district-chart></district-chart>` }, async (page) => {
      await setMedia(await page.createCDPSession(), THEMES["forced-colors"]);
      for (const [chart, document, id] of [...CASES, ...OTHER_INKS]) {
        const name = `${chart}, ${document}, ${id}`;
        const properties = { data: corpus(document), chart, highlight: null };
        await page.$eval(
          "district-chart",
          (element, properties) => Object.assign(element, properties),
          properties,
        );
        const before = await forcedPixels(page);
        assert.equal(before.highlight, 0, name);
        await highlight(page, id);
        const after = await forcedPixels(page);
        assert.ok(after.highlight > 50, `${name}: ${after.highlight}`);
        assert.ok(after.text > 1000 && after.text < before.text, `${name}: ${after.text}`);
        await highlight(page, "no-such-id");
        assert.deepEqual(await forcedPixels(page), before, name);
      }
    }),
);

/** Charts that write on their marks, with a part that has room for it. */
const WRITTEN_ON = [
  ["structure", "tra-vinh-2024", "II"],
  ["living-standards", "living-standards-whole", "average"],
];

test(
  "in forced colours what is written on the highlighted part is the system's text for it",
  needs("developer tools"),
  () =>
    open({ "/": `${SCRIPT}<district-chart></district-chart>` }, async (page) => {
      await setMedia(await page.createCDPSession(), THEMES["forced-colors"]);
      for (const [chart, document, highlight] of WRITTEN_ON) {
        const properties = { data: corpus(document), chart, highlight };
        const { on, other } = await page.$eval(
          "district-chart",
          async (element, properties) => {
            Object.assign(element, properties);
            await element.updateComplete;
            const canvas = element.shadowRoot.querySelector("canvas");
            const { width, height } = canvas;
            const { data } = canvas.getContext("2d").getImageData(0, 0, width, height);
            const rgb = (keyword) => {
              document.body.style.color = keyword;
              return getComputedStyle(document.body).color.match(/\d+/g).slice(0, 3).map(Number);
            };
            const is = (color, at) => color.every((part, channel) => data[at + channel] === part);
            const [mark, text, usual] = ["Highlight", "HighlightText", "CanvasText"].map(rgb);
            // Row by row, between the first and the last pixel of the mark.
            let [on, other] = [0, 0];
            for (let start = 0; start < data.length; start += 4 * width) {
              const row = Array.from({ length: width }, (_, x) => start + 4 * x);
              const marked = row.filter((at) => is(mark, at));
              if (marked.length < 40) continue;
              // Columns beside each other have a band between them.
              const end = marked.findIndex((at, n) => marked[n + 1] - at > 4 * 60);
              const inside = row.filter((at) => at > marked[0] && at < marked.at(end));
              on += inside.filter((at) => is(text, at)).length;
              other += inside.filter((at) => is(usual, at)).length;
            }
            return { on, other };
          },
          properties,
        );
        assert.ok(on > 15, `${chart}: ${on} pixels`);
        assert.equal(other, 0, chart);
      }
    }),
);

test("a theme can say what is written on the highlighted part", () =>
  open({ "/": "<p>" }, async (page) => {
    const fills = await page.evaluate(async (data) => {
      const { load, renderSVG } = await import("/core.js");
      await load();
      const options = { chart: "structure", highlight: "II", width: 640 };
      const theme = { highlight: "#8ee3f0", highlightText: "#263b50" };
      const svg = renderSVG(data, { ...options, theme });
      const texts = new DOMParser().parseFromString(svg, "image/svg+xml").querySelectorAll("text");
      const labels = [...texts].filter(({ textContent }) => textContent.startsWith("38,60"));
      return labels.map((label) => label.getAttribute("fill"));
    }, corpus("tra-vinh-2024"));
    assert.deepEqual(
      fills.map((fill) => fill.toLowerCase()),
      ["#263b50"],
    );
  }));

test("the module does the same by an option and by setHighlight", () =>
  open({ "/": "<p>" }, async (page) => {
    for (const [chart, document, id] of CASES) {
      const found = await page.evaluate(
        async (data, chart, id) => {
          const { load, Chart } = await import("/core.js");
          await load();
          const made = new Chart(data, { chart, highlight: id });
          const plain = new Chart(data, { chart });
          const all = (one) => [one.summary(), one.svg({ width: 640 })];
          const before = all(plain);
          plain.setHighlight(id);
          const after = all(plain);
          const withoutIt = ["no-such-id", undefined].map((other) => {
            plain.setHighlight(other);
            return all(plain);
          });
          return { made: all(made), before, after, withoutIt };
        },
        corpus(document),
        chart,
        id,
      );
      const name = `${chart}, ${id}`;
      assert.deepEqual(found.made, found.after, name);
      assert.notDeepEqual(found.after, found.before, name);
      assert.deepEqual(found.withoutIt, [found.before, found.before], name);
    }
  }));
