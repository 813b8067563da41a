// What is asked back and refused of a JSON-stat table and its options.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  accepted,
  fromStatistics,
  jsonStat,
  rates,
  refused,
  shares,
} from "./statistics-tables.mjs";

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
  assert.match(refused([], { section: "growth", lang: "km" })[0], /ទីនេះជា បញ្ជី \[ \]។/);
  assert.match(refused([], { section: "growth", lang: "fr" })[0], /Here stands a list/);
});

test("long lists of choices are cut", () => {
  const many = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`c${i}`, [i, i]]));
  const [sentence] = refused(rates(many), { section: "growth", select: { series: "z" } });
  assert.match(sentence, /“c11” and 28 more\.$/);
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
  assert.match(
    refused({ class: "collection" }, { section: "growth" })[0],
    /of 0 items: none\. Pass/,
  );
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
