// How hard the sentences are that the widget itself writes, by the scales that there are.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { before, test } from "node:test";
import { sentencesOf as saidBy } from "../../tools/build.mjs";

/** What Chartability asks of English: the end of lower secondary school. */
const HIGHEST_GRADE = 9;
/** Stands for each name: what is left is as long as it would be without any. */
const NAME = "Na";

const CHARTS = "growth structure poverty living-standards ntm ntm-criteria targets".split(" ");
const folder = new URL("../charts/", import.meta.url);
const corpus = readdirSync(folder)
  .filter((name) => name.endsWith(".json"))
  .map((name) => [name, JSON.parse(readFileSync(new URL(name, folder), "utf8"))]);
const wordsOf = (language) =>
  JSON.parse(readFileSync(new URL(`../../src/locale/${language}.json`, import.meta.url), "utf8"));

let core;
before(async () => {
  core = await import("../../dist/core.js");
  await core.load();
});

function sentencesOf(text) {
  const split = text.replaceAll("\u{A0}", " ").split(/[.!?](?=\s|$)/);
  // A number is read in one glance; Flesch leaves it out too.
  return split.map((one) => one.match(/\p{L}[\p{L}\p{M}'’-]*/gu) ?? []).filter((one) => one.length);
}

const mean = (numbers) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;

/** By its groups of vowels, less an “e” that is not heard. */
function syllables(word) {
  const heard = word
    .toLowerCase()
    .replace(/(?<=[^aeiouy][a-z]*[^laeiouy])(?:es?|(?<![dt])ed)$/, "");
  return Math.max(1, heard.match(/[aeiouy]{1,2}/g)?.length ?? 1);
}

const GRADES = {
  /** Kincaid and others, 1975, for the US Navy. */
  en(text) {
    const sentences = sentencesOf(text);
    const words = sentences.flat();
    const perSentence = words.length / sentences.length;
    return 0.39 * perSentence + 11.8 * mean(words.map(syllables)) - 15.59;
  },
  /**
   * Nguyen and Henkin, 1982, in the Journal of Reading: letters a word, words a sentence.
   * The article was not at hand to confirm the coefficients.
   */
  vi(text) {
    const sentences = sentencesOf(text);
    const words = sentences.flat();
    return 2 * mean(words.map((word) => word.length)) + (0.2 * words.length) / sentences.length - 6;
  },
};

/** All strings of a document. */
function stringsIn(value) {
  if (typeof value === "string") return [value];
  return value && typeof value === "object" ? Object.values(value).flatMap(stringsIn) : [];
}

/** WCAG 3.1.5 takes proper names and titles out: the document's, and the official ones. */
function withoutNames(text, document, language) {
  const isName =
    /^(?:Sector(?!Numeral)|Series|Group|Level[A-Z]|Short|Commune20|Urban20|District20|\w+Title)/;
  const official = Object.entries(wordsOf(language)).filter(([key]) => isName.test(key));
  const names = [...stringsIn(document), ...official.map(([, name]) => name)]
    .filter((name) => /\p{L}{2}/u.test(name))
    .sort((one, other) => other.length - one.length);
  return names.reduce((left, name) => left.replaceAll(name, NAME), text);
}

/** What the widget says of a chart, or null where the document does not feed it. */
function textOf(document, chart, language) {
  if (core.validate(document, { chart }).some(({ severity }) => severity === "error")) return null;
  let made;
  try {
    made = new core.Chart(document, { chart, lang: language });
  } catch (error) {
    assert.equal(error.issues[0].code, "missing");
    return null;
  }
  const text = [made.summary(), ...made.heading().notes].join(" ");
  made.free();
  return withoutNames(text, document, language);
}

test("the scales find what is hard", () => {
  const hard =
    "Notwithstanding methodological considerations, comparability necessitates harmonisation of administrative classifications.";
  assert.ok(GRADES.en(hard) > 20);
  assert.ok(GRADES.en("The line goes up. The bar is long.") < 3);
  const counted = ["published", "rate", "figure", "percentage", "made", "people", "standard"];
  assert.deepEqual(counted.map(syllables), [2, 1, 2, 3, 1, 2, 2]);
  assert.ok(GRADES.vi(`${"nghiêng nghiêng ".repeat(20)}.`) > HIGHEST_GRADE);
  assert.ok(GRADES.vi("Cột này cao. Số đó to.") < 3);
});

for (const [language, grade] of Object.entries(GRADES)) {
  test(`summaries and notes are at grade 9 or below: ${language}`, () => {
    const texts = corpus.flatMap(([name, document]) =>
      CHARTS.map((chart) => [name, chart, textOf(document, chart, language)]),
    );
    const grades = texts
      .filter(([, , text]) => text)
      .map(([name, chart, text]) => [name, chart, grade(text)]);
    assert.ok(grades.length > 20);
    const tooHard = grades.filter(([, , found]) => !(found <= HIGHEST_GRADE));
    assert.deepEqual(tooHard, []);
  });

  test(`the guide and the help for keys are at grade 9 or below: ${language}`, () => {
    const guide = JSON.parse(saidBy("guide"))[language];
    const all = Object.entries({ ...guide, explore: wordsOf(language).explore });
    const tooHard = all
      .map(([key, text]) => [key, grade(text)])
      .filter(([, found]) => !(found <= HIGHEST_GRADE));
    assert.deepEqual(tooHard, []);
  });
}

/** What guides to plain language allow a sentence; for Khmer there is no scale. */
const MOST_WORDS = 25;

test("no sentence in Khmer is long", () => {
  const segmenter = new Intl.Segmenter("km", { granularity: "word" });
  const wordsIn = (text) =>
    [...segmenter.segment(text.replaceAll("\u200b", ""))].filter(({ isWordLike }) => isWordLike);
  assert.ok(wordsIn("ទិន្នន័យគិតត្រឹមថ្ងៃនេះ").length > 2, "words are parted");
  const ofPages = ["jsonstat", "try", "table-data"].flatMap((folder) => {
    const text = readFileSync(new URL(`../../www/${folder}/khmer.ts`, import.meta.url), "utf8");
    return [...text.matchAll(/["'](.*)["'],\n/g)].map(([, sentence]) => sentence);
  });
  const all = [...stringsIn(wordsOf("km")), ...ofPages];
  const sentences = all.flatMap((text) => text.split(/[។?]/));
  assert.ok(sentences.length > 500);
  const tooLong = sentences.filter((text) => wordsIn(text).length > MOST_WORDS);
  assert.deepEqual(tooLong, []);
});
