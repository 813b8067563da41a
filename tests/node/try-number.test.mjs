// What a written number may be: one reading, two, or none.
import assert from "node:assert/strict";
import { test } from "node:test";
import { source } from "./common.mjs";

const { readNumber, evidenceOf } = await source("try/number");

// [text, Vietnamese, English, evidence]
const cases = [
  ["36", 36, 36, "either"],
  ["03", 3, 3, "either"],
  ["0", 0, 0, "either"],
  ["2023", 2023, 2023, "either"],
  ["43369", 43369, 43369, "either"],
  ["14.120", 14120, 14.12, "ask"],
  ["14,120", 14.12, 14120, "ask"],
  ["1.000", 1000, 1, "ask"],
  ["2,33", 2.33, null, "vi"],
  ["2.33", null, 2.33, "en"],
  ["16,6", 16.6, null, "vi"],
  ["14.120,5", 14120.5, null, "vi"],
  ["14,120.5", null, 14120.5, "en"],
  ["1.234.567", 1234567, null, "vi"],
  ["1,234,567", null, 1234567, "en"],
  ["1.234.567,89", 1234567.89, null, "vi"],
  ["0.123", null, 0.123, "en"],
  ["0,123", 0.123, null, "vi"],
  ["1234.567", null, 1234.567, "en"],
  ["1 899", 1899, 1899, "either"],
  ["1 234 567", 1234567, 1234567, "either"],
  ["1 899,5", 1899.5, null, "vi"],
  ["1 899.500", null, 1899.5, "en"],
  ["-2,5", -2.5, null, "vi"],
  ["−40,85", -40.85, null, "vi"],
  ["+4", 4, 4, "either"],
  ["- 5", -5, -5, "either"],
  ["-0", 0, 0, "either"],
  ["14.12.0", null, null, "neither"],
  ["1.23.456", null, null, "neither"],
  ["1,2,3", null, null, "neither"],
  ["18 99", null, null, "neither"],
  [".5", null, null, "neither"],
  ["5.", null, null, "neither"],
  ["1e5", null, null, "neither"],
  ["", null, null, "neither"],
];

for (const [text, vi, en, evidence] of cases) {
  test(`“${text}” is ${vi} in Vietnamese, ${en} in English: ${evidence}`, () => {
    assert.equal(readNumber(text, "vi")?.value ?? null, vi);
    assert.equal(readNumber(text, "en")?.value ?? null, en);
    assert.equal(evidenceOf(text), evidence);
  });
}

test("the decimals are those written", () => {
  assert.equal(readNumber("7,50", "vi").decimals, 2);
  assert.equal(readNumber("7,5", "vi").decimals, 1);
  assert.equal(readNumber("14.120", "vi").decimals, 0);
  assert.equal(readNumber("14.120", "en").decimals, 3);
});
