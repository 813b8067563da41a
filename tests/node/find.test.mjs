// Names as people type them, and where a chart has them.
import assert from "node:assert/strict";
import { test } from "node:test";
import { sentencesOf } from "../../tools/build.mjs";
import { LANGUAGES } from "../../tools/words.mjs";
import { source } from "./common.mjs";

const { fold, match } = await source("find/match");
const { namesOf, readNames } = await source("find/names");

/** The names that come first for what is typed. */
function found(names, typed, most = 8) {
  const { first } = match(names.map(fold), typed, most);
  return first.map((index) => names[index]);
}

test("diacritics, case and spaces do not matter, in what is typed and in the name", () => {
  for (const typed of ["nhi truong", "NHỊ TRƯỜNG", "Nhị  Trường ", "nhi\u00a0truong"]) {
    assert.deepEqual(found(["Xã Nhị Trường", "Xã Long Sơn"], typed), ["Xã Nhị Trường"]);
  }
  // Composed or not, as some keyboards write it; and the letter that takes no mark.
  assert.deepEqual(found(["Đồng Tháp"], "Đồng".normalize("NFD")), ["Đồng Tháp"]);
  assert.deepEqual(found(["Đồng Tháp"], "dong thap"), ["Đồng Tháp"]);
});

test("Khmer keeps its vowels and signs; spaces of no width are nobody's to type", () => {
  const names = ["ឃុំ\u200bគីរី", "ឃុំ\u200bគារ៉ា"];
  assert.deepEqual(found(names, "ឃុំគីរី"), [names[0]]);
  assert.deepEqual(found(names, "គារ៉ា"), [names[1]]);
  assert.deepEqual(found(names, "ឃុំ"), names);
});

test("what begins a name comes first, then what begins a word, and the shorter before the longer", () => {
  const names = ["Hàm Tân An", "Xã Tân An", "Tân An Đông", "Quảng Tân", "Vạntân", "Tân An"];
  assert.deepEqual(found(names, "tan"), [
    "Tân An",
    "Tân An Đông",
    "Xã Tân An",
    "Quảng Tân",
    "Hàm Tân An",
    "Vạntân",
  ]);
  assert.deepEqual(found(names, "tan", 1), ["Tân An"]);
  assert.equal(match(names.map(fold), "tan", 1).count, names.length);
});

test("nothing typed finds nothing, and so does what is in no name", () => {
  for (const typed of ["", "  ", "không có", ".*"]) {
    assert.deepEqual(match(["xa tan an"], typed, 8), { count: 0, first: [] });
  }
});

/** Stands for a chart with these headers of rows. */
const chartOf = (kind, headers) => ({
  kind: () => kind,
  rowCount: () => headers.length,
  table: (from, to) => ({ rows: headers.slice(from, to).map((header) => ({ header })) }),
});

test("of many rows the names come a part at a time; what is no row with a name stands above", () => {
  const areas = Array.from({ length: 1100 }, (_, index) => ({ code: `c${index}` }));
  const headers = ["19 tiêu chí", ...areas.map((_, index) => `Xã ${index}`)];
  const chart = chartOf("ntm-criteria", headers);
  const names = namesOf(chart, { ntm: { areas } });
  assert.deepEqual([names.above, names.shown], [1, []]);
  assert.deepEqual(
    [1, 2, 3].map(() => readNames(chart, names)),
    [true, true, false],
  );
  assert.deepEqual(names.shown, headers.slice(1));
  assert.deepEqual(names.rows[1099], { id: "c1099", last: 0 });
});

test("a series is found by its id, at the last of its figures", () => {
  const series = [{ id: "poor", values: [1, 2, null] }];
  const names = namesOf(chartOf("poverty", ["Hộ nghèo"]), { poverty: { series } });
  assert.deepEqual(names.rows, [{ id: "poor", last: 2 }]);
});

test("a page's object that throws by now has no names", () => {
  const document = {
    get ntm() {
      throw new Error("the page's own");
    },
  };
  assert.deepEqual(namesOf(chartOf("ntm-criteria", ["Xã"]), document).rows, []);
});

test("the search has its sentences in every language", () => {
  const all = JSON.parse(sentencesOf("find"));
  for (const language of LANGUAGES) {
    assert.deepEqual(Object.keys(all[language]), ["findHint", "findMatches"]);
    assert.match(all[language].findMatches, /\{count\}/);
  }
  for (const sentence of Object.values(all.km)) assert.match(sentence, /\p{Script=Khmer}/u);
});
