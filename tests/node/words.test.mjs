// The words of charts and element as docs/words.md lists them: for pages that replace some, and
// for who reads the Khmer draft. BLESS=1 writes the list anew.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";

const LIST = new URL("../../docs/words.md", import.meta.url);
const wordsOf = (language) =>
  JSON.parse(readFileSync(new URL(`../../src/locale/${language}.json`, import.meta.url), "utf8"));

function list() {
  const [vi, en, km] = ["vi", "en", "km"].map(wordsOf);
  const cell = (word) => word.replaceAll("|", "\\|");
  const rows = Object.keys(vi).map((key) => {
    const words = [vi, en, km].map((words) => cell(words[key]));
    return `| \`${key}\` | ${words.join(" | ")} |`;
  });
  return `# Words of the charts and of the element

By key, as the property \`messages\` takes them; those of the element have no capital.
What stands in braces is filled in; an empty word is written in digits. The Khmer awaits a
native reader.

| key | Vietnamese | English | Khmer |
|---|---|---|---|
${rows.join("\n")}
`;
}

test("the list of words is that of the code", () => {
  if (process.env.BLESS) writeFileSync(LIST, list());
  assert.equal(readFileSync(LIST, "utf8"), list());
});
