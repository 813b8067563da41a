// The widget's own words.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { source } from "./common.mjs";

const { say, baseLanguage } = await source("messages");
const text = readFileSync(new URL("../../www/messages.ts", import.meta.url), "utf8");
const keys = [...text.slice(0, text.indexOf("const en")).matchAll(/^ {2}(\w+):/gm)].map(
  ([, key]) => key,
);

const placesOf = (key, language) => {
  const asked = new Set();
  const values = new Proxy({}, { get: (_, name) => asked.add(name) && `<${name}>` });
  say(key, language, values);
  return [...asked].sort();
};

test("every sentence has the same values in every language", () => {
  assert.ok(keys.length > 30);
  for (const key of keys) {
    assert.deepEqual(placesOf(key, "en"), placesOf(key, "vi"), key);
    assert.deepEqual(placesOf(key, "km"), placesOf(key, "vi"), key);
  }
});

test("a language is known by its primary subtag; others are English, none is Vietnamese", () => {
  const tags = [
    "vi",
    "vi-VN",
    "VI",
    "km-u-nu-khmr",
    "km_KH",
    "en-GB",
    "fr",
    "constructor",
    "",
    null,
  ];
  assert.deepEqual(tags.map(baseLanguage), [
    "vi",
    "vi",
    "vi",
    "km",
    "km",
    "en",
    "en",
    "en",
    "vi",
    "vi",
  ]);
});

test("the page's words win, those of another language do not", () => {
  const own = { vi: { table: "Xem số" } };
  assert.equal(say("table", "vi", {}, own), "Xem số");
  assert.equal(say("table", "en", {}, own), "Data table");
});

test("the README lists the keys", () => {
  const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
  const [, list] = /Those of the element are\s+([^.]*)\./.exec(readme) ?? [];
  assert.deepEqual(
    [...list.matchAll(/`(\w+)`/g)].map(([, key]) => key),
    keys,
  );
});
