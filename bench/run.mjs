// `npm run bench`: from navigation to the first chart drawn, against peers.
//
// bench/<chart>/data.json is what every page of a chart draws, written into its HTML
// in place of "{{data}}"; bench/<chart>/<peer>/index.html is a page, with main.js where
// it has a script to bundle. A page calls window.drawn() once its chart is drawn, or
// window.failed(reason). A folder more is a chart or a peer more.
//
// All pages share one browser and one server (gzip, this machine); each visit starts
// with an empty cache, and visits alternate so that a slow moment hits every page.
import { cpSync, existsSync, readdirSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import { launch } from "../tools/browser.mjs";
import { build, bundle } from "../tools/build.mjs";
import { readText, writeText } from "../tools/files.mjs";
import { serve } from "../tools/serve.mjs";
import { installPackages, setUp } from "../tools/setup.mjs";
import { root, Stop, step, whenRun } from "../tools/steps.mjs";

const ROUNDS = 7;
const OURS = "district-charts";
const SITE = "target/bench";

await whenRun(import.meta.url, async () => {
  await setUp({ forTests: true });
  await step("npm packages of the benchmark", () => installPackages("bench"));
  await build();
  const charts = foldersIn("bench").filter((name) => existsSync(`${root}/bench/${name}/data.json`));
  await step("pages", () => makePages(charts));
  const server = await serve({ root: resolve(root, SITE) });
  const browser = await launch();
  try {
    for (const chart of charts) await compare(chart, browser, server.url);
  } finally {
    await browser.close();
    await server.close();
  }
});

function foldersIn(path) {
  return readdirSync(resolve(root, path), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== "node_modules")
    .map((entry) => entry.name);
}

/** The peers of a chart, ours first. */
function peersOf(chart) {
  const others = foldersIn(`bench/${chart}`).filter((name) => name !== OURS);
  return [OURS, ...others];
}

async function makePages(charts) {
  rmSync(resolve(root, SITE), { recursive: true, force: true });
  cpSync(resolve(root, "dist"), resolve(root, SITE, "dist"), { recursive: true });
  for (const chart of charts) {
    const data = readText(`bench/${chart}/data.json`);
    for (const peer of peersOf(chart)) {
      const from = `bench/${chart}/${peer}`;
      const to = `${SITE}/${chart}/${peer}`;
      const html = readText(`${from}/index.html`);
      writeText(
        `${to}/index.html`,
        html.replace('"{{data}}"', () => data),
      );
      const script = `${from}/main.js`;
      if (existsSync(resolve(root, script))) await bundle(script, `${to}/main.js`);
    }
  }
}

async function compare(chart, browser, url) {
  const peers = peersOf(chart);
  const visits = new Map(peers.map((peer) => [peer, []]));
  await step(`${chart}: ${ROUNDS} rounds`, async () => {
    // The first visit to each fills the server's cache and is not counted.
    for (const peer of peers) await visit(browser, `${url}/${chart}/${peer}/`);
    for (let round = 0; round < ROUNDS; round++) {
      const order = round % 2 ? [...peers].reverse() : peers;
      for (const peer of order) {
        visits.get(peer).push(await visit(browser, `${url}/${chart}/${peer}/`));
      }
    }
  });
  printTable(chart, visits);
}

/** One visit with an empty cache: when the chart was drawn, and what was fetched for it. */
async function visit(browser, address) {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    await page.setViewport({ width: 800, height: 600 });
    await page.evaluateOnNewDocument(() => {
      window.outcome = new Promise((done) => {
        window.drawn = () => done({ time: performance.now() });
        window.failed = (failure) => done({ failure });
        setTimeout(() => window.failed("nothing was drawn within 30 s"), 30_000);
      });
    });
    await page.goto(address);
    const { time, failure } = await page.evaluate(() => window.outcome);
    if (failure) throw new Stop(`The page at ${address} failed: ${failure}.`);
    const canvas = await page.waitForSelector(">>> canvas");
    if (await canvas.evaluate(isBlank)) throw new Stop(`The canvas at ${address} is blank.`);
    return { time, bytes: await page.evaluate(fetchedBytes) };
  } finally {
    await context.close();
  }
}

function isBlank(canvas) {
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  const pixels = new Uint32Array(data.buffer);
  return pixels.every((pixel) => pixel === pixels[0]);
}

function fetchedBytes() {
  return performance
    .getEntriesByType("resource")
    .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0);
}

function printTable(chart, visits) {
  const line = (cells) =>
    cells.map((cell, i) => (i ? cell.padStart(16) : cell.padEnd(18))).join("");
  const ms = (time) => time.toFixed(1);
  const ours = median(visits.get(OURS));
  console.log(`\n${chart}, navigation to first chart drawn`);
  console.log(line(["", "median ms", "spread ms", "times ours", "bytes (gzip)"]));
  for (const [peer, all] of visits) {
    const times = all.map(({ time }) => time);
    const middle = median(all);
    const spread = `${ms(Math.min(...times))}–${ms(Math.max(...times))}`;
    const bytes = Math.max(...all.map((one) => one.bytes));
    console.log(line([peer, ms(middle), spread, (middle / ours).toFixed(2), `${bytes}`]));
  }
}

function median(visits) {
  const times = visits.map(({ time }) => time).sort((a, b) => a - b);
  return times[(times.length - 1) / 2];
}
