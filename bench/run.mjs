// `npm run bench`: the same figures drawn by the element and by its peers, side by side.
//
// Every page is first looked at: it must not be blank, have as many marks as the document
// has figures, and ink where each stands. Then come rounds in which the peers take turns,
// their order turned round each time, so that a slow moment hits all of them; one
// browser, one server (gzip, this machine), an empty cache or a new page each time.
// `npm run bench -- redraw` measures the rows with that word alone; `--rounds=3` less often.
// `npm run bench -- --quick` measures the few rows that have budgets, and fails where one
// is far over it and again so in more rounds.
import { cpus } from "node:os";
import { resolve } from "node:path";
import { launch } from "../tools/browser.mjs";
import { build } from "../tools/build.mjs";
import { readText } from "../tools/files.mjs";
import { serve } from "../tools/serve.mjs";
import { installPackages, setUp } from "../tools/setup.mjs";
import { root, Stop, step, whenRun } from "../tools/steps.mjs";
import { documents } from "./documents.js";
import { collapsesOf, hasBudget } from "./guard.mjs";
import { makePages, OURS, PACKAGES, SITE } from "./pages.mjs";
import { report } from "./report.mjs";
import { rows } from "./rows.js";
import { measure, visit } from "./visit.mjs";

const ROUNDS = 7;
const QUICK_ROUNDS = 3;

await whenRun(import.meta.url, async () => {
  const { wanted, rounds, isQuick } = readArguments(process.argv.slice(2));
  const chosen = rows.filter((row) => isWanted(row, wanted) && (!isQuick || hasBudget(row)));
  if (chosen.length === 0) throw new Stop(`No row of the benchmark is called "${wanted}".`);
  await setUp({ forTests: true });
  await step("npm packages of the benchmark", () => installPackages("bench"));
  await build();
  await step("pages", () => makePages(rows));
  // A page that is alone in its process may have a finer clock.
  const headers = {
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-embedder-policy": "require-corp",
  };
  const server = await serve({ root: resolve(root, SITE), headers });
  const browser = await launch();
  try {
    const on = { browser, url: server.url };
    await step("what is drawn", () => lookAtAll(on, chosen));
    const results = await runAll(chosen, rounds, on);
    const machine = `${cpus().length} × ${cpus()[0].model}`;
    const whole = !wanted && !isQuick;
    await report(results, { about: await about(browser, machine, rounds), whole });
    if (isQuick) await guard(results, on);
  } finally {
    await browser.close();
    await server.close();
  }
});

function readArguments(given) {
  const rounds = given.find((word) => word.startsWith("--rounds="))?.split("=")[1];
  const wanted = given.filter((word) => !word.startsWith("--")).join(" ");
  const isQuick = given.includes("--quick");
  return { wanted, isQuick, rounds: Number(rounds ?? (isQuick ? QUICK_ROUNDS : ROUNDS)) };
}

function isWanted({ group, name }, wanted) {
  return `${group} ${name}`.toLowerCase().includes(wanted.toLowerCase());
}

async function runAll(chosen, rounds, on) {
  const results = [];
  for (const row of chosen) {
    await step(`${row.group}, ${row.name}`, async () => {
      results.push({ row, samples: await run(row, rounds, on) });
    });
  }
  return results;
}

/** A slow moment does not last for all the rounds of a whole run; what broke does. */
async function guard(results, on) {
  const suspects = results.filter((measured) => collapsesOf(measured).length > 0);
  const slow = suspects.map(({ row }) => row);
  const again = await runAll(slow, ROUNDS, on);
  const collapses = again.flatMap(collapsesOf);
  if (collapses.length > 0) throw new Stop(`Far slower than before: ${collapses.join("; ")}.`);
}

async function about(browser, machine, rounds) {
  const locked = JSON.parse(readText("bench/package-lock.json")).packages;
  const peers = Object.values(PACKAGES).map(
    (name) => `${name} ${locked[`node_modules/${name}`].version}`,
  );
  return {
    date: new Date().toISOString().slice(0, 10),
    machine,
    rounds,
    browser: await browser.version(),
    peers,
  };
}

function peersOf({ bars = {}, peers = Object.keys(bars) }) {
  return [OURS, ...peers];
}

/** Each peer's pictures of what it takes part in. */
async function lookAtAll(on, chosen) {
  const seen = new Set();
  for (const row of chosen) {
    const kinds = row.visit?.charts ?? [row.args[0]];
    for (const peer of peersOf(row)) {
      for (const kind of kinds) {
        if (seen.has(`${peer} ${kind}`)) continue;
        seen.add(`${peer} ${kind}`);
        await lookAt(on, peer, kind);
      }
    }
  }
  return `${seen.size} pictures`;
}

async function lookAt(on, peer, kind) {
  const size = kind === "series" ? 30 : undefined;
  const { marks, bare, isBlank } = await measure(on, peer, "look", [kind, ...(size ? [size] : [])]);
  const wanted = figuresOf(kind, documents[kind](0, size));
  if (isBlank) throw new Stop(`${peer} drew nothing of ${kind}.`);
  if (marks !== wanted) throw new Stop(`${peer} drew ${marks} marks of ${kind}, not ${wanted}.`);
  if (bare > 0) throw new Stop(`${peer} left ${bare} of ${wanted} marks of ${kind} undrawn.`);
}

function figuresOf(kind, { growth, poverty, ntm }) {
  if (kind === "growth") return growth.sectors.length + 1;
  if (ntm) return ntm.areas.reduce((sum, { met }) => sum + Object.keys(met).length, 0);
  return poverty.series.reduce((sum, { values }) => sum + values.length, 0);
}

async function run(row, rounds, on) {
  const peers = peersOf(row);
  const samples = Object.fromEntries(peers.map((peer) => [peer, []]));
  const sample = (peer) => {
    if (!row.visit) return measure(on, peer, row.page, row.args);
    return visit(on, `${peer}/${row.visit.charts.length}/`, {
      of: row.of ?? "time",
      slow: row.visit.slow,
    });
  };
  // The first of each fills the server's cache and is not counted.
  for (const peer of peers) await sample(peer);
  // Bytes are the same each time.
  for (let round = 0; round < (row.of === "bytes" ? 1 : rounds); round++) {
    for (const peer of round % 2 ? [...peers].reverse() : peers) {
      samples[peer].push(await sample(peer));
    }
  }
  return samples;
}
