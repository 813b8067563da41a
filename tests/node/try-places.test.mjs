// Places in a JSON text, and texts of files.
import assert from "node:assert/strict";
import { test } from "node:test";
import { source } from "./common.mjs";

const { placeInJson } = await source("try/json-place");
const { textOfFile } = await source("try/file");
const { cellName } = await source("try/problem");

const text = `{
  "version": 1,
  "a/b": { "~": [10, {"c": "2,33"}, [null]] },
  "a": 1, "a": 2
}`;

// [pointer, what stands there]
const places = [
  ["/version", "1"],
  ["/a~1b/~0/0", "10"],
  ["/a~1b/~0/1/c", '"2,33"'],
  ["/a~1b/~0/2/0", "null"],
  ["/a~1b", '"a/b"'],
  ["/a~1b/~0", '"~"'],
  ["/a~1b/~0/1", "{"],
  ["/a", "2"],
  ["", "{"],
  ["/a~1b/~0/7", '"~"'],
  ["/missing", "{"],
];

for (const [pointer, found] of places) {
  test(`${pointer || "the whole"} stands at ${found}`, () => {
    const { from, to } = placeInJson(text, pointer);
    assert.equal(text.slice(from, to), found);
  });
}

test("text that is no JSON has places as far as it goes", () => {
  assert.deepEqual(placeInJson("", "/a"), { from: 0, to: 0 });
  const { from } = placeInJson('{"a": [1, ', "/a/0");
  assert.equal(from, 7);
});

test("files: UTF-8, UTF-16, workbooks and other bytes", () => {
  const encoder = new TextEncoder();
  assert.deepEqual(textOfFile(encoder.encode("Hộ nghèo")), { text: "Hộ nghèo" });
  assert.deepEqual(textOfFile(encoder.encode("\ufeffHộ")), { text: "Hộ" });
  assert.deepEqual(textOfFile(Uint8Array.of(0xff, 0xfe, 0xd9, 0x1e, 0x09, 0)), { text: "ộ\t" });
  assert.deepEqual(textOfFile(Uint8Array.of(0xfe, 0xff, 0x1e, 0xd9)), { text: "ộ" });
  assert.deepEqual(textOfFile(Uint8Array.of(0x50, 0x4b, 3, 4, 0)), { problem: "fileIsWorkbook" });
  assert.deepEqual(textOfFile(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0)), {
    problem: "fileIsWorkbook",
  });
  assert.deepEqual(textOfFile(Uint8Array.of(0x48, 0xe9, 0x20)), { problem: "fileNotText" });
});

test("cells are named as in a spreadsheet", () => {
  const name = (row, column) => cellName({ row, column });
  assert.deepEqual(
    [name(0, 0), name(3, 2), name(9, 25), name(0, 26), name(0, 701), name(0, 702)],
    ["A1", "C4", "Z10", "AA1", "ZZ1", "AAA1"],
  );
});
