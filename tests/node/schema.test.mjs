// The JSON Schema, held to the corpus, to the validator and to itself.
import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import Ajv from "ajv/dist/2020.js";

const here = new URL("./", import.meta.url);
const dist = new URL("../../dist/", here);
const read = (url) => JSON.parse(readFileSync(url, "utf8"));
const documents = (folder) => {
  const url = new URL(`../${folder}/`, here);
  const names = readdirSync(url).filter((name) => name.endsWith(".json"));
  return new Map(names.map((name) => [name, read(new URL(name, url))]));
};

const { load, validate } = await import(new URL("core.js?schema", dist));
await load();
const schema = read(new URL("district-charts.schema.json", dist));
const ajv = new Ajv({
  strict: true,
  // The parts that forbid or ask for a key stand apart from those that describe it.
  strictRequired: false,
  strictTypes: false,
  allErrors: true,
});
ajv.addVocabulary(["x-vi"]);
const ofSchema = ajv.compile(schema);

/** The place of each problem, as the validator would name it. */
function schemaPaths(document) {
  if (ofSchema(document)) return [];
  return ofSchema.errors.map(({ instancePath, params }) =>
    params.additionalProperty === undefined
      ? instancePath
      : `${instancePath}/${params.additionalProperty}`,
  );
}

const isProblem = ({ severity, message }) =>
  severity === "error" || /There is no key/.test(message);
const problems = (document) => validate(document, { lang: "en" }).filter(isProblem);

const charts = documents("charts");
const rejects = documents("rejects");

test("every document of the corpus is taken", () => {
  assert.ok(charts.size > 5);
  for (const [name, document] of charts) {
    assert.ok(ofSchema(document), `${name}: ${ajv.errorsText(ofSchema.errors)}`);
  }
});

test("keys of the author's own are left alone everywhere, others are not", () => {
  for (const [name, document] of charts) {
    const withOwn = { $schema: "./district-charts.schema.json", ...annotated(document, "x-own") };
    assert.ok(ofSchema(withOwn), `${name}: ${ajv.errorsText(ofSchema.errors)}`);
    assert.ok(!ofSchema(annotated(document, "own")), name);
  }
});

/** A document with one more key in each of its objects. */
function annotated(value, key) {
  if (Array.isArray(value)) return value.map((item) => annotated(item, key));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([own, item]) => [own, annotated(item, key)]);
  return Object.fromEntries([...entries, [key, { any: "thing" }]]);
}

// Which problem the schema sees too: a change of either shows as a change of the table.
test("each problem of the rejected documents is seen by the schema or by the validator alone", () => {
  const expectedFile = new URL("refused-by.json", here);
  const found = {};
  for (const [name, document] of rejects) {
    const paths = new Set(schemaPaths(document).map(ofFigure));
    const issues = problems(document);
    assert.ok(issues.length > 0, name);
    found[name] = {};
    for (const { path, code } of issues) {
      found[name][`${path} ${code}`] = paths.has(ofFigure(path)) ? "schema" : "validator";
    }
  }
  if (process.env.BLESS) writeFileSync(expectedFile, `${JSON.stringify(found, null, 2)}\n`);
  assert.deepEqual(found, read(expectedFile));
});

/** What does not go together in a figure may be told at either of its keys. */
function ofFigure(path) {
  return path.replace(/\/(value|direction|qualifier|status)$/, "");
}

const WRONG = [null, true, "x", "", "2,33", -1, 0.5, 101, 1e16, [], {}, [null], { label: 1 }];

/** Every document that has one value of this one replaced, or one key removed or added. */
function* mutations(document) {
  for (const path of paths(document)) {
    for (const wrong of WRONG) yield [path, changed(document, path, () => wrong), wrong];
    if (typeof path.at(-1) === "string") yield [path, changed(document, path, () => undefined)];
    const withKey = (value) => ({ ...value, colour: "red" });
    const value = path.reduce((inner, step) => inner[step], document);
    if (isMap(value)) yield [path, changed(document, path, withKey)];
  }
}

const isMap = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** The paths of all values; of a long list those of the first and the last entries. */
function paths(value) {
  if (typeof value !== "object" || value === null) return [];
  const keys = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  const some = Array.isArray(value) ? keys.filter((i) => i < 2 || i === value.length - 1) : keys;
  return some.flatMap((key) => [[key], ...paths(value[key]).map((path) => [key, ...path])]);
}

function changed(value, [step, ...rest], change) {
  const copy = Array.isArray(value) ? [...value] : { ...value };
  const inner = rest.length > 0 ? changed(value[step], rest, change) : change(value[step]);
  if (inner === undefined) delete copy[step];
  else copy[step] = inner;
  return copy;
}

test("of any document with one mistake, schema and validator think alike", () => {
  let count = 0;
  for (const document of [...charts.values(), ...examples(schema)]) {
    for (const [path, mutant, wrong] of mutations(document)) {
      const where = `${JSON.stringify(document.place)} /${path.join("/")} ${JSON.stringify(wrong)}`;
      const issues = validate(mutant, { lang: "en" }).filter(isProblem);
      const isTaken = ofSchema(mutant);
      count++;
      // A key without a value counts as absent; the schema wants it gone.
      if (issues.length === 0 && wrong !== null) {
        assert.ok(isTaken, `${where}: only the schema refuses: ${ajv.errorsText(ofSchema.errors)}`);
      }
      const isOfForm = issues.find(({ code }) => ["type", "missing", "unknown"].includes(code));
      if (isOfForm) assert.ok(!isTaken, `${where}: only the validator says: ${isOfForm.message}`);
    }
  }
  assert.ok(count > 5000, `${count} documents`);
});

test("limits are those of the validator", () => {
  const text = (length) => ({ ...charts.get("poverty-once.json"), place: "ố".repeat(length) });
  const periods = (length) => {
    const labels = Array.from({ length }, (_, i) => `p${i}`);
    const values = Array(length).fill(1);
    const poverty = { periods: labels, series: [{ id: "poor", values }] };
    return { version: 1, place: "X", poverty };
  };
  const series = (length) => {
    const rows = Array.from({ length }, (_, i) => ({ id: `s${i}`, name: "x", values: [1] }));
    return { version: 1, place: "X", poverty: { periods: ["2023"], series: rows } };
  };
  const areas = (length) => {
    const rows = Array.from({ length }, (_, i) => ({ code: `${i}`, name: "x", met: "all" }));
    return { version: 1, place: "X", ntm: { period: "2023", criteria: "urban-2022", areas: rows } };
  };
  const criteria = (length) => {
    const set = Array.from({ length }, (_, i) => ({ id: `${i}`, name: "x" }));
    const ntm = { period: "2023", criteria: set, areas: [{ code: "1", name: "x", met: "all" }] };
    return { version: 1, place: "X", ntm };
  };
  for (const [make, limit] of [
    [areas, 20_000],
    [criteria, 200],
    [text, 2_000],
    [periods, 2_000],
    [series, 5_000],
  ]) {
    for (const length of [limit, limit + 1]) {
      const document = make(length);
      const isRefused = problems(document).some(({ code }) => code === "limit");
      assert.equal(isRefused, length > limit);
      assert.equal(ofSchema(document), length <= limit);
    }
  }
});

/** The schema's own examples of documents and of sections. */
function examples({ examples: whole, properties, $defs }) {
  const sections = Object.keys(properties).filter((key) => $defs[key]?.examples);
  const documentsOf = (key) =>
    $defs[key].examples.map((section) => ({ version: 1, place: key, [key]: section }));
  return [...whole, ...sections.flatMap(documentsOf)];
}

/** Each schema inside another, with its path. */
function* parts(node, path = "") {
  yield [path, node];
  for (const [key, inner] of Object.entries(node)) {
    if (["examples", "enum", "const", "required"].includes(key)) continue;
    if (isMap(inner) || Array.isArray(inner)) yield* parts(inner, `${path}/${key}`);
  }
}

test("every key is described in English and Vietnamese, itself or by what it refers to", () => {
  const described = (node) =>
    node.description || !node.$ref ? node : described(schema.$defs[node.$ref.split("/").at(-1)]);
  let count = 0;
  for (const [path, node] of parts(schema)) {
    // What only adds a rule to a key describes it elsewhere.
    if (!node.properties || node.additionalProperties === undefined) continue;
    for (const [key, property] of Object.entries(node.properties)) {
      const { description, "x-vi": vietnamese } = described(property);
      for (const text of [description, vietnamese])
        assert.match(text, /^\S.+[.…]$/, `${path}/${key}`);
      count++;
    }
  }
  assert.ok(count > 100);
});

test("every example is taken where it stands, and drawn where it is a section", () => {
  let count = 0;
  for (const [path, node] of parts(schema)) {
    if (!Array.isArray(node.examples)) continue;
    const own = ajv.compile({ ...node, $defs: schema.$defs });
    for (const example of node.examples) {
      assert.ok(own(example), `${path} ${JSON.stringify(example)}: ${ajv.errorsText(own.errors)}`);
      count++;
    }
  }
  assert.ok(count > 50);
  for (const example of examples(schema)) {
    assert.deepEqual(problems(example), [], JSON.stringify(example));
  }
});

test("every part is referred to", () => {
  const text = JSON.stringify(schema);
  for (const name of Object.keys(schema.$defs)) assert.ok(text.includes(`"#/$defs/${name}"`), name);
});

test("the keys of each object are those that the validator knows", () => {
  const sources = new URL("../../src/", here);
  const files = readdirSync(new URL("model/", sources)).map((name) => `model/${name}`);
  const source = ["input.rs", ...files]
    .map((name) => readFileSync(new URL(name, sources), "utf8"))
    .join("\n");
  const lists = [...source.matchAll(/KEYS: &\[&str\] =\s*&\[([^\]]*)\]/g)].map(([, keys]) => keys);
  const inPlace = [...source.matchAll(/\.object\(\w+, &\[([^\]]*)\]/g)].map(([, keys]) => keys);
  const ofValidator = [...lists, ...inPlace].map((keys) => namesOf(keys.match(/\w+/g)));
  const closed = [...parts(schema)].filter(([, node]) => node.additionalProperties === false);
  const ofSchema = closed.map(([, { properties }]) => namesOf(Object.keys(properties)));
  assert.ok(ofValidator.length > 12);
  for (const keys of ofValidator) assert.ok(ofSchema.includes(keys), `not in the schema: ${keys}`);
  for (const [path, { properties }] of closed) {
    const keys = namesOf(Object.keys(properties));
    assert.ok(ofValidator.includes(keys), `${path}: not in the validator: ${keys}`);
  }
});

const namesOf = (keys) => keys.sort().join(" ");
