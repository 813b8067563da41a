// `npm run profile`: which step of a redraw, and of a first picture, takes how long.
//
// Of the module as it is shipped, but with the names of its functions, and of the script
// unminified. The browser samples what runs; each sample counts for the innermost of the
// steps below that is on its stack. `npm run profile -- poverty` does that chart alone.
import { resolve } from "node:path";
import { launch } from "../tools/browser.mjs";
import { build, buildNamed } from "../tools/build.mjs";
import { serve } from "../tools/serve.mjs";
import { installPackages, setUp } from "../tools/setup.mjs";
import { root, step, whenRun } from "../tools/steps.mjs";
import { makePages, OURS, SITE } from "./pages.mjs";

const ROUNDS = 7;
/** Microseconds. */
const INTERVAL = 100;

const CASES = [
  { name: "growth", args: ["growth"], turns: 20 },
  { name: "poverty", args: ["poverty"], turns: 20 },
  { name: "17 × 19", args: ["criteria"], turns: 20 },
  { name: "10,598 × 19", args: ["criteria", 10_598], turns: 1 },
  { name: "3,321 × 15", args: ["series", 3321], turns: 1 },
];

/** By the names of functions, as a profile has them. */
const STEPS = {
  raster: /^getImageData$/,
  "measuring text": /wasm::measure/,
  "reading the object": /^flatten$|wasm::flat/,
  checking: /model::read/,
  "laying out": /layout::lay_out|draw::lay_out/,
  painting: /paint::paint|wasm::draw::draw|wasmchart_draw/,
  "heading and summary": /wasmchart_(heading|summary)/,
  "reading the style": /^(readTheme|isDark|insetOf|languageOf|measure)$/,
  table: /^(#begin|fill)$|wasmchart_table/,
  texts: /^(describe|label)$/,
  "other script": /^(#update|#show|#accept|#changed|#draw|#start|set data|update)$/,
  "collection of garbage": /^\(garbage collector\)$/,
  idle: /^\(idle\)$/,
  "browser itself": /^\(program\)$/,
};
const REST = "rest";

await whenRun(import.meta.url, async () => {
  const wanted = process.argv[2] ?? "";
  await setUp({ forTests: true });
  await step("npm packages of the benchmark", () => installPackages("bench"));
  await build({ forPublishing: false });
  await step("pages", () => makePages([]));
  await step("module and script with names", () => buildNamed(`${SITE}/dist`));
  const server = await serve({ root: resolve(root, SITE) });
  const browser = await launch();
  try {
    const columns = new Map();
    for (const one of CASES.filter(({ name }) => name.includes(wanted))) {
      await step(one.name, async () => {
        columns.set(one.name, await profile(browser, server.url, one));
      });
    }
    console.log(`\n${markdownOf(columns)}\n`);
  } finally {
    await browser.close();
    await server.close();
  }
});

/** Of each round the milliseconds of each step. */
async function profile(browser, url, { args, turns }) {
  const page = await browser.newPage();
  await page.setViewport({ width: 800, height: 600 });
  await page.goto(`${url}/${OURS}/open/`);
  await page.waitForFunction(() => window.measures);
  await page.evaluate((args) => window.measures.prepare(...args), args);
  const draw = () => page.evaluate((turns) => window.drawAgain(turns), turns);
  const devtools = await page.createCDPSession();
  await devtools.send("Profiler.enable");
  await devtools.send("Profiler.setSamplingInterval", { interval: INTERVAL });
  // Until all is compiled.
  await draw();
  const rounds = [];
  for (let round = 0; round < ROUNDS; round++) {
    await devtools.send("Profiler.start");
    await draw();
    const { profile } = await devtools.send("Profiler.stop");
    rounds.push(timesOf(profile, turns));
  }
  await page.close();
  return rounds;
}

function timesOf({ nodes, samples, timeDeltas }, turns) {
  const stepOf = new Map();
  const mark = (node, above) => {
    const { functionName } = node.callFrame;
    const own = Object.keys(STEPS).find((name) => STEPS[name].test(functionName)) ?? above;
    stepOf.set(node.id, own);
    for (const child of node.children ?? []) mark(byId.get(child), own);
  };
  const byId = new Map(nodes.map((node) => [node.id, node]));
  mark(nodes[0], REST);
  const times = {};
  for (const [index, id] of samples.entries()) {
    const step = stepOf.get(id);
    times[step] = (times[step] ?? 0) + timeDeltas[index] / 1000 / turns;
  }
  return times;
}

function markdownOf(columns) {
  const rows = [...Object.keys(STEPS), REST].map((name) => [
    name,
    ...[...columns.values()].map((rounds) =>
      middle(rounds.map((times) => times[name] ?? 0)).toFixed(2),
    ),
  ]);
  const header = ["step", ...columns.keys()];
  const rule = header.map((_, index) => (index ? "--:" : "---"));
  return [header, rule, ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

function middle(values) {
  return values.sort((a, b) => a - b)[values.length >> 1];
}
