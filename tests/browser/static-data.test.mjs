// A chart as plain HTML, pasted inside the element: its table is read as the same figures.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { Chart, load, renderHTML } from "../../dist/core.js";
import { open, useBrowser } from "./common/browser.mjs";
import { SCRIPT } from "./common/site.mjs";

await load();
useBrowser();

const DIST = new URL("../../dist/", import.meta.url);
const CORPUS = new URL("../charts/", import.meta.url);
/** Each golden case that its name says: `poverty-long.poverty.txt`. */
const CASES = readdirSync(CORPUS)
  .map((name) => /^([\w-]+)\.([\w-]+)\.txt$/.exec(name))
  .filter(Boolean)
  .map(([, file, chart]) => [JSON.parse(readFileSync(new URL(`${file}.json`, CORPUS))), chart]);
/** No table says their groups, plans, changes and areas. */
const UNTOLD = /^(?:targets|ntm-criteria)$/;

/** What no golden case has. */
const RARE = {
  version: 1,
  place: { vi: "Xã <Một>", en: "“One” commune" },
  asOf: "2024-06-30",
  sources: [
    { id: "a", name: "Cục Thống kê", url: "https://a.example/b?c=1&d=2", date: "2024-07-01" },
    { id: "b", name: { vi: "Báo", en: "Paper" }, publisher: "Nhà xuất bản", license: "CC BY 4.0" },
  ],
  poverty: {
    title: { vi: "Hộ theo tiêu chí", en: "Households by criterion" },
    unit: { vi: "hộ", en: "households" },
    source: "a",
    periods: [
      "Trước sáp nhập",
      { label: { vi: "6 tháng 2025", en: "First half of 2025" }, at: "2025-01/2025-06" },
    ],
    breaks: [{ before: "6 tháng 2025" }],
    series: [
      { id: "poor", name: "1. Tỷ lệ hộ nghèo (%)", note: "Ước tính sơ bộ.", values: [1234.5, 12] },
      {
        id: "x",
        name: "Hộ nghèo",
        source: "b",
        values: [null, { value: 14.12, decimals: 3, qualifier: "about" }],
      },
      {
        id: "total",
        name: { vi: "Tổng", en: "Total" },
        values: [{ value: null, status: "notApplicable" }, 3],
      },
    ],
  },
};
const TOLD = [...CASES.filter(([, chart]) => !UNTOLD.test(chart)), [RARE, "poverty"]];
const [READER] = readdirSync(DIST).filter((name) => /^table-data\.\w{8}\.js$/.test(name));

/** What the module says of a document. */
function saidOf(dataset, chart, lang) {
  const one = new Chart(dataset, { chart, lang });
  const said = { csv: one.csv(), heading: one.heading(), summary: one.summary() };
  one.free();
  return said;
}

for (const lang of ["vi", "en", "km"]) {
  test(`the static form of every golden case is its own data in ${lang}`, () => {
    const elements = TOLD.map(
      ([dataset, chart]) =>
        `<district-chart lang="${lang}">${renderHTML(dataset, { chart, lang })}</district-chart>`,
    );
    return open({ "/": `${SCRIPT}${elements.join("\n")}` }, async (page) => {
      const read = await page.evaluate(async (reader) => {
        await customElements.whenDefined("district-chart");
        const { readTable } = await import(reader);
        const elements = [...document.querySelectorAll("district-chart")];
        return Promise.all(
          elements.map(async (element) => {
            const table = element.querySelector("table");
            await element.updateComplete;
            return { ...readTable(table, element.lang), csv: await element.toCSV() };
          }),
        );
      }, `/${READER}`);
      assert.equal(read.length, TOLD.length);
      for (const [i, [dataset, chart]] of TOLD.entries()) {
        const { document, issues, csv } = read[i];
        assert.deepEqual(issues, [], `${chart} of ${JSON.stringify(dataset.place)}`);
        const said = saidOf(dataset, chart, lang);
        assert.deepEqual(saidOf(document, chart, lang), said);
        assert.equal(csv, said.csv);
      }
    });
  });
}

test("what no table says stands in a table that is no data", () => {
  for (const [dataset, chart] of CASES.filter(([, chart]) => UNTOLD.test(chart))) {
    assert.doesNotMatch(renderHTML(dataset, { chart }), /<t\w+[^>]* data-/);
  }
});
