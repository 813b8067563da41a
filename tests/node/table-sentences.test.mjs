// What is said of a table of a page, in three languages.
import assert from "node:assert/strict";
import { test } from "node:test";
import { tableProblems } from "../../tools/docs/reference.mjs";
import { source } from "./common.mjs";

const { sentenceOf } = await source("table-data/sentences");
/** What is filled in. */
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
