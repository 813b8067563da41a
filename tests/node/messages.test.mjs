// The widget's own words.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { messagesOf } from "../../tools/build.mjs";
import { LANGUAGES } from "../../tools/words.mjs";
import { source } from "./common.mjs";

const { say } = await source("messages");
const { baseLanguage } = await source("language");
const text = readFileSync(new URL("../../www/messages.ts", import.meta.url), "utf8");
const keys = [...text.matchAll(/^ {2}\| "(\w+)"/gm)].map(([, key]) => key);
const messages = JSON.parse(messagesOf(LANGUAGES));

const placesOf = (key, language) => {
  const asked = new Set();
  const values = new Proxy({}, { get: (_, name) => asked.add(name) && `<${name}>` });
  say(key, language, values);
  return [...asked].sort();
};

test("every language has every sentence, in one order", () => {
  for (const language of ["vi", "en", "km"]) {
    assert.deepEqual(Object.keys(messages[language]), keys, language);
    for (const key of keys) assert.ok(messages[language][key].trim(), `${language} ${key}`);
  }
});

test("each Khmer sentence is in Khmer", () => {
  for (const key of keys) assert.match(messages.km[key], /\p{Script=Khmer}/u, key);
});

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

test("Vietnamese stands in until the sentences of a language come", async () => {
  const carried = await source("messages", ["vi"]);
  assert.equal(carried.spokenFor("km"), "vi");
  assert.equal(carried.say("table", "km"), messages.vi.table);
  carried.learn("km", messages.km);
  assert.equal(carried.spokenFor("km"), "km");
  assert.equal(carried.say("table", "km"), messages.km.table);
  assert.equal(carried.spokenFor("en"), "vi");
});

test("the README lists the keys", () => {
  const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
  const [, list] = /Those of the element are\s+([^.]*)\./.exec(readme) ?? [];
  assert.deepEqual(
    [...list.matchAll(/`(\w+)`/g)].map(([, key]) => key),
    keys,
  );
});

test("what a page gives in place of a word is taken as text, whatever it is", () => {
  assert.equal(say("table", "en", {}, { en: { table: 7 } }), "7");
  assert.equal(say("table", "en", {}, { en: { table: null } }), say("table", "en"));
  assert.equal(say("table", "en", {}, { en: null }), say("table", "en"));
});
