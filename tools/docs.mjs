// The documentation as static pages, from Markdown in docs/: any server, any folder, all
// addresses relative, readable without a script.
//
//   docs/<language>/*.md ──marked──▶ text ──layout──▶ dist/docs/*.html
//     {{example …}}  tests/charts/*.json ──core.js──▶ JSON, chart, and the chart as plain HTML
//     {{keys …}}, {{attributes}} …  schema, manifest, words ──▶ lists
//     {{file …}}  files that tests run
import { spawnSync } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import { basename, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { exampleBlock, inLanguage, kindOf, partOf, written } from "./docs/example.mjs";
import { code, codeBlock, escaped } from "./docs/html.mjs";
import { layOut } from "./docs/layout.mjs";
import { render } from "./docs/markdown.mjs";
import { addressFrom, FOLDER, PAGES } from "./docs/pages.mjs";
import {
  elementPart,
  keysAt,
  namesOf,
  problemsOf,
  sentences,
  statisticsProblems,
  statusCodes,
  tableProblems,
  typeFrom,
} from "./docs/reference.mjs";
import { filesUnder, hashFiles, readText, writeText } from "./files.mjs";
import { SETTINGS } from "./hosting.mjs";
import { root, Stop } from "./steps.mjs";

/** What a script of the product says of itself. */
const CORE = "dist/core.js";
const JSONSTAT = "dist/jsonstat.js";
const COMMAND = "dist/command.js";
const STYLE = "docs/docs.css";

export function docsSources() {
  const tables = ["tools/schema", "src/locale", "www", "tools"].flatMap(filesUnder);
  const shown = ["docs", "SECURITY.md", "examples", "tests/charts", "tests/package/projects"];
  return [...tables, ...shown, CORE, JSONSTAT, COMMAND, "package-lock.json"];
}

export async function makeDocs() {
  rmSync(resolve(root, FOLDER), { recursive: true, force: true });
  const product = { core: await load(CORE), jsonstat: await load(JSONSTAT) };
  await product.core.load();
  const rendered = PAGES.map((page) => ({
    page,
    text: render(readText(page.source), page, directivesFor(page, product)),
  }));
  const titles = new Map(rendered.map(({ page, text }) => [page.path, text.title]));
  for (const { page, text } of rendered) {
    writeText(`${FOLDER}/${page.path}`, layOut(page, text, titles));
  }
  writeText(`${FOLDER}/docs.css`, readText(STYLE));
  return filesUnder(FOLDER);
}

/** Loads a script of dist/, anew after each build. */
function load(path) {
  return import(`${pathToFileURL(resolve(root, path))}?${hashFiles([path])}`);
}

/** What stands in double braces in the Markdown of a page, by name. */
function directivesFor(page, { core, jsonstat }) {
  const { lang } = page;
  const part = (name) => () => elementPart(name);
  return {
    example: (path, section, ...options) => example(page, core, path, section, options),
    refused: (path, section) => refused(page, core, path, section),
    file: (path) => codeBlock(readText(path), path.split(".").at(-1)),
    json: (path) => codeBlock(written(JSON.parse(readText(path))), "json"),
    settings: (name) => codeBlock(SETTINGS[name], "text"),
    usage: () => codeBlock(usageOfCommand(), "text"),
    keys: (place = "") => keysAt(place, lang),
    names: (kind) => namesOf(kind, lang),
    problems: (code) => problemsOf(code, lang),
    "statistics-problems": () => sentences(statisticsProblems(), lang),
    "table-problems": () => sentences(tableProblems(), lang),
    type: (path, name) => typeFrom(path, name),
    "status-codes": () => statusCodes(jsonstat.STATUS_CODES, lang),
    attributes: part("attributes"),
    properties: part("properties"),
    methods: part("methods"),
    events: part("events"),
    parts: part("parts"),
    "custom-properties": part("custom-properties"),
  };
}

/**
 * A part of a document: `{{example tests/charts/x.json ntm}}`, and after it the `chart`,
 * keys to leave out (`without=criteria,areas`), entries of a list to take (`areas=0,5`),
 * `texts=all` for those in other languages too, and a name for the file (`as`).
 */
function example(page, core, path, section, options) {
  const { lang } = page;
  const { chart, texts, as, without, ...taken } = Object.fromEntries(
    options.map((option) => option.split("=")),
  );
  const kind = chart ?? kindOf(section);
  const part = partOf(JSON.parse(readText(path)), section, {
    without: without?.split(",") ?? [],
    taken: Object.entries(taken).map(([key, places]) => [key, places.split(",")]),
  });
  const document = texts === "all" ? part : inLanguage(part, lang);
  const fallback = core.renderHTML(document, { chart: kind, lang });
  const address = place(page, as ?? `${basename(path, ".json")}-${kind}`, document);
  return exampleBlock({ document, kind, address, lang, fallback });
}

/** A document with mistakes, and what is said of them. */
function refused(page, core, path, section) {
  const document = JSON.parse(readText(path));
  const issues = core.validate(document, { lang: page.lang });
  const items = issues.map(({ path: at, message }) => `<li>${code(at)} ${escaped(message)}</li>\n`);
  const address = place(page, basename(path, ".json"), document);
  const fallback = `<noscript>\n<ul>\n${items.join("")}</ul>\n</noscript>\n`;
  return exampleBlock({ document, kind: kindOf(section), address, lang: page.lang, fallback });
}

/** Writes a document where the page finds it; returns its address. */
function place(page, name, document) {
  const path = `examples/${name}.${page.lang}.json`;
  const text = `${written(document)}\n`;
  const isTaken = existsSync(resolve(root, FOLDER, path));
  if (isTaken && readText(`${FOLDER}/${path}`) !== text) {
    throw new Stop(
      `${page.source}: there is another example ${path}; give this one a name (as=…).`,
    );
  }
  writeText(`${FOLDER}/${path}`, text);
  return addressFrom(page, path);
}

function usageOfCommand() {
  return spawnSync(process.execPath, [resolve(root, COMMAND)], { encoding: "utf8" }).stderr;
}
