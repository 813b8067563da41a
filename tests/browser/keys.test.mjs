// Every chart of the corpus is walked by real keys, and what is announced is held
// against its table, figure by figure; both are read in Chromium's accessibility tree.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { drawn, open, restOfKeys, useBrowser } from "./common/browser.mjs";
import { needs } from "./common/engine.mjs";
import { SCRIPT } from "./common/site.mjs";

useBrowser();

const CHARTS = [
  "growth",
  "structure",
  "poverty",
  "living-standards",
  "ntm",
  "ntm-criteria",
  "targets",
];
const folder = new URL("../charts/", import.meta.url);
/** By file name; beside each document stands a description of each chart that it feeds. */
const corpus = readdirSync(folder)
  .filter((name) => name.endsWith(".txt"))
  .map((name) => {
    const [document, chart] = name.split(".");
    return { document, chart };
  });

/** One of each chart, with much that is special in it. */
const SAMPLE = [
  "vocabulary.growth",
  "structure-gaps.structure",
  "poverty-once.poverty",
  "living-standards-gaps.living-standards",
  "ntm-years.ntm",
  "criteria-states.ntm-criteria",
  "targets-every.targets",
].map((name) => {
  const [document, chart] = name.split(".");
  return { document, chart };
});

/** The words between a name and what is said of it, where the table has them elsewhere. */
const CRITERION = { vi: "tiêu chí", en: "criterion", km: "លក្ខណៈវិនិច្ឆ័យ" };
const CONTRIBUTION = { vi: /^Đóng góp/, en: /^Contribution/, km: /^ការរួមចំណែក/ };
/** A cell of what a row does not have. */
const NOTHING = "–";

/** A page whose timers run fast: how long a key held down waits is not the matter here. */
const quickly = (page) =>
  page.evaluateOnNewDocument(() => {
    const { setTimeout } = window;
    window.setTimeout = (work, time, ...rest) => setTimeout(work, time / 100, ...rest);
  });

async function show(page, { document, chart }, lang) {
  const data = JSON.parse(readFileSync(new URL(`${document}.json`, folder)));
  await page.evaluate(
    (data, chart, lang) => {
      const element = window.document.createElement("district-chart");
      Object.assign(element, { data, chart, lang });
      window.document.body.replaceChildren(element);
    },
    data,
    chart,
    lang,
  );
  assert.ok(await drawn(page));
}

/** What a screen reader is given of the page; `table` and `status()` of its chart. */
async function accessibilityTree(page) {
  const devtools = await page.createCDPSession();
  await devtools.send("Accessibility.enable");
  const { nodes } = await devtools.send("Accessibility.getFullAXTree");
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  /** The nodes of these roles below one, in reading order. */
  const below = (node, roles) =>
    node.childIds.flatMap((id) => {
      const child = byId.get(id);
      if (!child) return [];
      return roles.includes(child.role?.value) ? [child] : below(child, roles);
    });
  const [root] = nodes;
  const names = (node, roles) => below(node, roles).map(({ name }) => name?.value ?? "");
  const [table] = below(root, ["table"]);
  const [head, ...rows] = below(table, ["row"]);
  const [statusNode] = below(root, ["status"]);
  const columns = names(head, ["columnheader"]);
  return {
    columns,
    rows: rows.map((row) => ({
      header: names(row, ["rowheader"])[0],
      cells: names(row, ["cell", "gridcell"]),
    })),
    async status() {
      const { nodes } = await devtools.send("Accessibility.queryAXTree", {
        backendNodeId: statusNode.backendDOMNodeId,
        role: "StaticText",
      });
      return nodes.map(({ name }) => name.value).join("");
    },
    close: () => devtools.detach(),
  };
}

/**
 * The figures of a table in reading order: how the announcement of each begins, and
 * the cells that it has to tell.
 */
function figuresOf(chart, { columns, rows }, lang) {
  return rows.flatMap((row) => {
    if (chart === "ntm-criteria") return figuresOfArea(row, columns, lang);
    if (chart === "targets") return [{ start: `${row.header}, `, cells: row.cells }];
    const periods = new Map();
    for (const [index, cell] of row.cells.entries()) {
      const period = periodOf(chart, columns[index], lang);
      periods.set(period, [...(periods.get(period) ?? []), cell]);
    }
    // Where parts make 100% nothing remains.
    const isThere = ([, cells]) => cells.some((cell) => cell !== NOTHING);
    return [...periods].filter(isThere).map(([period, cells]) => ({
      start: `${row.header}, ${period}: `,
      cells,
    }));
  });
}

/** Beside the values stand shares (“Tỷ lệ, 2023”) and contributions (“Đóng góp 2023, …”). */
function periodOf(chart, column, lang) {
  if (chart === "ntm") return column.slice(column.indexOf(", ") + 2);
  if (!CONTRIBUTION[lang].test(column)) return column;
  return column.replace(CONTRIBUTION[lang], "").split(",")[0].trim();
}

/** The whole first, then its criteria. */
function figuresOfArea({ header, cells }, columns, lang) {
  const isCriterion = (index) => /^\d/.test(columns[index]);
  const criteria = columns.flatMap((column, index) =>
    isCriterion(index) && cells[index] !== NOTHING
      ? [
          {
            start: `${header}, ${CRITERION[lang]} ${column.replace(/ \([^()]*\)$/, "")}: `,
            cells: [cells[index]],
          },
        ]
      : [],
  );
  const whole = cells.filter((_, index) => !isCriterion(index));
  return [{ start: `${header}, `, cells: whole }, ...criteria];
}

/** Whether a text has a piece whole: “2%” is not in “12%”. */
function tells(text, piece) {
  const pattern = piece.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&").replace(/\s/g, "\\s");
  return new RegExp(`(^|[\\s(])${pattern}($|[\\s;.,)])`).test(text);
}

/** “2,33% (1.011 trong 43.369 hộ)” is told as “2,33%” and “1.011 trong 43.369 hộ”. */
const piecesOf = (cell) => cell.split(/\s\(|;\s|\)$/).filter(Boolean);

/**
 * Presses a key, and waits for the tree to say something else than before. That it takes
 * less than 100 ms is held where the page measures it, in explore.test.mjs.
 */
async function announced(page, tree, key, before) {
  await page.keyboard.press(key);
  const deadline = performance.now() + 2000;
  for (;;) {
    const text = await tree.status();
    if (text !== before || performance.now() > deadline) return text;
  }
}

async function walk(page, { document, chart }, lang) {
  const name = `${document}, ${chart}, ${lang}`;
  await show(page, { document, chart }, lang);
  const tree = await accessibilityTree(page);
  const expected = figuresOf(chart, tree, lang);
  assert.ok(expected.length > 0, name);
  await page.keyboard.press("Tab");
  let last = await tree.status();
  assert.equal(last, "", name);
  for (const { start, cells } of expected) {
    const text = await announced(page, tree, "ArrowRight", last);
    assert.ok(text.startsWith(start), `${name}: “${text}” instead of “${start}…”`);
    const said = text.slice(start.length);
    for (const piece of cells.filter((cell) => cell !== NOTHING).flatMap(piecesOf)) {
      assert.ok(tells(said, piece), `${name}: “${text}” does not tell “${piece}”`);
    }
    last = text;
  }
  // Beyond the last figure there is none.
  await page.keyboard.press("ArrowRight");
  await restOfKeys(page);
  assert.equal(await tree.status(), last, name);
  const first = await announced(page, tree, "Home", last);
  assert.ok(first.startsWith(expected[0].start), name);
  assert.equal(await announced(page, tree, "End", first), last, name);
  await tree.close();
  return expected.length;
}

const pages = { "/": `${SCRIPT}<body></body>` };

test("the corpus has each of the seven charts", () => {
  assert.deepEqual(new Set(corpus.map(({ chart }) => chart)), new Set(CHARTS));
});

for (const [lang, cases] of [
  ["vi", corpus],
  ["en", SAMPLE],
  ["km", SAMPLE],
]) {
  test(
    `keys announce each figure of each table once, in its order (${lang})`,
    needs("developer tools"),
    () =>
      open(
        pages,
        async (page) => {
          let figures = 0;
          for (const one of cases) figures += await walk(page, one, lang);
          assert.ok(figures > 150, `${figures} figures`);
        },
        { prepare: quickly },
      ),
  );
}

/** Walks a chart by `step`; answers with what is not as documented. */
async function stepFaults(data, chart) {
  const { load, Chart } = await import("/core.js");
  await load();
  const drawing = new Chart(data, { chart, frame: "plot" });
  drawing.draw(document.createElement("canvas"), { width: 640, pixelRatio: 1 });
  const step = (from, direction) => drawing.step(from, direction)?.id ?? null;
  const ids = [];
  for (let id = step(null, "first"); id; id = step(id, "next")) ids.push(id);
  const placeOf = (id) => id.split(":").map(Number);
  /** In the nearest row above or below that has figures, the nearest period. */
  const beside = (id, isAbove) => {
    const [row, period] = placeOf(id);
    const others = ids
      .map((other) => ({ id: other, row: placeOf(other)[0], period: placeOf(other)[1] }))
      .filter((other) => (isAbove ? other.row < row : other.row > row));
    others.sort(
      (a, b) =>
        Math.abs(a.row - row) - Math.abs(b.row - row) ||
        Math.abs(a.period - period) - Math.abs(b.period - period),
    );
    return others[0]?.id ?? null;
  };
  const faults = ids.filter(
    (id, index) =>
      step(id, "previous") !== (ids[index - 1] ?? null) ||
      step(id, "up") !== beside(id, true) ||
      step(id, "down") !== beside(id, false) ||
      step(id, "first") !== ids[0] ||
      step(id, "last") !== ids.at(-1),
  );
  drawing.free();
  return { faults, count: ids.length, distinct: new Set(ids).size };
}

test("in every chart each arrow leads where it says, and every way ends", () =>
  open(pages, async (page) => {
    for (const { document, chart } of corpus) {
      const data = JSON.parse(readFileSync(new URL(`${document}.json`, folder)));
      const { faults, count, distinct } = await page.evaluate(stepFaults, data, chart);
      assert.deepEqual(faults, [], `${document}, ${chart}`);
      assert.equal(distinct, count, `${document}, ${chart}`);
    }
  }));
