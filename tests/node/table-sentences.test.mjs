// What is said of a table of a page, and of statistics, in three languages.
import assert from "node:assert/strict";
import { test } from "node:test";
import { statisticsProblems, tableProblems } from "../../tools/docs/reference.mjs";
import { source } from "./common.mjs";

const { sentenceOf } = await source("table-data/sentences");
/** What is filled in. */
const PLACES = [
  ..."cell row column line field rows columns text otherCell otherText number format section".split(
    " ",
  ),
  ..."count limit unit other sign period label".split(" "),
];
const placesOf = (sentence) => [...new Set(sentence.match(/\{\w+\}/g))].sort();

test("every problem has a sentence in Khmer that names the same", () => {
  const problems = tableProblems();
  assert.ok(problems.length > 25);
  for (const { key, en } of problems) {
    const places = placesOf(en);
    const values = Object.fromEntries(places.map((place) => [place.slice(1, -1), place]));
    const km = sentenceOf({ key, values }, "km");
    assert.match(km, /[\u1780-\u17b3].*។$/u, key);
    assert.deepEqual(placesOf(km), places, key);
  }
});

test("the place of a problem is named in the language of the table", () => {
  const values = { row: "Hộ nghèo", column: "2023", sentence: "…" };
  const said = ["vi", "en", "km-u-nu-khmr"].map((tag) => sentenceOf({ key: "at", values }, tag));
  assert.deepEqual(said, [
    "Hàng “Hộ nghèo”, cột “2023”: …",
    "Row “Hộ nghèo”, column “2023”: …",
    "ជួរដេក “Hộ nghèo” ជួរឈរ “2023”៖ …",
  ]);
});

test("every sentence on statistics has one in Khmer that names the same", async () => {
  const { km } = await source("jsonstat/khmer");
  const problems = statisticsProblems();
  assert.deepEqual(
    Object.keys(km),
    problems.map(({ key }) => key),
  );
  for (const { key, vi } of problems) {
    assert.match(km[key], /[\u1780-\u17b3].*។$/u, key);
    assert.deepEqual(placesOf(km[key]), placesOf(vi), key);
  }
});

test("the page to try one's own figures on says all in Khmer, and names the same", async () => {
  const { phrase } = await source("try/sentences");
  const { KHMER } = await source("try/khmer");
  const kept = (key, language) => {
    const values = Object.fromEntries(PLACES.map((name) => [name, `{${name}}`]));
    return phrase(key, language, values);
  };
  for (const key of Object.keys(KHMER)) {
    assert.match(kept(key, "km"), /[\u1780-\u17b3]/u, key);
    assert.deepEqual(placesOf(kept(key, "km")), placesOf(kept(key, "vi")), key);
  }
});
