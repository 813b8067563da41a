// Tables of statistics offices as charts' documents. The figures are those that
// Trà Vinh province published for 2023 and 2024, or made up where it says so.
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";

const dist = new URL("../../dist/", import.meta.url);
const { fromStatistics, STATUS_CODES } = await import(new URL("jsonstat.js", dist));
const { load, renderSVG, validate } = await import(new URL("core.js?jsonstat", dist));
await load();

const SECTOR = {
  id: "sector",
  label: "Khu vực kinh tế",
  categories: {
    T: "Tổng số",
    1: "Nông, lâm nghiệp và thủy sản",
    2: "Công nghiệp và xây dựng",
    3: "Dịch vụ",
    4: "Thuế sản phẩm trừ trợ cấp sản phẩm",
  },
};
const YEAR = { id: "Năm", categories: { 2023: "2023", 2024: "2024" } };
const PLACE = { id: "Tỉnh", categories: { 84: "Trà Vinh" } };
const MEASURE = {
  id: "Chỉ tiêu",
  categories: { share: "Cơ cấu" },
  unit: { share: { label: "Phần trăm", decimals: 2 } },
};
// By sector and year.
const SHARES = [
  [100, 100],
  [28.34, 27.31],
  [35.92, 38.6],
  [30.31, 29.03],
  [5.43, 5.06],
];
const SHARE_OF = new Map(
  Object.keys(SECTOR.categories).flatMap((sector) =>
    Object.keys(YEAR.categories).map((year) => [
      `${sector} ${year}`,
      // Integer-like keys of an object stand in the order of numbers, "T" after them.
      SHARES[["T", "1", "2", "3", "4"].indexOf(sector)][Number(year) - 2023],
    ]),
  ),
);

/** A JSON-stat dataset of the dimensions, in their order; `cell` is asked for each value. */
function jsonStat(dimensions, cell, more = {}) {
  const ids = dimensions.map(({ order, categories }) => order ?? Object.keys(categories));
  const keys = ids.reduce((all, own) => all.flatMap((key) => own.map((id) => [...key, id])), [[]]);
  return {
    version: "2.0",
    class: "dataset",
    id: dimensions.map(({ id }) => id),
    size: ids.map((own) => own.length),
    value: keys.map((key) => cell(Object.fromEntries(key.map((id, i) => [dimensions[i].id, id])))),
    dimension: Object.fromEntries(
      dimensions.map(({ id, label = id, categories, unit, note }, i) => [
        id,
        { label, category: { index: ids[i], label: categories, unit, note } },
      ]),
    ),
    ...more,
  };
}

const share = (at) => SHARE_OF.get(`${at.sector} ${at.Năm}`);
const shares = (dimensions = [SECTOR, YEAR, PLACE, MEASURE], more) =>
  jsonStat(dimensions, share, {
    label: "Cơ cấu GRDP",
    source: "Cục Thống kê tỉnh Trà Vinh",
    updated: "2025-01-10T08:00:00Z",
    ...more,
  });
/** Rates of made-up series by year. */
const rates = (values, more, years = ["2022", "2023"]) =>
  jsonStat(
    [
      { id: "series", categories: Object.fromEntries(Object.keys(values).map((id) => [id, id])) },
      {
        id: "year",
        categories: Object.fromEntries(years.map((year) => [year, year])),
        order: years,
      },
    ],
    ({ series, year }) => values[series][years.indexOf(year)],
    { label: "X", ...more },
  );

/** A document that the module takes without a word. */
function accepted(json, options) {
  const dataset = fromStatistics(json, options);
  assert.deepEqual(validate(dataset, { lang: "en" }), []);
  return dataset;
}

/** Code, path and sentence of each problem. */
function refused(json, options) {
  try {
    fromStatistics(json, { lang: "en", ...options });
  } catch (error) {
    assert.equal(error.name, "DistrictChartError", error.stack);
    assert.equal(error.code, error.issues[0].code);
    for (const issue of error.issues) {
      assert.deepEqual(Object.keys(issue), ["path", "code", "severity", "message"]);
      assert.doesNotMatch(issue.message, /[{]\w+[}]|undefined|\[object/);
    }
    return error.issues.map(({ code, path, message }) => `${code} ${path} ${message}`);
  }
  assert.fail("was not refused");
}

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

test("what is left open is asked back with the choices", () => {
  const json = jsonStat(
    [
      { id: "sex", categories: { F: "Nữ", M: "Nam" } },
      { id: "age", categories: { 1: "0–14", 2: "15–59" } },
      { id: "k", categories: { 2022: "2022", 2023: "2023" } },
    ],
    () => 1,
  );
  const growth = (more) => refused(json, { section: "growth", ...more });
  assert.deepEqual(growth(), [
    "missing  It is not clear which dimension is time. Give “time” one of: “sex”, “age”, “k”.",
  ]);
  assert.deepEqual(growth({ time: "k" }), [
    "missing  It is not clear which dimension makes the rows. Give “series” one of: “sex”, “age”.",
  ]);
  assert.deepEqual(growth({ time: "k", series: "sex" }), [
    "value /dimension/age The dimension “age” has 2 categories. Choose one in “select”: “1” (0–14), “2” (15–59).",
  ]);
  assert.deepEqual(growth({ time: "k", series: "k" }), [
    "value /dimension/k “series” and “time” are both the dimension “k”. Choose two.",
  ]);
  assert.deepEqual(growth({ time: "K", series: "giới", select: { age: "9", x: "1", sex: [] } }), [
    "value /dimension/age The dimension “age” has no category “9”. Choose one of: “1” (0–14), “2” (15–59).",
    "value  “select”: there is no dimension “x”. Write one of: “sex”, “age”, “k”.",
    "value /dimension/sex “select” chooses no category of the dimension “sex”. Choose from: “F” (Nữ), “M” (Nam).",
    "value  “series”: there is no dimension “giới”. Write one of: “sex”, “age”, “k”.",
  ]);
  const chosen = {
    section: "growth",
    time: "k",
    series: "sex",
    select: { age: "0–14", sex: ["M"] },
  };
  const { growth: section } = accepted(json, chosen);
  assert.deepEqual([section.measure, section.sectors.length], ["age: 0–14", 1]);
});

test("sentences are in Vietnamese unless another language is asked for", () => {
  const [sentence] = refused(rates({ a: [1, 2], b: [1, 2] }), {
    section: "growth",
    lang: undefined,
    series: "z",
  });
  assert.match(sentence, /không có chiều “z”\. Hãy viết một trong: “series”, “year”\.$/);
  assert.match(refused([], { section: "growth", lang: "km" })[0], /Here stands a list/);
});

test("long lists of choices are cut", () => {
  const many = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`c${i}`, [i, i]]));
  const [sentence] = refused(rates(many), { section: "growth", select: { series: "z" } });
  assert.match(sentence, /“c11” and 28 more\.$/);
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

test("sections of one period ask for it", () => {
  const json = rates({ poor: [2.5, 2.33], nearPoor: [3, 2.8], total: [100, 100] });
  assert.match(
    refused(json, { section: "livingStandards" })[0],
    /^value \/dimension\/year The dimension “year” has 2 categories/,
  );
  const { livingStandards } = accepted(json, {
    section: "livingStandards",
    select: { year: "2023" },
  });
  assert.deepEqual(livingStandards, {
    title: "X",
    period: "2023",
    groups: [
      { id: "poor", share: 2.33 },
      { id: "nearPoor", share: 2.8 },
    ],
  });
});

test("the programme's levels need their whole", () => {
  const json = rates({ all: [17, 15], ntm: [12, 15], ntmAdvanced: [null, 2] });
  const once = { section: "ntm", select: { year: "2023" } };
  assert.deepEqual(refused(json, { section: "ntm" }), [
    "missing  The section “ntm” draws how many of how many. Give “of” a number, or the category that holds the whole: “all”, “ntm”, “ntmAdvanced”.",
  ]);
  assert.deepEqual(accepted(json, { ...once, of: "all" }).ntm, {
    title: "X",
    period: "2023",
    levels: [
      { id: "ntm", count: 15, of: 15 },
      { id: "ntmAdvanced", count: 2, of: 15 },
    ],
  });
  assert.deepEqual(accepted(json, { section: "ntm", of: "all" }).ntm.levels[1], {
    id: "ntmAdvanced",
    counts: [null, 2],
    of: [17, 15],
  });
  assert.equal(accepted(json, { ...once, of: 17 }).ntm.levels[0].of, 17);
  assert.deepEqual(refused(json, { section: "ntm", of: "ntmAdvanced" }), [
    "missing  The whole, taken from “ntmAdvanced”, is not there for 2022. Give “of” a number, or leave that period out.",
  ]);
  const alone = { ...once, series: "series", select: { year: "2023", series: ["all"] }, of: "all" };
  assert.match(refused(json, alone)[0], /no row is left/);
});

test("a collection and other kinds are named, with what to pass", () => {
  const item = { class: "dataset", href: "https://example.org/a", label: "Hộ nghèo" };
  const collection = {
    class: "collection",
    link: { item: [item, { href: "https://example.org/b" }] },
  };
  assert.deepEqual(refused(collection, { section: "growth" }), [
    "value  This is a JSON-stat collection of 2 items: 0: Hộ nghèo (dataset), 1: https://example.org/b. Pass one dataset: link.item[n] where the item holds its data, or else what its href answers.",
  ]);
  assert.match(refused({ class: "collection" }, { section: "growth" })[0], /of 0 items/);
  const old = { oecd: { dimension: { id: [], size: [] } }, canada: { dimension: {} } };
  assert.match(
    refused(old, { section: "growth" })[0],
    /before version 2\.0, with the datasets: oecd, canada/,
  );
  assert.match(
    refused({ class: "dimension" }, { section: "growth" })[0],
    /^value \/class .*“dimension”/,
  );
  assert.match(
    refused({ a: 1 }, { section: "growth" })[0],
    /neither JSON-stat|neither a JSON-stat.*“a”/,
  );
  assert.match(
    refused({ title: "X", variables: [] }, { section: "growth" })[0],
    /description of a table/,
  );
  for (const json of [null, undefined, 1, "{}", [], () => {}]) {
    assert.match(
      refused(json, { section: "growth" })[0],
      /^type {2}Here stands .+ Pass a JSON object/,
    );
  }
});

test("options are proved before the table", () => {
  assert.deepEqual(refused(shares(), { section: "levels", serie: "x" }), [
    "unknown  There is no option “serie”. Write one of: section, series, time, select, place, unit, of, status, metadata, lang.",
    "value  “section”: here stands “levels”. Write: growth, structure, poverty, livingStandards, ntm, targets.",
  ]);
  assert.match(refused(shares(), {})[0], /^missing {2}“section”: here stands nothing/);
  assert.match(
    refused(shares(), { section: "growth", select: "x" })[0],
    /“select”: here stands “x”/,
  );
  assert.match(refused(shares(), { section: "growth", metadata: [] })[0], /“metadata”/);
});

test("a malformed table is told with its place, all of it at once", () => {
  const broken = (change) => {
    const json = rates({ a: [1, 2], b: [3, 4] });
    change(json);
    return refused(json, { section: "poverty" });
  };
  const shape = broken((json) => {
    Object.assign(json, {
      id: "series",
      size: [2, 0],
      dimension: [],
      value: 5,
      role: { time: "year" },
    });
  });
  assert.deepEqual(
    shape.map((text) => text.split(" ", 2).join(" ")),
    ["type /id", "type /size", "type /dimension", "type /value", "type /role/time"],
  );
  const starts = (texts, ...expected) =>
    assert.deepEqual(
      texts.map((text) => text.split(" ", 2).join(" ")),
      expected,
    );
  starts(
    broken((json) => {
      delete json.id;
    }),
    "missing /id",
  );
  starts(
    broken((json) => {
      delete json.dimension.year;
      json.dimension.series.category = null;
    }),
    "type /dimension/series/category",
    "missing /dimension/year",
  );
  starts(
    broken((json) => {
      json.dimension.series.category.label = ["a", "b"];
    }),
    "type /dimension/series/category/label",
  );
  starts(
    broken((json) => {
      json.size = [2, 2, 1];
    }),
    "value /size",
  );
  starts(
    broken((json) => {
      json.value = [1, 2, 3];
    }),
    "value /value",
  );
  starts(
    broken((json) => {
      json.value = { 0: 1, 4: 2, x: 3 };
    }),
    "value /value/4",
    "value /value/x",
  );
  starts(
    broken((json) => {
      json.dimension.series.category.index = { a: 0, b: 0 };
      json.dimension.year.category.index = ["2022"];
    }),
    "value /dimension/series/category",
    "value /dimension/year/category",
  );
  starts(
    broken((json) => {
      delete json.dimension.series.category.index;
    }),
    "missing /dimension/series/category",
  );
  starts(
    broken((json) => {
      json.size = [2e6, 2];
      json.value = {};
    }),
    "value /dimension/series/category",
    "limit /size",
  );
  starts(
    broken((json) => {
      json.value = ["1,5", 2, true, 4];
    }),
    "type /value/0",
    "type /value/2",
  );
  // Of what is not drawn, no figure is looked at.
  const unseen = { ...rates({ a: [1, 2], b: [3, 4] }), value: [1, 2, "x", "x"] };
  accepted(unseen, { section: "poverty", select: { series: ["a"] } });
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

// As a statistics office's PX-Web answers; the population of Việt Nam in thousands,
// published by its National Statistics Office.
const PX_WEB = {
  columns: [
    { code: "Cách tính", text: "Cách tính", type: "d" },
    { code: "Năm", text: "Năm", type: "t" },
    { code: "Phân tổ", text: "Phân tổ", type: "d" },
    { code: "Dân số trung bình", text: "Dân số trung bình", type: "c" },
  ],
  comments: [],
  data: [
    { key: ["0", "32", "0"], values: ["99467.93"] },
    { key: ["0", "33", "0"], values: ["100309.21"] },
    { key: ["0", "34", "0"], values: ["101343.75"] },
  ],
};

test("an answer of PX-Web is taken as it stands", () => {
  const { growth, place } = accepted(PX_WEB, { section: "growth", unit: "nghìn người" });
  assert.equal(place, "Dân số trung bình");
  assert.deepEqual(growth, {
    measure: "Cách tính: 0; Phân tổ: 0",
    unit: "nghìn người",
    periods: ["32", "33", "34"],
    sectors: [
      {
        id: "Dân số trung bình",
        name: "Dân số trung bình",
        values: [99467.93, 100309.21, 101343.75],
      },
    ],
  });
  const named = accepted(PX_WEB, {
    section: "growth",
    series: "Phân tổ",
    time: "Năm",
    place: "Việt Nam",
  });
  assert.deepEqual([named.place, named.growth.sectors[0].id], ["Việt Nam", "0"]);
});

test("the names behind PX-Web's codes come from its own description", () => {
  const metadata = {
    title: "Dân số trung bình",
    variables: [
      {
        code: "Năm",
        text: "Năm",
        values: ["32", "33", "34"],
        valueTexts: ["2022", "2023", "Sơ bộ 2024"],
      },
      { code: "Phân tổ", text: "Phân tổ", values: ["0"], valueTexts: ["Tổng số"] },
      { code: "Cách tính", text: "Cách tính", values: ["0"], valueTexts: ["Nghìn người"] },
    ],
  };
  const { growth } = accepted(PX_WEB, { section: "growth", metadata });
  assert.deepEqual(growth.periods, ["2022", "2023", "2024"]);
  assert.deepEqual(growth.sectors[0].values[2], { value: 101343.75, status: "provisional" });
  assert.equal(growth.measure, "Cách tính: Nghìn người");
  assert.equal(growth.title, "Dân số trung bình");
});

const pxWeb = (data, columns = ["d Nhóm", "t Năm", "c Tỷ lệ"]) => ({
  columns: columns.map((column) => {
    const [type, code] = [column.slice(0, 1), column.slice(2)];
    return { code, text: code, type };
  }),
  data: data.map(([key, ...values]) => ({ key: key.split("|"), values })),
});

test("PX-Web's strings are numbers with a dot, or gaps; nothing else", () => {
  const json = pxWeb([
    ["a|2021", "2.50"],
    ["a|2022", ".."],
    ["a|2023", "-1"],
    ["a|2024", " 7 "],
    ["b|2021", "..."],
    ["b|2022", ""],
    ["b|2024", "0.1"],
  ]);
  const { sectors } = accepted(json, {
    section: "growth",
    status: { "...": { status: "notCollected" } },
  }).growth;
  assert.deepEqual(
    sectors.map(({ values }) => values),
    [
      [{ value: 2.5, decimals: 2 }, null, -1, 7],
      [{ value: null, status: "notCollected" }, null, null, 0.1],
    ],
  );
  const wrong = pxWeb([
    ["a|2021", "2,5"],
    ["a|2022", "1 234"],
    ["a|2023", "n/a"],
  ]);
  assert.deepEqual(
    refused(wrong, { section: "growth" }).map((text) => text.split(".")[0]),
    [
      "type /data/0/values/0 Here stands “2,5”",
      "type /data/1/values/0 Here stands “1 234”",
      "type /data/2/values/0 Here stands “n/a”",
    ],
  );
});

test("PX-Web with several columns of values asks which, or makes rows of them", () => {
  const json = pxWeb(
    [
      ["2022", "1.5", "3"],
      ["2023", "2.5", "4"],
    ],
    ["t Năm", "c Hộ nghèo", "c Hộ cận nghèo"],
  );
  json.columns[1].unit = "%";
  json.columns[2].unit = "percent";
  json.columns[2].comment = "Chuẩn 2022–2025";
  const { poverty } = accepted(json, { section: "poverty" });
  assert.deepEqual(poverty.series, [
    { id: "poor", name: "Hộ nghèo", values: [1.5, 2.5] },
    { id: "nearPoor", name: "Hộ cận nghèo", note: "Chuẩn 2022–2025", values: [3, 4] },
  ]);
  assert.equal(poverty.unit, "%");
});

test("a malformed answer of PX-Web is told with its place", () => {
  const starts = (json) =>
    refused(json, { section: "growth" }).map((text) => text.split(" ", 2).join(" "));
  assert.deepEqual(starts({ columns: [1, { text: "x" }], data: [] }), [
    "type /columns/0",
    "type /columns/1",
  ]);
  assert.deepEqual(starts(pxWeb([])), ["value /data"]);
  const rows = pxWeb([["a|2022", "1"], ["a", "1"], ["a|2023"], ["b|2022", "1"]]);
  rows.data.push({ key: ["c", 1], values: ["1"] }, null);
  assert.deepEqual(starts(rows), [
    "value /data/1",
    "value /data/2",
    "value /data/4",
    "value /data/5",
  ]);
  assert.deepEqual(
    starts(
      pxWeb([
        ["a|2022", "1"],
        ["a|2022", "2"],
      ]),
    ),
    ["value /data/1/key"],
  );
});

test("a chart is drawn from each format", () => {
  const textOf = (dataset, chart) =>
    renderSVG(dataset, { chart, lang: "vi" }).replace(/<[^>]+>/g, " ");
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

test("options that are left out or no text are refused in a sentence", () => {
  const refusal = (options) => {
    try {
      return fromStatistics(shares(), options);
    } catch ({ name, message }) {
      return `${name}: ${message}`;
    }
  };
  for (const options of [undefined, null, {}]) {
    assert.match(refusal(options), /^DistrictChartError: “section”: ở đây là chưa có gì/);
  }
  assert.match(refusal({ lang: 5 }), /^DistrictChartError: “section”: here stands nothing/);
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
