// docs/ACCESSIBILITY.md: nothing is called met there without a test, and the tests exist.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

/** Heuristics in Chartability's order, with what the file says of each. */
const entries = read("docs/ACCESSIBILITY.md")
  .split(/^### /m)
  .slice(1)
  .map((text) => {
    const [, name, critical, state] =
      /^(.+?)( \(critical\))?: (met|partly met|not met|does not apply)$/m.exec(text) ?? [];
    const tests = [...text.matchAll(/^- `(.+?): (.+)`$/gm)].map(([, file, name]) => [file, name]);
    return { name, critical: Boolean(critical), state, tests, text };
  });

test("each of the 50 heuristics is answered once, and 14 of them are critical", () => {
  assert.deepEqual(
    entries.filter(({ state }) => !state).map(({ text }) => text),
    [],
  );
  assert.equal(new Set(entries.map(({ name }) => name)).size, 50);
  assert.equal(entries.filter(({ critical }) => critical).length, 14);
});

test("what is met, if only in part, names a test; what is not, a reason", () => {
  for (const { name, state, tests, text } of entries) {
    if (state.endsWith("met") && state !== "not met") assert.ok(tests.length > 0, name);
    assert.ok(
      text.split("\n").some((line) => /^[A-Z]/.test(line) && line.length > 30),
      name,
    );
  }
});

test("each named test is in the named file", () => {
  const named = entries.flatMap(({ tests }) => tests);
  assert.ok(named.length > 50);
  const missing = named.filter(([file, name]) => {
    const source = read(file);
    if (file.endsWith(".rs")) return !source.includes(`fn ${name}(`);
    return !source.includes(`"${name}"`) && !source.includes(`\`${name}\``);
  });
  assert.deepEqual(missing, []);
});
