// The place of a slip in JSON, and its name.
import assert from "node:assert/strict";
import { test } from "node:test";
import { source } from "./common.mjs";

const { findSlip } = await source("json-syntax");

const slips = [
  ['{"a": [1, 2,]}', "slipTrailingComma", 1, 13, "]"],
  ['{\n  "a": 1,\n}', "slipTrailingComma", 3, 1, "}"],
  ['{"a": 1 "b": 2}', "slipMissingComma", 1, 9, '"'],
  ["[1 2]", "slipMissingComma", 1, 4, "2"],
  ['{"a": 2,33}', "slipDecimalComma", 1, 9, "2.33"],
  ['{"a": -2,5, "b": 1}', "slipDecimalComma", 1, 10, "-2.5"],
  ["{'a': 1}", "slipQuote", 1, 2, "'"],
  ["{“a”: 1}", "slipQuote", 1, 2, "“"],
  ['{"a": “b”}', "slipQuote", 1, 7, "“"],
  ['{"a": 1 // một\n}', "slipComment", 1, 9],
  ['/* a */ {"a": 1}', "slipComment", 1, 1],
  ["# a\n{}", "slipComment", 1, 1],
  ['{"a": "b\n}', "slipOpenString", 1, 7],
  ['{"a": "b', "slipOpenString", 1, 7],
  ['{"a": [1, 2', "slipEnd", 1, 12],
  ["{", "slipEnd", 1, 2],
  ["[NaN]", "slipOther", 1, 2, "NaN"],
  ["[036]", "slipOther", 1, 3],
  ["[.5]", "slipOther", 1, 2, ".5"],
  ["[36%]", "slipOther", 1, 4, "%"],
  ["{a: 1}", "slipOther", 1, 2, "a"],
  ["[1]\u00a0", "slipOther", 1, 4, "U+00A0"],
  ["[1] [2]", "slipOther", 1, 5],
  ['["Khmer ក្នុង 😀", x]', "slipOther", 1, 19, "x"],
  ["[1}", "slipOther", 1, 3, "}"],
];

for (const [text, key, line, column, found] of slips) {
  test(`${JSON.stringify(text)} is ${key} at ${line}:${column}`, () => {
    assert.throws(() => JSON.parse(text));
    const slip = findSlip(text);
    assert.deepEqual(
      { key: slip.key, line: slip.line, column: slip.column },
      { key, line, column },
    );
    if (found) assert.equal(slip.found, found);
  });
}

test("it stops where JSON.parse does, whatever single character is changed", () => {
  const good = '{"a": [1.5e3, null, true], "b": {"c": "d\\u00e9"}}';
  let compared = 0;
  for (let at = 0; at < good.length; at++) {
    for (const other of ['"', ",", ":", "}", "]", "x", "7", "\n"]) {
      const text = good.slice(0, at) + other + good.slice(at + 1);
      const position = positionByNode(text);
      // Node points into a number or a string, we to its start.
      const isWhole = position !== null && !/["\w.]/.test(text[position - 1] ?? "");
      if (!isWhole || text[position] === "\n") continue;
      const { key, line, column } = findSlip(text);
      if (key === "slipOpenString") continue;
      const lines = text.split("\n");
      const found = lines.slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0) + column - 1;
      assert.equal(found, position, JSON.stringify(text));
      compared++;
    }
  }
  assert.ok(compared > 50, `${compared}`);
});

test("ten thousand brackets are no problem", () => {
  assert.equal(findSlip("[".repeat(10_000)).key, "slipEnd");
});

/** Where Node says that a text stops being JSON; null where it is JSON, or it does not say. */
function positionByNode(text) {
  try {
    JSON.parse(text);
  } catch (error) {
    const position = /position (\d+)/.exec(error.message)?.[1];
    if (position) return Number(position);
  }
  return null;
}
