// The documentation as it was built: it names all there is, its links lead somewhere, and
// what it shows as code is taken by what it is for.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { parseDocument } from "htmlparser2";
import ts from "typescript";
import { load, validate } from "../../dist/core.js";
import { PAGES } from "../../tools/docs/pages.mjs";
import {
  modulesProblems,
  scriptsProblems,
  statisticsProblems,
  tableProblems,
} from "../../tools/docs/reference.mjs";
import { manifest } from "../../tools/element-manifest.mjs";
import { filesUnder } from "../../tools/files.mjs";
import { schema } from "../../tools/schema.mjs";
import { wordsOf } from "../../tools/words.mjs";

const root = new URL("../../", import.meta.url);
const pathOf = (path) => fileURLToPath(new URL(path, root));
const readText = (path) => readFileSync(pathOf(path), "utf8");

const pages = PAGES.map((page) => {
  const html = readText(`dist/docs/${page.path}`);
  return { ...page, html, nodes: [...nodesOf(parseDocument(html))] };
});

function* nodesOf(node) {
  yield node;
  for (const child of node.children ?? []) yield* nodesOf(child);
}

const textOf = (node) => (node.data ?? "") + (node.children ?? []).map(textOf).join("");
const named = (page, name) => page.nodes.filter((node) => node.name === name);
const pageOf = (name, lang) => pages.find((page) => page.name === name && page.lang === lang);

/** What a page writes as code, whole. */
const codesOf = (page) => new Set(named(page, "code").map(textOf));

test("each page has a title, a description and a heading of its own, in its language", () => {
  const said = { title: new Set(), description: new Set() };
  for (const page of pages) {
    const [html] = named(page, "html");
    const description = named(page, "meta").find(({ attribs }) => attribs.name === "description");
    assert.equal(html.attribs.lang, page.lang, page.path);
    assert.equal(named(page, "h1").length, 1, page.path);
    assert.ok(description.attribs.content.length > 30, page.path);
    said.title.add(textOf(named(page, "title")[0]));
    said.description.add(description.attribs.content);
  }
  assert.equal(said.title.size, pages.length);
  assert.equal(said.description.size, pages.length);
});

test("every link of every page leads to a file, and to an id in it", () => {
  let count = 0;
  for (const page of pages) {
    for (const { attribs } of page.nodes) {
      const address = attribs?.href ?? attribs?.src;
      if (!address || /^https?:/.test(address)) continue;
      const [path, id] = address.split("#");
      const target = path ? posix.join(posix.dirname(page.path), path) : page.path;
      assert.ok(existsSync(pathOf(`dist/docs/${target}`)), `${page.path}: ${address}`);
      if (id) {
        const there = pages.find((other) => other.path === target);
        const ids = there.nodes.map((node) => node.attribs?.id);
        assert.ok(ids.includes(decodeURIComponent(id)), `${page.path}: ${address}`);
      }
      count++;
    }
  }
  assert.ok(count > 500, `${count} links`);
});

test("no list has an entry without its words, and no directive is left", () => {
  for (const page of pages) {
    for (const entry of ["dt", "dd"].flatMap((name) => named(page, name))) {
      assert.match(textOf(entry), /^(?!undefined$).*\S/s, page.path);
      assert.doesNotMatch(textOf(entry), /\) undefined|\[object/, page.path);
    }
    assert.doesNotMatch(page.html, /^\{\{/m, page.path);
  }
});

test("no id stands twice in a page", () => {
  for (const page of pages) {
    const ids = page.nodes.map((node) => node.attribs?.id).filter(Boolean);
    assert.deepEqual(
      ids.filter((id, i) => ids.indexOf(id) !== i),
      [],
      page.path,
    );
  }
});

test("no page runs or fetches anything of its own or of another host", () => {
  for (const page of pages) {
    for (const { attribs = {}, name, children } of page.nodes) {
      for (const key of Object.keys(attribs)) assert.ok(!/^on|^style$/.test(key), page.path);
      if (name === "style" || name === "script") assert.deepEqual(children, [], page.path);
      if (name !== "a") assert.doesNotMatch(attribs.src ?? attribs.href ?? "", /^\w+:|^\/\//);
    }
  }
});

const [{ declarations }] = manifest.modules;
const [element] = declarations;

test("each attribute, property, method, event, part and custom property is told", () => {
  const lists = ["attributes", "members", "events", "cssParts", "cssProperties"];
  const codes = codesOf(pageOf("element", "en"));
  for (const { name, parameters } of lists.flatMap((list) => element[list])) {
    const shown = parameters ? `${name}(${parameters.map((each) => each.name).join(", ")})` : name;
    assert.ok(codes.has(shown), shown);
  }
});

test("who makes pages is told of each attribute in his language", () => {
  for (const lang of ["vi", "en"]) {
    const codes = [...codesOf(pageOf("publish", lang))];
    for (const { name } of element.attributes) {
      assert.ok(
        codes.some((code) => code === name || code.startsWith(`${name}=`)),
        `${lang} ${name}`,
      );
    }
  }
});

/** The keys of each object of the format. */
function* keysOf(node) {
  if (node === null || typeof node !== "object") return;
  if (node.additionalProperties === false) yield Object.keys(node.properties).join(" ");
  for (const inner of Object.values(node)) yield* keysOf(inner);
}

test("each object of the format has a list of its keys, in both languages", () => {
  const wanted = new Set(keysOf({ ...schema, examples: [] }));
  assert.ok(wanted.size > 15);
  for (const lang of ["vi", "en"]) {
    const listed = named(pageOf("format", lang), "dl").map((list) =>
      [...nodesOf(list)]
        .filter(({ name }) => name === "dt")
        .map((term) => textOf(term.children[0]))
        .join(" "),
    );
    assert.deepEqual(
      [...wanted].filter((keys) => !listed.includes(keys)),
      [],
      lang,
    );
  }
});

test("each code of an error is told, with every sentence in both languages", () => {
  const declared = /export type IssueCode =([^;]*);/.exec(readText("www/types.ts"))[1];
  const codes = [...declared.matchAll(/"(\w+)"/g)].map(([, code]) => code);
  const problems = [...modulesProblems(), ...scriptsProblems()];
  assert.deepEqual([...new Set(problems.map(({ code }) => code))].sort(), codes.sort());
  for (const lang of ["vi", "en"]) {
    const page = pageOf("errors", lang);
    const said = new Set(named(page, "span").map(textOf));
    for (const problem of problems) {
      for (const each of ["vi", "en"]) assert.ok(said.has(problem[each]), problem[each]);
    }
  }
});

const LISTS = [
  ["statistics", statisticsProblems, "wholeNeeded"],
  [
    "embedding",
    tableProblems,
    "cellDisagrees",
    "cellUnreadable",
    "levelWithoutWhole",
    "rowHeading",
  ],
];

for (const [name, problems, ...known] of LISTS) {
  test(`each sentence about what is refused is on the page ${name}`, () => {
    const said = new Set(named(pageOf(name, "en"), "span").map(textOf));
    const keys = problems().map(({ key }) => key);
    for (const key of known) assert.ok(keys.includes(key), key);
    for (const problem of problems()) {
      for (const each of ["vi", "en"]) assert.ok(said.has(problem[each]), problem.key);
    }
  });
}

test("each sentence that the module has of a problem is in the list", () => {
  const words = Object.keys(wordsOf("vi"));
  const all = words.slice(words.indexOf("Syntax"), words.indexOf("More") + 1);
  // What is put into sentences.
  const parts =
    /^(?:Expected|Found)|^(?:Areas|Series|Periods|Figures|Characters|Criteria|Entries)$/;
  const listed = new Set(modulesProblems().map(({ key }) => key));
  assert.deepEqual(
    all.filter((word) => !parts.test(word) && !listed.has(word)),
    [],
  );
});

test("each example is a document that is taken without a word", async () => {
  await load();
  const examples = filesUnder("dist/docs/examples").filter((path) => !/three-mistakes/.test(path));
  assert.ok(examples.length > 30);
  for (const path of examples) {
    const issues = validate(JSON.parse(readText(path)));
    // The corpus has documents of several sources on purpose.
    assert.deepEqual(
      issues.filter(({ severity }) => severity === "error"),
      [],
      path,
    );
  }
});

test("each example can be read without script: the chart, its table, and its JSON beside it", () => {
  for (const page of pages) {
    for (const chart of named(page, "district-chart")) {
      const inside = [...nodesOf(chart)].map(({ name }) => name);
      const isRefused = /three-mistakes/.test(chart.attribs.src);
      const wanted = isRefused ? ["ul"] : ["svg", "table", "figcaption"];
      for (const name of wanted) assert.ok(inside.includes(name), `${page.path} ${name}`);
      const file = JSON.parse(
        readText(posix.join("dist/docs", posix.dirname(page.path), chart.attribs.src)),
      );
      const shown = textOf(chart.parent.children.find(({ name }) => name === "div"));
      assert.deepEqual(JSON.parse(shown.slice(0, shown.lastIndexOf("}") + 1)), file);
    }
  }
});

/** The blocks of code in Markdown, by language. */
function blocksOf(path, language) {
  const pattern = new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, "gm");
  return [...readText(path).matchAll(pattern)].map(([, text]) => text);
}

/** What a reader of the code has. */
const GIVEN = `declare const dataset: import("./types.js").Dataset;
declare const canvas: HTMLCanvasElement;
declare const chart: import("./element.js").DistrictChartElement;`;

const WRITTEN = [...new Set([...PAGES.map(({ source }) => source), "README.md"])];

test("each block of code in TypeScript or JavaScript compiles against the types", () => {
  const texts = new Map([[pathOf("www/given.d.ts"), GIVEN]]);
  for (const path of WRITTEN) {
    for (const language of ["ts", "js"]) {
      for (const [i, text] of blocksOf(path, language).entries()) {
        const name = path.replaceAll("/", "-");
        texts.set(pathOf(`www/${name}-${language}-${i}.ts`), `${text}\nexport {};`);
      }
    }
  }
  assert.ok(texts.size > 9);
  const options = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: ["node"],
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ["lib.es2022.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
    paths: {
      "district-charts": [pathOf("www/district-chart-define.ts")],
      "district-charts/*": [pathOf("www/*")],
    },
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (path) => texts.has(path) || fileExists(path);
  host.getSourceFile = (path, target) =>
    texts.has(path)
      ? ts.createSourceFile(path, texts.get(path), target)
      : getSourceFile(path, target);
  const program = ts.createProgram([...texts.keys()], options, host);
  const said = [...texts.keys()].flatMap((path) =>
    program
      .getSemanticDiagnostics(program.getSourceFile(path))
      .map(({ messageText }) => `${path}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`),
  );
  assert.deepEqual(said, []);
});

test("each document in Markdown is taken as it stands", async () => {
  await load();
  for (const path of WRITTEN) {
    for (const text of blocksOf(path, "json")) {
      // A part of a document is put into one.
      const document = text.startsWith("{")
        ? JSON.parse(text)
        : { version: 1, place: "x", ...JSON.parse(`{${text}}`) };
      assert.deepEqual(validate(document), [], path);
    }
  }
});
