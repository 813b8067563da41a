// The results as a table on the terminal and in BENCHMARKS.md, as JSON, and as a picture
// by the widget itself.

import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { readText, writeText } from "../tools/files.mjs";
import { root } from "../tools/steps.mjs";
import { OURS } from "./pages.mjs";

const NAMES = { chartjs: "Chart.js", echarts: "ECharts", uplot: "uPlot" };
const UNITS = { bytes: "kB", memory: "MB", time: "ms" };

/** Prints the results; of a whole run, files are written too. */
export async function report(results, { about, whole }) {
  const lines = results.flatMap(linesOf);
  console.log(`\n${markdownOf(lines)}\n`);
  if (!whole) return;
  writeText("bench/results.json", `${JSON.stringify({ about, lines }, null, 2)}\n`);
  writeText("bench/results.svg", await pictureOf(lines, about));
  const pages = readText("BENCHMARKS.md").split(/(?<=<!-- results -->\n)[\s\S]*(?=<!-- end -->)/);
  writeText("BENCHMARKS.md", pages.join(`\n${aboutOf(about)}\n\n${markdownOf(lines)}\n\n`));
}

/** One for each bar of a row: against a peer, or of our own figure. */
export function linesOf({ row, samples }) {
  const unit = row.unit ?? UNITS[row.of ?? "time"];
  const ours = statistics(samples[OURS], unit);
  const line = { group: row.group, name: row.name, unit, ours };
  const peers = Object.keys(samples).filter((peer) => peer !== OURS);
  const own = row.own === undefined ? [] : [{ ...line, result: ours.median, bar: row.own }];
  return [
    ...own,
    ...peers.map((peer) => {
      const theirs = statistics(samples[peer], unit);
      const ratio = ours.median / theirs.median;
      return { ...line, peer: NAMES[peer], theirs, result: ratio, bar: row.bars?.[peer] };
    }),
  ];
}

function statistics(samples, unit) {
  const scaled = samples.map((value) => (unit === "kB" ? value / 1000 : value));
  const sorted = scaled.sort((a, b) => a - b);
  return { median: sorted[(sorted.length - 1) >> 1], least: sorted[0], most: sorted.at(-1) };
}

function markdownOf(lines) {
  const header = ["what", "ours", "spread", "peer", "theirs", "spread", "ratio", "bar", ""];
  const body = lines.map(({ group, name, unit, ours, peer, theirs, result, bar }) => [
    `${group}: ${name}`,
    `${short(ours.median)} ${unit}`,
    spread(ours),
    peer ?? "–",
    theirs ? `${short(theirs.median)} ${unit}` : "–",
    theirs ? spread(theirs) : "–",
    peer ? short(result) : "–",
    bar === undefined ? "–" : peer ? `≤ ${bar}` : `≤ ${bar} ${unit}`,
    bar === undefined ? "" : result <= bar ? "reached" : "not yet",
  ]);
  const rule = header.map((_, index) =>
    index === 1 || index === 4 || index === 6 ? "--:" : "---",
  );
  return [header, rule, ...body].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

function spread({ least, most }) {
  return `${short(least)}–${short(most)}`;
}

function short(value) {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

function aboutOf({ date, machine, rounds, browser, peers }) {
  return `${date}, ${browser}, ${machine}; ${peers.join(", ")}; ${rounds} rounds.`;
}

/** Plan against result, where less is better: a chart of the widget's own kind. */
export async function pictureOf(lines, about) {
  const { load, renderSVG } = await import(pathToFileURL(resolve(root, "dist/core.js")));
  await load();
  const items = lines
    .filter(({ bar }) => bar !== undefined)
    .map(({ group, name, unit, peer, result, bar }) => ({
      group,
      name: peer ? `${name}, against ${peer}` : name,
      unit: peer ? "×" : unit,
      plan: bar,
      actual: Number(short(result)),
      better: "lower",
      // The written ratio is rounded.
      outcome: result <= bar ? "met" : "notMet",
    }));
  const dataset = {
    version: 1,
    place: "district-charts beside its peers",
    sources: [{ id: "bench", name: "npm run bench", date: about.date }],
    targets: { title: "Ratios of medians, and the bars to reach", period: about.date, items },
  };
  return renderSVG(dataset, { chart: "targets", lang: "en" });
}
