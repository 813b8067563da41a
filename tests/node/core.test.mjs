// The module in Node: no browser, no DOM.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { district } from "../browser/common/data.mjs";

const dist = new URL("../../dist/", import.meta.url);
const wasm = readFileSync(
  new URL(
    readdirSync(dist).find((name) => name.endsWith(".wasm")),
    dist,
  ),
);
/** A module of its own, not loaded yet. */
const fresh = (name) => import(new URL(`core.js?${name}`, dist));

const { Chart, DistrictChartError, load, renderSVG, validate } = await fresh("shared");

const isOurs = (code, pattern) => (error) => {
  assert.equal(error.name, "DistrictChartError");
  assert.equal(error.code, code);
  assert.equal(error.issues[0].code, code);
  assert.match(error.message, pattern);
  return true;
};

test("before load() everything says to call it", async () => {
  const { Chart, memoryBytes, renderSVG, validate } = await fresh("unloaded");
  assert.throws(() => new Chart(district, { chart: "growth" }), isOurs("wasm", /await load\(\)/));
  assert.throws(
    () => renderSVG(district, { chart: "growth", lang: "en" }),
    isOurs("wasm", /Call await load/),
  );
  assert.deepEqual(
    validate(district).map(({ code }) => code),
    ["wasm"],
  );
  assert.equal(memoryBytes(), 0);
});

test("load() may be tried again after a failure, and is shared after a success", async () => {
  const { load, memoryBytes } = await fresh("retried");
  await assert.rejects(load({ wasm: new Uint8Array([1, 2, 3]) }), isOurs("wasm", /nguyên vẹn/));
  await assert.rejects(load({ wasm: new URL("none.wasm", dist) }), isOurs("wasm", /none\.wasm/));
  const another = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
  await assert.rejects(load({ wasm: another }), isOurs("wasm", /nguyên vẹn/));
  await load({ wasm });
  await load({ wasm: new Uint8Array() });
  await load(null);
  assert.ok(memoryBytes() > 0);
});

test("the module is taken as bytes, compiled, as an answer, and from its file", async () => {
  const response = (type) => new Response(wasm, { headers: { "content-type": type } });
  const sources = [
    wasm,
    await WebAssembly.compile(wasm),
    response("application/wasm"),
    response("text/plain"),
    undefined,
  ];
  for (const [index, source] of sources.entries()) {
    const { load, renderSVG } = await fresh(`source-${index}`);
    await load({ wasm: source });
    assert.match(renderSVG(district, { chart: "growth" }), /^<svg/);
  }
});

test("renderSVG draws the whole chart", async () => {
  await load();
  const svg = renderSVG(district, { chart: "growth", width: 600 });
  assert.match(svg, /trên 36/);
  assert.match(svg, /Trang Thông tin điện tử huyện Trà Cú/);
  assert.notEqual(renderSVG(district, { chart: "growth", lang: "en" }), svg);
  assert.match(
    renderSVG(district, { chart: "growth", theme: { colors: ["", "#123456"] } }),
    /#123456/i,
  );
});

test("validate tells every problem and never throws", async () => {
  await load();
  assert.deepEqual(validate(district), []);
  const bad = {
    ...district,
    growth: { ...district.growth, sectors: [{ id: "II", values: ["36"] }] },
  };
  const [issue] = validate(bad, { lang: "en" });
  assert.equal(issue.path, "/growth/sectors/0/values/0");
  assert.deepEqual(Object.keys(issue).sort(), ["code", "message", "path", "severity"]);
  const throwing = {
    get version() {
      throw new Error("of the page");
    },
  };
  for (const data of [undefined, null, 1, "{}", [], Symbol("x"), () => {}, throwing]) {
    assert.ok(validate(data).length > 0, String(data));
  }
});

test("a refused document throws, an accepted one can be told", async () => {
  await load();
  assert.throws(() => new Chart({ version: 2 }, { chart: "growth" }), DistrictChartError);
  const chart = new Chart(district, { chart: "poverty", lang: "en" });
  const before = chart.summary();
  assert.throws(() => chart.update({ version: 2 }), DistrictChartError);
  assert.equal(chart.summary(), before);
  chart.update({ ...district, place: "Elsewhere" });
  assert.match(chart.summary(), /Elsewhere/);
  const { caption, columns, rows } = chart.table();
  assert.match(caption, /Elsewhere/);
  assert.deepEqual([columns, rows.length], [["2021", "2022", "2023"], 2]);
  assert.ok(rows[0].cells[0].missing);
  assert.equal(chart.hit(10, 10), null);
  assert.equal(chart.step(null, "next"), null);
  chart.free();
});

test("a freed chart throws, freeing again has no effect", async () => {
  await load();
  const chart = new Chart(district, { chart: "growth" });
  chart.free();
  chart.free();
  for (const call of [
    () => chart.summary(),
    () => chart.table(),
    () => chart.update(district),
    () => chart.hit(1, 1),
  ]) {
    assert.throws(call, isOurs("wasm", /free\(\)/));
  }
});

test("the element's script can be imported where there is no DOM", async () => {
  const { DistrictChartElement } = await import(new URL("district-charts.js", dist));
  assert.equal(typeof DistrictChartElement, "function");
});

test("arguments of another type are refused or ignored, and leave the other charts alone", () => {
  const other = new Chart(district, { chart: "poverty" });
  const chart = new Chart(district, { chart: "growth", lang: null, highlight: 5 });
  assert.throws(() => new Chart(district, { chart: 5 }), isOurs("unknown", /“5”/));
  assert.throws(() => chart.draw(null, { width: 300 }), isOurs("type", /canvas/));
  assert.throws(() => chart.draw({}, { width: 300 }), isOurs("type", /canvas/));
  assert.equal(chart.step(null), null);
  assert.equal(chart.step(7, "next"), null);
  chart.setHighlight(null);
  chart.setLang(undefined);
  assert.match(chart.summary(), /^Tăng trưởng/);
  assert.equal(chart.svg(), chart.svg({ width: 720 }));
  assert.equal(chart.svg(null), chart.svg());
  assert.throws(() => new Chart(district, null), isOurs("missing", /growth/));
  assert.throws(() => renderSVG(district, null), isOurs("missing", /growth/));
  const { version, place, sources, poverty } = district;
  assert.equal(renderSVG({ version, place, sources, poverty }, null), other.svg());
  for (const lang of [null, 5, Symbol("vi")]) {
    assert.equal(validate({}, { lang })[0].code, "missing");
  }
  assert.equal(validate({}, null)[0].code, "missing");
  assert.match(other.summary(), /^Hộ nghèo/);
});
