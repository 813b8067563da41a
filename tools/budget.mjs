// Sizes of what a page in Vietnamese fetches, held against budgets.json (bytes).
// A budget holds what was reached; its goal is where it should come, and fails nothing.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { filesUnder, readText } from "./files.mjs";
import { root, Stop, whenRun } from "./steps.mjs";

const MEASURES = {
  raw: (bytes) => bytes.length,
  gzip: (bytes) => gzipSync(bytes, { level: 9 }).length,
  // Node compresses at 11, the highest, unless told otherwise.
  brotli: (bytes) => brotliCompressSync(bytes).length,
};

/** Prints the sizes; throws where a budget is passed. */
export function checkBudgets() {
  const budgets = JSON.parse(readText("budgets.json"));
  const passed = Object.entries(budgets).flatMap(([name, { files, goal, ...limits }]) => {
    const rows = files.map((pattern) => ({ name: pattern, ...sizesOf(findFile(pattern)) }));
    const total = { name, ...sum(rows) };
    printTable([...rows, total, { name: "budget", ...limits }, { name: "goal", ...goal }]);
    return Object.keys(limits)
      .filter((measure) => total[measure] > limits[measure])
      .map((measure) => `${name}, ${measure}: ${total[measure]} bytes, ${limits[measure]} allowed`);
  });
  if (passed.length > 0) throw new Stop(`Over budget: ${passed.join("; ")}.`);
}

// A "*" in a file's name stands for the hash of its content.
function findFile(pattern) {
  const [start, end = ""] = pattern.split("*");
  const found = filesUnder("dist").find((path) =>
    pattern.includes("*") ? path.startsWith(start) && path.endsWith(end) : path === pattern,
  );
  if (!found) throw new Stop(`${pattern} has a budget and does not exist: run "npm run build".`);
  return found;
}

export function sizesOf(file) {
  const bytes = readFileSync(resolve(root, file));
  return Object.fromEntries(
    Object.entries(MEASURES).map(([name, measure]) => [name, measure(bytes)]),
  );
}

function sum(rows) {
  return Object.fromEntries(
    Object.keys(MEASURES).map((name) => [name, rows.reduce((total, row) => total + row[name], 0)]),
  );
}

function printTable(rows) {
  const columns = Object.keys(MEASURES);
  const line = (cells) => cells.map((cell, i) => (i ? cell.padStart(9) : cell.padEnd(30))).join("");
  console.log(line(["bytes", ...columns]));
  for (const row of rows) console.log(line([row.name, ...columns.map((c) => `${row[c] ?? ""}`)]));
}

await whenRun(import.meta.url, checkBudgets);
