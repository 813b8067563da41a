// The pages of the benchmark: one to visit for each peer and set of charts, and one for
// each peer to measure in. They come to stand in target/bench, dist/ beside them.
import { cpSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import { bundle } from "../tools/build.mjs";
import { writeText } from "../tools/files.mjs";
import { root } from "../tools/steps.mjs";
import { documents } from "./documents.js";

export const OURS = "district-charts";
export const SITE = "target/bench";
/** The package of each peer; its file in bench/peers/ is called as its key here. */
export const PACKAGES = { chartjs: "chart.js", echarts: "echarts", uplot: "uplot" };

const ELEMENT = '<script type="module" src="../../dist/district-charts.js"></script>';
const UPLOT_STYLE = '<link rel="stylesheet" href="uplot.css">';

export async function makePages(rows) {
  rmSync(resolve(root, SITE), { recursive: true, force: true });
  cpSync(resolve(root, "dist"), resolve(root, SITE, "dist"), { recursive: true });
  for (const peer of [OURS, ...Object.keys(PACKAGES)]) {
    const head = peer === OURS ? ELEMENT : "";
    await makePage(peer, "open", { imports: "* as peer", start: "offer(peer)", head });
  }
  for (const { visit, bars, peers = Object.keys(bars) } of rows.filter((row) => row.visit)) {
    const { charts } = visit;
    const data = charts.map((kind, turn) => ({ kind, data: documents[kind](turn) }));
    writeText(`${SITE}/${OURS}/${charts.length}/index.html`, pageOfOurs(data));
    for (const peer of peers) await makeVisited(peer, charts, data);
  }
}

/** Only the charts that it draws are imported, so that the rest is shaken off. */
async function makeVisited(peer, charts, data) {
  const names = `{ ${[...new Set(charts)].join(", ")} }`;
  const body = `<script type="application/json" id="charts">${JSON.stringify(data)}</script>`;
  await makePage(peer, `${charts.length}`, { imports: names, start: `draw(${names})`, body });
}

async function makePage(peer, name, { imports, start, head = "", body = "" }) {
  const folder = `${SITE}/${peer}/${name}`;
  const contents = `import ${imports} from "./peers/${peer}.js";
import * as page from "./page.js";
page.${start};`;
  await bundle(undefined, `${folder}/main.js`, {
    entryPoints: undefined,
    // As if it stood among the sources, whose packages it needs.
    stdin: { contents, resolveDir: resolve(root, "bench") },
    external: ["../../dist/core.js"],
  });
  if (peer === "uplot") copyStyle(`${folder}/uplot.css`);
  const style = peer === "uplot" ? UPLOT_STYLE : "";
  const script = '<script type="module" src="main.js"></script>';
  writeText(`${folder}/index.html`, pageOf(`${head}${style}${script}`, body));
}

function copyStyle(to) {
  cpSync(resolve(root, "bench/node_modules/uplot/dist/uPlot.min.css"), resolve(root, to));
}

function pageOf(head, body) {
  return `<!doctype html>
<html lang="vi">
  <head><meta charset="utf-8"><title>Đo</title><link rel="icon" href="data:,">${head}</head>
  <body>${body}</body>
</html>
`;
}

/** As an author writes it: one script, an element a chart. */
function pageOfOurs(charts) {
  const listeners = `<script>
      let left = ${charts.length};
      document.addEventListener("dc-ready", () => --left || window.drawn());
      document.addEventListener("dc-error", (event) => window.failed(event.detail.message));
    </script>`;
  return pageOf(listeners + ELEMENT, charts.map(elementOf).join("\n"));
}

function elementOf({ kind, data }) {
  const chart = kind === "criteria" ? "ntm-criteria" : kind;
  return `<div style="width: 720px"><district-chart chart="${chart}">
    <script type="application/json">${JSON.stringify(data)}</script></district-chart></div>`;
}
