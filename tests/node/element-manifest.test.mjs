// The custom-elements manifest, held to the element that it describes.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

const root = new URL("../../", import.meta.url);
const read = (path) => readFileSync(new URL(path, root), "utf8");
const manifest = JSON.parse(read("dist/custom-elements.json"));
const [{ declarations }] = manifest.modules;
const [declared] = declarations;
const { DistrictChartElement } = await import(new URL("dist/element.js", root));

const names = (entries) => entries.map(({ name }) => name).sort();
const sources = readdirSync(new URL("www/", root))
  .filter((name) => name.endsWith(".ts"))
  .map((name) => read(`www/${name}`))
  .join("\n");
const found = (pattern) =>
  [...new Set([...sources.matchAll(pattern)].map(([, name]) => name))].sort();

test("its members are those of the class, but for what the browser and the page's watcher call", () => {
  const [, watched] = /interface Follower [^{]*\{(.*?)\n\}/s.exec(read("www/environment.ts"));
  const followed = [...watched.matchAll(/^ {2}(\w+)\(/gm)].map(([, name]) => name);
  assert.ok(followed.includes("looksChanged"));
  const isCalled = (name) => /Callback$|^constructor$/.test(name) || followed.includes(name);
  const members = Object.getOwnPropertyNames(DistrictChartElement.prototype);
  assert.deepEqual(names(declared.members), members.filter((name) => !isCalled(name)).sort());
  for (const { name, kind, readonly } of declared.members) {
    const { get, set, value } = Object.getOwnPropertyDescriptor(
      DistrictChartElement.prototype,
      name,
    );
    assert.equal(kind, value ? "method" : "field", name);
    assert.equal(Boolean(readonly), Boolean(get && !set), name);
  }
});

test("its attributes are those that the element observes or has a style for", () => {
  const styled = found(/:host\(\[(\w+)=/g);
  const all = new Set([...DistrictChartElement.observedAttributes, ...styled]);
  assert.deepEqual(names(declared.attributes), [...all].sort());
});

test("its charts are those of the types", () => {
  const [, kinds] = /type ChartKind =([^;]+);/.exec(read("www/types.ts"));
  const { type } = declared.attributes.find(({ name }) => name === "chart");
  assert.deepEqual(type.text.match(/[\w-]+/g), kinds.match(/[\w-]+/g));
});

test("its events, parts and custom properties are those of the sources", () => {
  assert.deepEqual(names(declared.events), found(/#announce\("(dc-\w+)"/g));
  assert.deepEqual(names(declared.cssParts), found(/\bpart: "(\w+)"/g));
  const slots = [1, 2, 3, 4, 5, 6, 7, 8].map((slot) => `--dc-color-${slot}`);
  const written = found(/var\((--dc-[\w-]+),/g).filter((name) => !/color-/.test(name));
  assert.deepEqual(names(declared.cssProperties), [...new Set([...slots, ...written])].sort());
});

test("its modules are files of the package, and the package names it", () => {
  const { customElements, exports } = JSON.parse(read("package.json"));
  assert.equal(customElements, "./dist/custom-elements.json");
  const files = Object.values(exports).map((entry) => entry.default ?? entry);
  for (const { path } of manifest.modules) assert.ok(files.includes(`./${path}`), path);
});
