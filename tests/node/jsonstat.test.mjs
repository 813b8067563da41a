// What is read of a JSON-stat table.
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import {
  accepted,
  dist,
  jsonStat,
  MEASURE,
  PLACE,
  pxWeb,
  rates,
  refused,
  SECTOR,
  STATUS_CODES,
  share,
  shares,
  textOf,
  YEAR,
} from "./statistics-tables.mjs";

const permutations = (items) =>
  items.length < 2
    ? [items]
    : items.flatMap((item, i) =>
        permutations(items.toSpliced?.(i, 1) ?? items.filter((_, j) => j !== i)).map((rest) => [
          item,
          ...rest,
        ]),
      );

test("a dataset becomes a section, with its names, unit, decimals, place and source", () => {
  const dataset = accepted(shares(), { section: "structure" });
  assert.deepEqual(dataset, {
    version: 1,
    place: "Trà Vinh",
    asOf: "2025-01-10",
    sources: [{ id: "source", name: "Cục Thống kê tỉnh Trà Vinh", date: "2025-01-10" }],
    structure: {
      title: "Cơ cấu GRDP",
      measure: "Cơ cấu",
      unit: "%",
      periods: ["2023", "2024"],
      // The total is not a share beside its parts.
      sectors: [
        { id: "I", name: SECTOR.categories[1], values: [28.34, 27.31] },
        { id: "II", name: SECTOR.categories[2], values: [35.92, { value: 38.6, decimals: 2 }] },
        { id: "III", name: SECTOR.categories[3], values: [30.31, 29.03] },
        { id: "taxes", name: SECTOR.categories[4], values: [5.43, 5.06] },
      ],
    },
  });
});

test("the order of dimensions and the way of writing change nothing", () => {
  const expected = accepted(shares(), { section: "structure" });
  for (const order of permutations([SECTOR, YEAR, PLACE, MEASURE])) {
    const asArray = shares(order);
    const asObject = structuredClone(asArray);
    asObject.value = { ...asArray.value };
    for (const dimension of Object.values(asObject.dimension)) {
      const { index } = dimension.category;
      dimension.category.index = Object.fromEntries(index.map((id, place) => [id, place]));
      if (index.length === 1) delete dimension.category.index;
    }
    for (const json of [asArray, asObject]) {
      const before = structuredClone(json);
      assert.deepEqual(accepted(json, { section: "structure" }), expected);
      assert.deepEqual(json, before, "the answer is left as it was");
    }
  }
});

test("categories stand in the order of the index", () => {
  const json = rates({ b: [1, 2], a: [3, 4] });
  json.dimension.series.category.index = { b: 0, a: 1 };
  const { series } = accepted(json, { section: "poverty" }).poverty;
  assert.deepEqual(
    series.map(({ id, values }) => [id, values]),
    [
      ["b", [1, 2]],
      ["a", [3, 4]],
    ],
  );
});

test("what is missing stays missing", () => {
  const expected = [null, 4];
  for (const value of [[null, 4], { 1: 4 }, { 0: null, 1: 4 }]) {
    const json = { ...rates({ a: [0, 0] }), value };
    assert.deepEqual(accepted(json, { section: "poverty" }).poverty.series[0].values, expected);
  }
  const nothing = { ...rates({ a: [0, 0] }), value: {} };
  assert.deepEqual(accepted(nothing, { section: "poverty" }).poverty.series[0].values, [
    null,
    null,
  ]);
});

test("each status code says what it says", () => {
  const figureOf = (status, value = 5, options = {}) =>
    accepted(rates({ a: [value, 1] }, { status: { 0: status } }), {
      section: "poverty",
      ...options,
    }).poverty.series[0].values[0];
  const note = (code) => STATUS_CODES[code].note;
  const marked = (code) => ({
    vi: `Ký hiệu ở nguồn: “${code}”`,
    en: `Marked “${code}” by the source`,
  });
  assert.deepEqual(figureOf("a"), 5);
  assert.deepEqual(figureOf("p"), { value: 5, status: "provisional" });
  assert.deepEqual(figureOf("P"), { value: 5, status: "provisional" });
  assert.deepEqual(figureOf("e"), { value: 5, status: "estimated" });
  assert.deepEqual(figureOf("s"), { value: 5, status: "estimated" });
  assert.deepEqual(figureOf("r"), { value: 5, status: "revised" });
  assert.deepEqual(figureOf("f"), { value: 5, status: "estimated", note: note("f") });
  assert.deepEqual(figureOf("u"), { value: 5, note: note("u") });
  assert.deepEqual(figureOf("S"), { value: 5, note: note("S") });
  assert.deepEqual(figureOf("c", null), { value: null, status: "suppressed" });
  assert.deepEqual(figureOf("L", null), { value: null, status: "notCollected" });
  assert.deepEqual(figureOf("z", null), { value: null, status: "notApplicable" });
  assert.deepEqual(figureOf(":", null), null);
  assert.deepEqual(figureOf("p", null), null);
  // A number that was not to be published is not published again; another stands.
  assert.deepEqual(figureOf("c"), { value: null, status: "suppressed" });
  assert.deepEqual(figureOf("z"), { value: 5, note: marked("z") });
  // Several at once: nothing is lost.
  assert.deepEqual(figureOf("be"), { value: 5, status: "estimated", note: note("b") });
  assert.deepEqual(figureOf("ep"), { value: 5, status: "estimated", note: marked("p") });
  assert.deepEqual(figureOf("b, u").note, {
    vi: `${note("b").vi}; ${note("u").vi}`,
    en: "Break in series; Low reliability",
  });
  // Not known: told as it stands, or as the answer or the page names it.
  assert.deepEqual(figureOf("xq"), { value: 5, note: marked("xq") });
  assert.deepEqual(figureOf("constructor"), { value: 5, note: marked("constructor") });
  const extension = { status: { label: { xq: "thin sample" } } };
  const named = accepted(rates({ a: [5, 1] }, { status: ["xq", null], extension }), {
    section: "poverty",
  });
  assert.deepEqual(named.poverty.series[0].values[0], { value: 5, note: "thin sample" });
  const own = { status: { xq: { status: "estimated" }, "...": { status: "notCollected" } } };
  assert.deepEqual(figureOf("xq", 5, own), { value: 5, status: "estimated" });
  assert.deepEqual(figureOf("...", null, own), { value: null, status: "notCollected" });
});

test("a status is an object, a list, or one for all", () => {
  const values = (status) =>
    accepted(rates({ a: [1, 2] }, { status }), { section: "poverty" }).poverty.series[0].values;
  const provisional = (value) => ({ value, status: "provisional" });
  assert.deepEqual(values({ 1: "p" }), [1, provisional(2)]);
  assert.deepEqual(values([null, "p"]), [1, provisional(2)]);
  assert.deepEqual(values("p"), [provisional(1), provisional(2)]);
  assert.deepEqual(values(["p"]), [provisional(1), provisional(2)]);
  assert.deepEqual(values(null), [1, 2]);
});

test("periods stand in time as offices write them", () => {
  const periods = (labels) => {
    const values = { a: labels.map((_, i) => i) };
    const { poverty } = accepted(rates(values, {}, labels), { section: "poverty" });
    return [poverty.periods, poverty.series[0].values];
  };
  assert.deepEqual(
    periods(["2023", "2022"]),
    [
      ["2022", "2023"],
      [1, 0],
    ],
    "the newest first",
  );
  assert.deepEqual(periods(["2023M11", "2023M12"])[0], [
    { label: "2023M11", at: "2023-11" },
    { label: "2023M12", at: "2023-12" },
  ]);
  assert.deepEqual(periods(["Quý I/2024", "Quý IV năm 2024", "2025Q1", "2025-Q2", "2025K3"])[0], [
    { label: "Quý I/2024", at: "2024-01/2024-03" },
    { label: "Quý IV năm 2024", at: "2024-10/2024-12" },
    { label: "2025Q1", at: "2025-01/2025-03" },
    { label: "2025-Q2", at: "2025-04/2025-06" },
    { label: "2025K3", at: "2025-07/2025-09" },
  ]);
  assert.deepEqual(periods(["6 tháng đầu năm 2024", "2025S1", "Tháng 9 năm 2025"])[0], [
    { label: "6 tháng đầu năm 2024", at: "2024-01/2024-06" },
    { label: "2025S1", at: "2025-01/2025-06" },
    { label: "Tháng 9 năm 2025", at: "2025-09" },
  ]);
  assert.deepEqual(periods(["2010-2011", "2012/2013"])[0], [
    { label: "2010-2011", at: "2010/2011" },
    { label: "2012/2013", at: "2012/2013" },
  ]);
  // One that cannot be placed leaves all in the order given; so does one placed twice.
  assert.deepEqual(periods(["2023", "nay", "2022"]), [
    ["2023", "nay", "2022"],
    [0, 1, 2],
  ]);
  assert.deepEqual(periods(["2023M13", "2024"])[0], ["2023M13", "2024"]);
  assert.deepEqual(periods(["Năm 2023", "2023"])[0], ["Năm 2023", "2023"]);
  // The word for a provisional year is a status, not a part of its name.
  assert.deepEqual(periods(["2022", "Sơ bộ 2023", "Ước 2024"]), [
    ["2022", "2023", "2024"],
    [0, { value: 1, status: "provisional" }, { value: 2, status: "estimated" }],
  ]);
  assert.deepEqual(periods(["2023", "Prel. 2023"])[0], ["2023", "Prel. 2023"]);
});

test("roles tell time, areas and what was measured, whatever the names", () => {
  const json = jsonStat(
    [
      { id: "a", categories: { 2022: "2022", 2023: "2023" } },
      { id: "b", categories: { 1: "Trà Cú", 2: "Cầu Kè" } },
      { id: "c", categories: { x: "Hộ nghèo", y: "Hộ cận nghèo" } },
    ],
    ({ a, b, c }) => Number(a) - 2020 + Number(b) + (c === "x" ? 0 : 10),
    { label: "X", role: { time: ["a"], geo: ["b"], metric: ["c"] } },
  );
  const { place, poverty } = accepted(json, { section: "poverty", select: { b: "Trà Cú" } });
  assert.equal(place, "Trà Cú");
  assert.deepEqual(
    poverty.series.map(({ values }) => values),
    [
      [3, 4],
      [13, 14],
    ],
  );
  // One document describes one place: not the areas, but the place is asked for.
  assert.deepEqual(refused(json, { section: "poverty" }), [
    "value /dimension/b The dimension “b” has 2 categories. Choose one in “select”: “1” (Trà Cú), “2” (Cầu Kè).",
  ]);
  const byArea = accepted(json, { section: "poverty", series: "b", select: { c: "x" } });
  assert.deepEqual(
    byArea.poverty.series.map(({ name }) => name),
    ["Trà Cú", "Cầu Kè"],
  );
  assert.deepEqual([byArea.place, byArea.poverty.measure], ["b", "Hộ nghèo"]);
});

test("rows of a table without them are what was measured, or the table itself", () => {
  const time = { id: "time", categories: { 2022: "2022", 2023: "2023" } };
  const only = jsonStat([time], ({ time }) => Number(time) - 2000, { label: "Tỷ lệ hộ nghèo" });
  assert.deepEqual(accepted(only, { section: "poverty" }).poverty.series, [
    { id: "value", name: "Tỷ lệ hộ nghèo", values: [22, 23] },
  ]);
  const sex = { id: "sex", categories: { T: "total" } };
  const measured = jsonStat([MEASURE, sex, time], () => 1, { label: "X" });
  const { growth } = accepted(measured, { section: "growth" });
  assert.deepEqual([growth.sectors[0].name, growth.measure], ["Cơ cấu", undefined]);
});

test("units: one for a section, per cent where it is of shares", () => {
  const measures = {
    id: "metric",
    categories: { a: "A", b: "B" },
    unit: { a: { symbol: "%" }, b: { base: "người", multiplier: 3 } },
  };
  const time = { id: "year", categories: { 2023: "2023" } };
  const json = jsonStat([measures, time], () => 1.5, { label: "X" });
  assert.deepEqual(refused(json, { section: "poverty" }), [
    "value  The rows have different units: “a” (%), “b” (10^3 người). The section “poverty” has one unit; choose fewer in “select”.",
  ]);
  const people = { series: "metric", select: { metric: ["b"] } };
  assert.equal(accepted(json, { section: "poverty", ...people }).poverty.unit, "10^3 người");
  for (const section of ["structure", "livingStandards"]) {
    assert.match(refused(json, { section, ...people })[0], /the unit here is “10\^3 người”/);
  }
  assert.deepEqual(
    accepted(json, { section: "targets" }).targets.items.map(({ unit }) => unit),
    ["%", "10^3 người"],
  );
  const unit = { id: "unit", categories: { PC: "Percentage" } };
  const plain = { id: "x", categories: { a: "A", b: "B" } };
  const eurostat = jsonStat([unit, plain, time], () => 1, { label: "X" });
  assert.equal(accepted(eurostat, { section: "poverty" }).poverty.unit, "%");
  const untold = { section: "poverty", unit: "triệu đồng" };
  assert.equal(accepted(rates({ a: [1, 2] }), untold).poverty.unit, "triệu đồng");
});

test("labels, notes and ids of any kind are taken", () => {
  const json = rates({ a: [1, 2], b: [3, 4] }, { note: ["Một.", "Hai."], updated: "2023-02-30" });
  json.dimension.series.category.label = { a: "  Hộ nghèo " };
  json.dimension.series.category.note = { b: ["Số liệu mẫu."] };
  json.dimension.series.hasOwnProperty = 1;
  const { asOf, poverty } = accepted(json, {
    section: "poverty",
    place: { vi: "Xã", en: "Commune" },
  });
  assert.equal(asOf, undefined);
  assert.equal(poverty.note, "Một. Hai.");
  assert.deepEqual(poverty.series, [
    { id: "poor", name: "Hộ nghèo", values: [1, 2] },
    { id: "b", name: "b", note: "Số liệu mẫu.", values: [3, 4] },
  ]);
  const long = accepted(rates({ a: [1, 2] }, { note: "ố".repeat(3000) }), { section: "poverty" });
  assert.equal([...long.poverty.note].length, 2000);
});

test("a chart is drawn from each format", () => {
  const growthOf = {
    ...MEASURE,
    categories: { growth: "Tăng so với năm trước" },
    unit: { growth: { symbol: "%", decimals: 2 } },
  };
  const published = { T: 10.04, 1: 4.15, 2: 20.23, 3: 6.46, 4: null };
  const growth = jsonStat(
    [growthOf, PLACE, SECTOR, { id: "Năm", categories: { 2024: "2024" } }],
    ({ sector }) => published[sector],
    { label: "Tăng trưởng GRDP", source: "Cục Thống kê tỉnh Trà Vinh", status: { 0: "p" } },
  );
  const drawn = textOf(accepted(growth, { section: "growth" }), "growth");
  for (const text of ["Trà Vinh", "20,23", "10,04", "Công nghiệp và xây dựng", "Cục Thống kê"]) {
    assert.ok(drawn.includes(text), text);
  }
  const poverty = pxWeb(
    [
      ["2022", "4.47"],
      ["2023", "2.33"],
    ],
    ["t Năm", "c Hộ nghèo"],
  );
  const structure = textOf(accepted(shares(), { section: "structure" }), "structure");
  for (const text of ["Cơ cấu GRDP", "38,60", "5,06"]) assert.ok(structure.includes(text), text);
  const groups = { "Hộ nghèo": [2.33], "Trung bình": [48], Giàu: [2.3] };
  const living = accepted(rates(groups, {}, ["2023"]), { section: "livingStandards" });
  assert.deepEqual(
    living.livingStandards.groups.map(({ id }) => id),
    ["poor", "average", "rich"],
  );
  assert.match(textOf(living, "living-standards"), /Trung bình/);
  const figures = accepted(shares(), { section: "targets", select: { Năm: "2024" } });
  assert.match(textOf(figures, "targets"), /Dịch vụ[\s\S]*29,03/);
  assert.equal(figures.targets.note, "Cơ cấu");
  const options = { section: "poverty", place: "Huyện Trà Cú" };
  assert.match(textOf(accepted(poverty, options), "poverty"), /Huyện Trà Cú[\s\S]*2,33/);
});

test("decimals below none take no digit from a figure", () => {
  const unit = { share: { label: "Phần trăm", decimals: -1 } };
  const table = jsonStat([{ ...MEASURE, unit }, PLACE, SECTOR, YEAR], share);
  const { structure } = accepted(table, { section: "structure" });
  const figures = structure.sectors.flatMap(({ values }) => values);
  assert.ok(figures.includes(27.31));
  assert.ok(figures.every((figure) => typeof figure === "number"));
});

test("the script stands alone and carries the licence of what it uses", async () => {
  assert.ok(readdirSync(dist).includes("jsonstat.d.ts"));
  const { readFileSync } = await import("node:fs");
  const script = readFileSync(new URL("jsonstat.js", dist), "utf8");
  assert.doesNotMatch(script, /\bimport\b[^(]*from|\brequire\(/);
  assert.match(script.slice(0, 900), /jsonstat-toolkit 2[\s\S]*Apache License, Version 2\.0/);
});
