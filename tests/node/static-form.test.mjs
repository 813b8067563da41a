// A chart as plain HTML, for what strips scripts; and the command that writes it.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import sanitize from "sanitize-html";
import { Chart, load, renderHTML, renderSVG } from "../../dist/core.js";

await load();

const path = (name) => fileURLToPath(new URL(`../../${name}`, import.meta.url));
const FILE = path("tests/charts/tra-cu-2023.json");
const dataset = JSON.parse(readFileSync(FILE, "utf8"));
const KINDS = [
  ["growth", "vi"],
  ["poverty", "en"],
  ["ntm", "km"],
  ["targets", "vi"],
];

/** Its defaults take tables, and leave pictures to whoever uses it. */
const PICTURES_TOO = { allowedTags: [...sanitize.defaults.allowedTags, "img"] };

/** The texts of all cells, heads too, in order. */
const cellsOf = (html) =>
  [...html.matchAll(/<t[hd][^>]*>([^<]*)<\/t[hd]>/g)].map(([, text]) => text);

for (const [chart, lang] of KINDS) {
  test(`a sanitiser leaves the picture, the table and the words of ${chart} in ${lang}`, () => {
    const html = renderHTML(dataset, { chart, lang, image: `${chart}.svg` });
    const clean = sanitize(html, PICTURES_TOO);
    const shown = new Chart(dataset, { chart, lang });
    const { caption, columns, rows } = shown.table();
    const cells = rows.flatMap(({ header, cells }) => [header, ...cells.map(({ text }) => text)]);
    assert.deepEqual(cellsOf(clean), ["", ...columns, ...cells]);
    assert.ok(clean.includes(`<caption>${caption}</caption>`));
    assert.match(
      clean,
      new RegExp(`<img src="${chart}\\.svg" alt="[^"]{20,}" width="\\d+" height="\\d+" />`),
    );
    const { notes, source } = shown.heading();
    for (const text of [...notes, source]) assert.ok(clean.includes(text), text);
    shown.free();
  });
}

test("the drawing itself stands in it where no address of a picture is given", () => {
  const html = renderHTML(dataset, { chart: "growth" });
  assert.ok(html.includes(renderSVG(dataset, { chart: "growth" }).trim()));
  assert.doesNotMatch(html, /<script|<style|\sstyle=|\son\w+=|<img/);
});

test("what a document says cannot become markup", () => {
  const sly = '<b onclick="x">&"';
  const document = {
    version: 1,
    place: sly,
    sources: [{ id: "a", name: sly }],
    poverty: { periods: [sly], series: [{ id: "p", name: sly, values: [1] }] },
  };
  const html = renderHTML(document, { chart: "poverty", image: `a.svg"${sly}` });
  assert.doesNotMatch(html, /<b/);
  assert.equal(html.match(/<img /g).length, 1);
  assert.match(html, /&lt;b onclick=&quot;x&quot;&gt;&amp;&quot;/);
});

const run = (...args) =>
  promisify(execFile)(process.execPath, [path("dist/command.js"), ...args]).then(
    ({ stdout }) => [0, stdout],
    ({ code, stderr }) => [code, stderr],
  );

test("the command writes SVG, HTML and CSV", async () => {
  const options = { chart: "poverty", lang: "en", width: 500 };
  const args = [FILE, "--chart", "poverty", "--lang", "en", "--width", "500"];
  assert.deepEqual(await run(...args), [0, renderSVG(dataset, options)]);
  const image = { ...options, image: "a.svg" };
  assert.deepEqual(await run(...args, "--as", "html", "--image", "a.svg"), [
    0,
    renderHTML(dataset, image),
  ]);
  const [code, csv] = await run(...args, "--as", "csv");
  assert.equal(code, 0);
  assert.match(csv, /^\uFEFFplace,chart,series,/);
});

test("the command says what is wrong and fails", async () => {
  const [, usage] = await run();
  assert.match(usage, /^npx district-charts data\.json/);
  for (const args of [["none.json"], [FILE, "--as", "pdf"], [FILE, "--wide"], [FILE]]) {
    const [code, said] = await run(...args);
    assert.equal(code, 1);
    assert.doesNotMatch(said, /\n {4}at /);
  }
  const bad = path("tests/rejects/dates.json");
  assert.match((await run(bad, "--lang", "en"))[1], /^\/\w+/);
});
