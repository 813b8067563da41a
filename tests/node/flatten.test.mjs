// How a page's object comes to the module, and that it is read there as a JSON text is.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { load, validate } from "../../dist/core.js";
import { source } from "./common.mjs";

const { flatten } = await source("flatten");
const rejects = new URL("../rejects/", import.meta.url);

/** The lists as JavaScript has them; of maps the entries under their names. */
function readBack(dataset) {
  const [kinds, buffer, texts, names] = flatten(dataset);
  const lists = {
    kinds: [...kinds],
    numbers: [...new Float64Array(buffer)],
    texts: texts.split("\0"),
  };
  const named = names.split("\0");
  const number = () => lists.numbers.shift();
  const many = (make) => Array.from({ length: number() }, make);
  const value = () => {
    const kind = lists.kinds.shift();
    if (kind === 0) return null;
    if (kind === 1 || kind === 2) return kind === 2;
    if (kind === 3) return number();
    if (kind === 4) return lists.texts.shift();
    if (kind === 5) return many(value);
    if (kind === 6) return Object.fromEntries(many(() => [named[number()], value()]));
    if (kind === 7) return { tooLong: number() };
    return kind === 8 ? "too deep" : "no data";
  };
  const read = value();
  assert.deepEqual([lists.kinds, lists.numbers], [[], []], "all of it is read");
  return read;
}

test("data come as they are, strings composed", () => {
  const place = { vi: "To\u0302ng", $x: 1, "x-y": 2, list: [1, -0.5, true, false, null, "", []] };
  const read = readBack({ place, asOf: undefined });
  const { $x, "x-y": y, ...ours } = place;
  assert.deepEqual(read, { place: { ...ours, vi: "Tông" }, asOf: null });
});

test("what is no data is said in its place, and what is beside it is read", () => {
  const cycle = [1];
  cycle.push(cycle);
  const throwing = Object.defineProperty({ b: 2 }, "a", {
    enumerable: true,
    get() {
      throw new Error("of the page");
    },
  });
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  const others = [() => {}, Symbol("s"), 1n, new Map(), new Uint8Array(2), proxy];
  assert.deepEqual(readBack({ place: others }).place, Array(6).fill("no data"));
  assert.deepEqual(readBack({ place: [cycle, throwing] }).place, [
    [1, "too deep"],
    { b: 2, a: "no data" },
  ]);
});

test("long lists and deep ones are not read", () => {
  const long = new Proxy(Array(20_001), {
    get: (list, key) => (key === "length" ? list.length : assert.fail("an entry was read")),
  });
  assert.deepEqual(readBack({ place: [long, Array(20_000).fill(1).length] }).place, [
    { tooLong: 20_001 },
    20_000,
  ]);
  let deep = "the end";
  for (let depth = 0; depth < 20; depth++) deep = [deep];
  assert.equal(JSON.stringify(readBack({ place: deep }).place), '[[[[[[[["too deep"]]]]]]]]');
});

test("of one list in thousands of places no more is read than figures may be", () => {
  let reads = 0;
  const list = new Proxy(Array(2000).fill(1), {
    get(own, key) {
      if (key !== "length" && typeof key === "string") reads += 1;
      return own[key];
    },
  });
  const series = Array.from({ length: 5000 }, () => ({ values: list }));
  const [kinds] = flatten({ poverty: { series } });
  assert.ok(reads >= 2_000_000 && reads <= 2_050_000, `${reads} entries were read`);
  assert.equal(kinds.filter((kind) => kind === 8).length, 5000 - reads / 2000);
});

test("texts that no string could hold together are left out", () => {
  const note = "x".repeat(2000);
  const values = Array(2000).fill({ note });
  const [kinds, , texts] = flatten({ poverty: { series: Array(200).fill({ values }) } });
  assert.ok(texts.length <= 50_000 * 2001);
  assert.ok(kinds.filter((kind) => kind === 8).length >= 350_000);
});

test("a key with U+0000 takes no other one's place", () => {
  const read = readBack({ place: { "a\0b": 1, c: 2 }, asOf: "2023" });
  assert.deepEqual(read, { place: { "a b": 1, c: 2 }, asOf: "2023" });
});

test("each value is asked for once, and none under a key of no document", () => {
  const asked = [];
  const watched = (keys) =>
    new Proxy(Object.fromEntries(keys.map((key) => [key, key])), {
      get(own, key) {
        asked.push(key);
        return own[key];
      },
    });
  readBack(watched(["window", "place", "$own", "asOf"]));
  assert.deepEqual(asked, ["place", "asOf"]);
});

test("every key of a document is read", () => {
  const schema = new URL("../../dist/district-charts.schema.json", import.meta.url);
  const { properties } = JSON.parse(readFileSync(schema, "utf8"));
  const keys = Object.keys(properties).filter((key) => !key.startsWith("$"));
  assert.ok(keys.includes("growth"));
  const document = Object.fromEntries(keys.map((key) => [key, key]));
  assert.deepEqual(readBack(document), document);
});

test("a rejected document is told the same as where it is read as text", async () => {
  await load();
  const names = readdirSync(rejects).filter((name) => name.endsWith(".json"));
  assert.ok(names.length > 20);
  for (const name of names) {
    const told = readFileSync(new URL(name.replace(".json", ".txt"), rejects), "utf8");
    const document = JSON.parse(readFileSync(new URL(name, rejects), "utf8"));
    const lines = ["vi", "en"].flatMap((lang) => [
      ...validate(document, { lang }).map(
        ({ path, code, severity, message }) =>
          `${path || "(document)"} [${severity === "error" ? code : severity}]\n    ${message}\n`,
      ),
      "\n",
    ]);
    assert.equal(lines.join(""), told, name);
  }
});
