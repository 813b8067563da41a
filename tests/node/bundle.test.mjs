// What is published holds what it is meant to, and nothing of the machine that built it.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { homedir, hostname } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const paths = packedPaths();
const built = paths.filter((path) => path.startsWith("dist/"));
// Byte by byte, so that patterns find what stands in the module too.
const textOf = (path) => readFileSync(join(root, path), "latin1");

/** What npm would publish, without running any script of ours. */
function packedPaths() {
  const args = ["pack", "--dry-run", "--json", "--ignore-scripts"];
  const options = { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] };
  const own = process.env.npm_execpath;
  const output = own
    ? execFileSync(process.execPath, [own, ...args], options)
    : execFileSync("npm", args, { ...options, shell: process.platform === "win32" });
  return JSON.parse(output)[0].files.map(({ path }) => path);
}

/** Each text that a pattern finds in files, with the name of the file. */
function findingsIn(files, pattern) {
  return files.flatMap((path) => (textOf(path).match(pattern) ?? []).map((found) => [path, found]));
}

test("the package holds these files and no others", () => {
  const listed = readFileSync(new URL("packed-files.txt", import.meta.url), "utf8");
  const names = paths.map((path) => path.replace(/\.[0-9a-f]{8}\./, ".<hash>."));
  assert.deepEqual(names.sort(), listed.trim().split("\n"));
});

test("no file names a folder, an account or a machine", () => {
  const quoted = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  // A machine's name that is a word might stand in any text.
  const machines = /[\d-]/.test(hostname()) ? [hostname()] : [];
  const ours = [root, homedir(), ...machines].map(quoted);
  const folders = [
    ...ours,
    "/home/",
    "/root/",
    "/Users/",
    "/tmp/",
    "/usr/(?!bin/env )",
    "[A-Z]:\\\\\\w",
  ];
  const caches = ["\\.cargo\\b", "\\.rustup", "registry/src", "crates\\.io", "node_modules"];
  const pattern = new RegExp([...folders, ...caches].join("|"), "g");
  assert.deepEqual(findingsIn(built, pattern), []);
});

test("the module names sources as they are called everywhere", () => {
  const isModule = (path) => path.endsWith(".wasm");
  const sources = findingsIn(built.filter(isModule), /[\w./\\-]+\.rs\b/g).map(([, path]) => path);
  const known = /^(?:src|crates|rust|\/rustc\/[0-9a-f]{40})\/[\w/.-]+\.rs$/;
  assert.deepEqual(
    sources.filter((path) => !known.test(path)),
    [],
  );
});

test("no script makes code or markup of text, or brings its sources", () => {
  const scripts = built.filter((path) => /\.(?:js|html)$/.test(path));
  const code = /(?<!-)\beval\b|\bFunction\s*\(|\bset(?:Timeout|Interval)\s*\(\s*["'`]/;
  const markup =
    /\binnerHTML\b|\bouterHTML\s*\+?=(?!=)|\binsertAdjacentHTML\b|\bdocument\.write|\bsetHTMLUnsafe/;
  const sources = /\bsourceMappingURL\b|\bsourcesContent\b/;
  const pattern = new RegExp([code, markup, sources].map(({ source }) => source).join("|"), "g");
  assert.deepEqual(findingsIn(scripts, pattern), []);
});

test("no address stands in them but names of formats and what a licence asks for", () => {
  const addresses = findingsIn(built, /\b(?:https?|wss?):\/\/[\w./#-]*/g).map(([, text]) => text);
  assert.deepEqual(
    [...new Set(addresses)].sort(),
    [
      // Names of formats: nobody fetches them.
      "http://purl.org/dc/elements/1.1/",
      "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
      "http://www.w3.org/2000/svg",
      "https://json-schema.org/draft/2020-12/schema",
      // The licence of jsonstat-toolkit, which jsonstat.js carries.
      "http://www.apache.org/licenses/LICENSE-2.0",
      "http://xavierbadosa.com",
      "https://jsonstat.com",
    ].sort(),
  );
});
