// The sentences on how a chart is read, and which of them a document is given.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { sentencesOf } from "../../tools/build.mjs";
import { source } from "./common.mjs";

const { guide } = await source("guide/read");
const all = JSON.parse(sentencesOf("guide"));
const text = readFileSync(new URL("../../www/guide/read.ts", import.meta.url), "utf8");
const keys = [...text.matchAll(/^ {2}\| "(\w+)"/gm)].map(([, key]) => key);

test("every language has every sentence of the guide, in one order, without places to fill", () => {
  assert.ok(keys.length > 10);
  for (const [language, sentences] of Object.entries(all)) {
    assert.deepEqual(Object.keys(sentences), keys, language);
    for (const sentence of Object.values(sentences)) assert.doesNotMatch(sentence, /[{}]/);
  }
  for (const sentence of Object.values(all.km)) assert.match(sentence, /\p{Script=Khmer}/u);
});

/** The keys of what a document's chart is told, before what all are told. */
const forms = (kind, document) =>
  guide(kind, document, "vi", undefined)
    .slice(0, -2)
    .map((said) => keys.find((key) => all.vi[key] === said));

const areas = (count) => Array.from({ length: count }, (_, code) => ({ code: `${code}` }));

test("areas in rows are explained as cells, areas that are counted as bars", () => {
  assert.deepEqual(forms("ntm-criteria", { ntm: { areas: areas(200) } }), ["guideCriteria"]);
  assert.deepEqual(forms("ntm-criteria", { ntm: { areas: areas(201) } }), ["guideCounts"]);
  assert.deepEqual(forms("ntm-criteria", { ntm: { bins: [] } }), ["guideCounts"]);
});

test("of targets only the forms that are there are explained, in the chart's order", () => {
  const items = [{ actual: 1 }, { actual: 1, of: 2 }, { achieved: 3 }];
  const expected = ["guidePlans", "guideParts", "guideKeyFigures"];
  assert.deepEqual(forms("targets", { targets: { items } }), expected);
  assert.deepEqual(forms("targets", { targets: { items: items.slice(0, 1) } }), expected.slice(2));
  assert.deepEqual(forms("targets", { targets: { items: [{ outcome: "met" }] } }), ["guidePlans"]);
});
