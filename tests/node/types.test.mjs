// The TypeScript types of a chart's document, held to the JSON Schema and the corpus.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const root = new URL("../../", import.meta.url);
const pathOf = (path) => fileURLToPath(new URL(path, root));
const readText = (path) => readFileSync(new URL(path, root), "utf8");
const schema = JSON.parse(readText("dist/district-charts.schema.json"));

/** A program of the types with more files, by name, which exist only here. */
function programWith(texts) {
  const options = {
    strict: true,
    noEmit: true,
    types: [],
    lib: ["lib.es2022.d.ts"],
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile } = host;
  host.getSourceFile = (path, target) => {
    const text = texts.get(path);
    return text === undefined
      ? getSourceFile(path, target)
      : ts.createSourceFile(path, text, target);
  };
  return ts.createProgram([pathOf("www/types.ts"), ...texts.keys()], options, host);
}

/** The documents of a folder as the compiler takes them, by name: what it says of each. */
function complaints(folder) {
  const names = readdirSync(new URL(folder, root)).filter((name) => name.endsWith(".json"));
  const fileOf = (name) => pathOf(`www/${name}.ts`);
  const texts = names.map((name) => [
    fileOf(name),
    `import type { Dataset } from "./types.js";
    export const document = ${readText(folder + name).trim()} satisfies Dataset;`,
  ]);
  const program = programWith(new Map(texts));
  return Object.fromEntries(
    names.map((name) => {
      const found = program.getSemanticDiagnostics(program.getSourceFile(fileOf(name)));
      return [
        name,
        found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, " ")),
      ];
    }),
  );
}

test("every document of the corpus is of the type", () => {
  const found = complaints("tests/charts/");
  assert.ok(Object.keys(found).length > 5);
  for (const [name, said] of Object.entries(found)) assert.deepEqual(said, [], name);
});

test("of the rejected documents, the type refuses all but those that are wrong in what it cannot tell", () => {
  const taken = Object.entries(complaints("tests/rejects/")).filter(
    ([, said]) => said.length === 0,
  );
  assert.deepEqual(
    taken.map(([name]) => name),
    ["areas-without-criteria.json", "beyond.json", "dates.json", "lengths.json", "levels.json"],
  );
});

const program = programWith(new Map());
const checker = program.getTypeChecker();
const exported = new Map(
  checker
    .getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(pathOf("www/types.ts"))))
    .map((symbol) => [symbol.name, checker.getDeclaredTypeOfSymbol(symbol)]),
);

/** The kinds of value that a type allows, and what is inside of them. */
function shapeOfType(type) {
  const shape = emptyShape();
  const has = (flag) => Boolean(part.flags & flag);
  let part;
  for (part of type.isUnion() ? type.types : [type]) {
    if (has(ts.TypeFlags.Undefined)) continue;
    if (has(ts.TypeFlags.Null)) shape.kinds.add("null");
    else if (part.isStringLiteral() || part.isNumberLiteral()) shape.literals.add(part.value);
    else if (has(ts.TypeFlags.BooleanLiteral)) shape.literals.add(part.intrinsicName === "true");
    else if (has(ts.TypeFlags.String)) shape.kinds.add("string");
    else if (has(ts.TypeFlags.Number)) shape.kinds.add("number");
    else if (checker.isArrayType(part)) shape.items.push(checker.getTypeArguments(part)[0]);
    else if (part.getStringIndexType() && part.getProperties().length === 0) {
      shape.maps.push(part.getStringIndexType());
    } else shape.objects.push(part);
  }
  return shape;
}

const emptyShape = () => ({
  kinds: new Set(),
  literals: new Set(),
  items: [],
  maps: [],
  objects: [],
});

/** With what it refers to, which may only be narrowed where it is referred to. */
function referred({ $ref, ...node }) {
  return $ref ? { ...node, ...referred(schema.$defs[$ref.split("/").at(-1)]) } : node;
}

/** The same of a schema. */
function shapeOfSchema(node) {
  const shape = emptyShape();
  for (const part of alternatives(referred(node))) {
    const kinds = [part.type ?? []].flat();
    for (const literal of part.enum ?? ("const" in part ? [part.const] : [])) {
      if (literal === null) shape.kinds.add("null");
      else shape.literals.add(literal);
    }
    for (const kind of kinds) {
      if (kind === "array") shape.items.push(part.items);
      else if (kind !== "object") shape.kinds.add(kind.replace("integer", "number"));
      else if (part.additionalProperties) shape.maps.push(part.additionalProperties);
      else shape.objects.push(part);
    }
  }
  return shape;
}

function alternatives(node) {
  if (node.then?.properties && !node.type) return [node.then, node.else].map(referred);
  if (node.anyOf && !node.type) return node.anyOf.flatMap((part) => alternatives(referred(part)));
  return [node];
}

/** Compares a type with a schema, as deep as they go. */
function agree(type, node, path, seen) {
  const [ofType, ofSchema] = [shapeOfType(type), shapeOfSchema(node)];
  assert.deepEqual(sorted(ofType.kinds), sorted(ofSchema.kinds), `${path}: kinds of value`);
  assert.deepEqual(sorted(ofType.literals), sorted(ofSchema.literals), `${path}: words`);
  for (const inner of ["items", "maps"]) {
    assert.equal(ofType[inner].length, ofSchema[inner].length, `${path}: ${inner}`);
    ofType[inner].forEach((item, i) => {
      agree(item, ofSchema[inner][i], `${path}/*`, seen);
    });
  }
  assert.equal(ofType.objects.length, ofSchema.objects.length, `${path}: objects`);
  ofType.objects.forEach((object, i) => {
    agreeOnKeys(object, ofSchema.objects[i], path, seen);
  });
}

function agreeOnKeys(type, node, path, seen) {
  const keys = type.getProperties();
  const required = keys.filter(({ flags }) => !(flags & ts.SymbolFlags.Optional));
  const names = (symbols) => sorted(symbols.map(({ name }) => name));
  assert.deepEqual(names(keys), sorted(Object.keys(node.properties)), `${path}: keys`);
  assert.deepEqual(names(required), sorted(node.required), `${path}: required keys`);
  for (const symbol of keys) {
    const place = `${path}/${symbol.name}`;
    seen.add(place);
    agree(checker.getTypeOfSymbol(symbol), node.properties[symbol.name], place, seen);
  }
}

const sorted = (values) => [...values].map(String).sort();

test("types and schema have the same keys, words and kinds of value", () => {
  const seen = new Set();
  agree(exported.get("Dataset"), schema, "", seen);
  for (const place of [
    "/growth/sectors/*/values/*/qualifier",
    "/ntm/areas/*/met/*",
    "/sources/*/url",
  ]) {
    assert.ok(
      [...seen].some((other) => other.startsWith(place.replace(/\/\*$/, ""))),
      place,
    );
  }
  assert.ok(seen.size > 200, `${seen.size} places`);
});
