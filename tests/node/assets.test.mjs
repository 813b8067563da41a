// dist/ as it is put on a server: the list of files, their compressed forms, the settings.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { parseDocument } from "htmlparser2";
import { headersOf } from "../../tools/hosting.mjs";

const dist = new URL("../../dist/", import.meta.url);
const read = (path) => readFileSync(new URL(path, dist));
const { files } = JSON.parse(read("assets.json"));

test("every file that a page fetches is listed with its size and its hash, and compressed", () => {
  const served = readdirSync(dist).filter((name) => /\.(js|wasm|txt|html|css)$/.test(name));
  const listed = Object.keys(files);
  assert.deepEqual(
    served.filter((name) => !listed.includes(name)),
    ["command.js"],
  );
  for (const [path, { bytes, gzip, brotli, integrity }] of Object.entries(files)) {
    const content = read(path);
    const hash = createHash("sha384").update(content).digest("base64");
    assert.equal(integrity, `sha384-${hash}`, path);
    assert.equal(bytes, content.length, path);
    assert.equal(gzip, read(`${path}.gz`).length, path);
    assert.equal(brotli, read(`${path}.br`).length, path);
    assert.ok(gunzipSync(read(`${path}.gz`)).equals(content), path);
    assert.ok(brotliDecompressSync(read(`${path}.br`)).equals(content), path);
  }
  const compressed = readdirSync(dist).filter((name) => /\.(br|gz)$/.test(name));
  assert.equal(compressed.length, 2 * listed.length);
});

test("a script stands under its hashed name too, which alone is kept for ever", () => {
  for (const name of ["district-charts", "core", "element", "jsonstat", "embed-host"]) {
    const { hashed } = files[`${name}.js`];
    assert.match(hashed, new RegExp(`^${name}\\.[0-9a-f]{8}\\.js$`));
    assert.ok(read(hashed).equals(read(`${name}.js`)));
    assert.match(headersOf(hashed)["Cache-Control"], /immutable/);
    assert.equal(headersOf(`${name}.js`)["Cache-Control"], "no-cache");
  }
  for (const path of readdirSync(dist).filter((name) =>
    /^words|\.wasm$|^table-(data|sort)|^png-facts|^guide|^find/.test(name),
  )) {
    const isCompressed = /\.(br|gz)$/.test(path);
    if (!isCompressed) assert.match(headersOf(path)["Cache-Control"], /immutable/, path);
  }
});

test("nothing in the scripts names a place of its own", () => {
  for (const path of Object.keys(files).filter((name) => /\.(js|css|html)$/.test(name))) {
    const text = read(path).toString();
    const addresses = text.match(/(?:src|href)="\/[^"]*"|(?:import|from)\s*\(?"[^".][^"]*"/g) ?? [];
    assert.deepEqual(addresses, [], path);
  }
});

/** Braces and sections that open are closed, and each header of a hashed file is set. */
test("the settings of nginx, Apache and IIS are well formed and set every header", () => {
  const nginx = read("hosting/nginx.conf").toString();
  const apache = read("hosting/htaccess").toString();
  const iis = read("hosting/web.config").toString();
  for (const [name, value] of Object.entries({
    ...headersOf("embed.html"),
    ...headersOf("core.0123abcd.js"),
  })) {
    assert.ok(nginx.includes(`add_header ${name} "${value}" always;`), name);
    assert.ok(apache.includes(`Header set ${name} "${value}"`), name);
    assert.ok(iis.includes(`value="${value}"`), name);
  }
  const code = nginx.replace(/"[^"\n]*"|#.*/g, "");
  assert.equal(code.match(/\{/g).length, code.match(/\}/g).length);
  for (const line of code.split("\n").map((line) => line.trim())) {
    assert.match(line, /^$|[;{}]$/);
  }
  const opened = [...apache.matchAll(/^<(\w+)/gm)].map(([, name]) => name);
  const closed = [...apache.matchAll(/^<\/(\w+)>/gm)].map(([, name]) => name);
  assert.deepEqual(opened, closed);
  const xml = parseDocument(iis, { xmlMode: true });
  assert.ok(xml.children.some(({ name }) => name === "configuration"));
  assert.ok(existsSync(new URL("hosting/web.config", dist)));
});
