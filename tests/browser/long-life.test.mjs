// A page that is left open for days: charts come, change, move and go, and what they
// took is given back. `npm run test:long` does the same at full length, and prints it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { drawn, frames, open, part, useBrowser } from "./common/browser.mjs";
import { district } from "./common/data.mjs";
import { SCRIPT } from "./common/site.mjs";

const isLong = process.env.LONG === "1";
const CREATIONS = isLong ? 10_000 : 200;
const UPDATES = isLong ? 1_000 : 100;
const CHARTS = isLong ? 200 : 50;

useBrowser({ protocolTimeout: 3_600_000 });

const pages = {
  "/": `${SCRIPT}<main></main>`,
  "/one.html": `${SCRIPT}<main></main><district-chart chart="growth" src="data.json"></district-chart>`,
  "/other.html": "<p></p>",
  "/data.json": district,
};

/** Lets the page say how large the element's module is. */
const watchModule = (page) =>
  page.evaluateOnNewDocument(() => {
    const { instantiate } = WebAssembly;
    WebAssembly.instantiate = async (...given) => {
      const instance = await instantiate(...given);
      const memory = Object.values(instance.exports).find(
        (own) => own instanceof WebAssembly.Memory,
      );
      window.moduleBytes = () => memory.buffer.byteLength;
      return instance;
    };
  });

/** Runs `work` in the page once, and then once more between two measurements. */
function keepsNothing(name, work, times) {
  test(name, () =>
    open(
      pages,
      async (page, { problems }) => {
        const cdp = await page.createCDPSession();
        await cdp.send("Performance.enable");
        const measure = async () => {
          await cdp.send("HeapProfiler.collectGarbage");
          await cdp.send("HeapProfiler.collectGarbage");
          const { metrics } = await cdp.send("Performance.getMetrics");
          const { Nodes, JSEventListeners, JSHeapUsedSize } = Object.fromEntries(
            metrics.map(({ name, value }) => [name, value]),
          );
          const wasm = await page.evaluate(() => window.moduleBytes());
          return { nodes: Nodes, listeners: JSEventListeners, heap: JSHeapUsedSize, wasm };
        };
        const run = (count) => page.evaluate(work, district, count);
        await page.evaluate(() => customElements.whenDefined("district-chart"));
        // Fonts, words, widths and compiled code have come then.
        await run(times);
        const before = await measure();
        await run(times);
        const after = await measure();
        console.log(`${name}, ${times} times: ${JSON.stringify({ before, after })}`);
        assert.ok(after.nodes - before.nodes < 20, "nodes are left");
        assert.ok(after.listeners - before.listeners < 5, "listeners are left");
        // Free room that is cut up otherwise may need a page more, once.
        assert.ok(after.wasm - before.wasm <= 65_536, "the module's memory grew");
        // Of an element in a frame's document its observer hears a frame late, which is reported.
        const isLate = (problem) => problem.includes("ResizeObserver loop");
        assert.deepEqual(
          problems.filter((problem) => !isLate(problem)),
          [],
        );
      },
      { prepare: watchModule },
    ),
  );
}

keepsNothing(
  "charts are made and removed",
  async (data, count) => {
    const kinds = ["growth", "structure", "poverty", "living-standards", "ntm"];
    for (let i = 0; i < count; i++) {
      const element = document.createElement("district-chart");
      element.setAttribute("chart", kinds[i % kinds.length]);
      element.data = data;
      document.querySelector("main").append(element);
      if (!(await element.updateComplete)) throw new Error("not drawn");
      element.remove();
    }
  },
  CREATIONS,
);

keepsNothing(
  "one chart is given new data",
  async (data, count) => {
    const main = document.querySelector("main");
    const element = main.firstChild ?? main.appendChild(document.createElement("district-chart"));
    element.setAttribute("chart", "poverty");
    for (let i = 0; i < count; i++) {
      const next = structuredClone(data);
      next.poverty.series[0].values[1] = (i % 1000) / 100;
      element.data = i % 10 === 9 ? { version: 1 } : next;
      if ((await element.updateComplete) === (i % 10 === 9)) throw new Error(`update ${i}`);
    }
  },
  UPDATES,
);

keepsNothing(
  "a page full of charts is shown and emptied",
  async (data, count) => {
    const main = document.querySelector("main");
    const elements = Array.from({ length: count }, () => document.createElement("district-chart"));
    for (const element of elements) {
      element.setAttribute("chart", "ntm");
      element.data = data;
    }
    main.append(...elements);
    const drawn = await Promise.all(elements.map((element) => element.updateComplete));
    if (!drawn.every(Boolean)) throw new Error("not all are drawn");
    main.replaceChildren();
    // What is removed is put away at the next turn.
    await new Promise((done) => setTimeout(done));
  },
  CHARTS,
);

keepsNothing(
  "a chart moves between documents and shadow roots",
  async (data, count) => {
    const main = document.querySelector("main");
    const frame = document.createElement("iframe");
    const host = document.createElement("div");
    main.append(frame, host);
    const root = host.attachShadow({ mode: "open" });
    const element = document.createElement("district-chart");
    element.setAttribute("chart", "growth");
    element.data = data;
    for (let i = 0; i < count; i++) {
      for (const home of [main, root, frame.contentDocument.body]) {
        home.append(element);
        if (!(await element.updateComplete)) throw new Error("not drawn");
      }
    }
    main.replaceChildren();
    await new Promise((done) => setTimeout(done));
  },
  isLong ? 300 : 20,
);

test("of ten addresses set while requests are under way the last wins, the others are ended", () => {
  const answers = Object.fromEntries(
    Array.from({ length: 10 }, (_, index) => [
      `/${index}.json`,
      { body: JSON.stringify({ ...district, place: `Nơi ${index}` }), delay: 300 - 20 * index },
    ]),
  );
  return open({ ...pages, ...answers }, async (page, { problems }) => {
    const ended = [];
    page.on("requestfailed", (request) => ended.push(new URL(request.url()).pathname));
    await page.evaluate(async () => {
      await customElements.whenDefined("district-chart");
      const element = document.createElement("district-chart");
      element.setAttribute("chart", "growth");
      document.body.append(element);
      for (let index = 0; index < 10; index++) {
        element.src = `${index}.json`;
        await new Promise((done) => setTimeout(done, 10));
      }
    });
    assert.equal(await drawn(page), true);
    await new Promise((done) => setTimeout(done, 400));
    assert.match(await part(page, "figure"), /Nơi 9/);
    assert.deepEqual(
      ended.sort(),
      Array.from({ length: 9 }, (_, index) => `/${index}.json`),
    );
    assert.deepEqual(await page.evaluate(() => window.events.map(([type]) => type)), ["dc-ready"]);
    assert.deepEqual(problems, []);
  });
});

const inkOf = (page) =>
  page.evaluate(() => {
    const canvas = document.querySelector("district-chart").shadowRoot.querySelector("canvas");
    if (canvas.width === 0) return 0;
    const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext("2d");
    copy.drawImage(canvas, 0, 0);
    const { data } = copy.getImageData(0, 0, canvas.width, canvas.height);
    return data.filter((value, at) => at % 4 === 3 && value > 0).length;
  });

test("without a size nothing is drawn, and with one again everything", () =>
  open(
    pages,
    async (page, { problems }) => {
      await drawn(page);
      const ink = await inkOf(page);
      assert.ok(ink > 1000);
      const styles = ["display: none", "width: 0; overflow: hidden", "height: 0", "zoom: 0.0001"];
      for (const style of styles) {
        await page.evaluate((style) => {
          document.querySelector("district-chart").style = style;
        }, style);
        await frames(page);
        await page.evaluate(() => {
          document.querySelector("district-chart").style = "";
        });
        await frames(page);
        assert.equal(await inkOf(page), ink, style);
      }
      assert.deepEqual(problems, []);
    },
    { path: "/one.html" },
  ));

test("a canvas that lost its content, as with a graphics driver that restarts, is drawn again", () =>
  open(
    pages,
    async (page) => {
      await drawn(page);
      const ink = await inkOf(page);
      await page.evaluate(() => {
        const canvas = document.querySelector("district-chart").shadowRoot.querySelector("canvas");
        canvas.getContext("2d").reset();
        canvas.dispatchEvent(new Event("contextrestored"));
      });
      await frames(page);
      assert.equal(await inkOf(page), ink);
    },
    { path: "/one.html" },
  ));

test("drawn in a hidden tab, it is there when the tab is shown", () =>
  open(
    pages,
    async (page) => {
      assert.equal(await drawn(page), true);
      const other = await page.browser().newPage();
      await other.bringToFront();
      await page.evaluate(() => {
        document.querySelector("district-chart").setAttribute("chart", "poverty");
      });
      assert.equal(await drawn(page), true);
      await other.close();
      await page.bringToFront();
      await frames(page);
      assert.ok((await inkOf(page)) > 1000);
    },
    { path: "/one.html" },
  ));

test("gone to another page and come back to, it is drawn and takes keys", () =>
  open(
    pages,
    async (page, { url, problems }) => {
      await drawn(page);
      const ink = await inkOf(page);
      await page.goto(`${url}/other.html`);
      await page.goBack();
      assert.equal(await drawn(page), true);
      await frames(page);
      assert.equal(await inkOf(page), ink);
      await page.focus(">>> .plot");
      await page.keyboard.press("ArrowDown");
      assert.notEqual(await part(page, "status"), "");
      assert.deepEqual(problems, []);
    },
    { path: "/one.html" },
  ));

test("a picture past what the browser can hold is made smaller, or refused in a sentence", () =>
  open(
    pages,
    async (page, { problems }) => {
      await drawn(page);
      const outcomes = await page.evaluate(async () => {
        const element = document.querySelector("district-chart");
        const outcomes = [];
        for (const options of [
          { width: 1e5 },
          { width: 1e9, pixelRatio: 8 },
          { width: 20_000, pixelRatio: 1e300 },
          { width: Number.NaN },
          { width: -1 },
        ]) {
          const outcome = await element.toPNG(options).catch((error) => error);
          outcomes.push(outcome instanceof Blob ? outcome.size > 0 : outcome.message.endsWith("."));
        }
        return [...outcomes, await element.updateComplete];
      });
      assert.deepEqual(outcomes, [true, true, true, true, true, true]);
      assert.deepEqual(problems, []);
    },
    { path: "/one.html" },
  ));
