// Removed, moved, put back: nothing stays behind, and everything works.
import assert from "node:assert/strict";
import { test } from "node:test";
import { canvasSize, drawn, open, part, useBrowser } from "./common/browser.mjs";
import { district } from "./common/data.mjs";
import { SCRIPT } from "./common/site.mjs";

useBrowser();

const pages = {
  "/": `${SCRIPT}<main></main><district-chart chart="growth" src="data.json"></district-chart>`,
  "/data.json": district,
};

test("a hundred charts come and go without a trace", () =>
  open(pages, async (page) => {
    await drawn(page);
    const cdp = await page.createCDPSession();
    await cdp.send("Performance.enable");
    const round = async () => {
      await page.evaluate(async (data) => {
        for (let i = 0; i < 100; i++) {
          const element = document.createElement("district-chart");
          element.setAttribute("chart", ["growth", "poverty", "ntm"][i % 3]);
          element.data = data;
          document.querySelector("main").append(element);
          await element.updateComplete;
          element.remove();
        }
      }, district);
      await cdp.send("HeapProfiler.collectGarbage");
      await cdp.send("HeapProfiler.collectGarbage");
      const { metrics } = await cdp.send("Performance.getMetrics");
      return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
    };
    await round();
    const before = await round();
    const after = await round();
    assert.ok(after.Nodes - before.Nodes < 20, `${before.Nodes} nodes, then ${after.Nodes}`);
    assert.ok(
      after.JSEventListeners - before.JSEventListeners < 5,
      `${before.JSEventListeners} listeners, then ${after.JSEventListeners}`,
    );
  }));

test("the module's memory does not grow with charts that come and go", () =>
  open({ "/": "<p></p>", "/data.json": district }, async (page) => {
    const sizes = await page.evaluate(async (data) => {
      const { load, Chart, memoryBytes } = await import("/core.js");
      await load();
      const canvas = document.createElement("canvas");
      const sizes = [];
      for (let i = 0; i < 300; i++) {
        const chart = new Chart(data, { chart: "poverty" });
        chart.draw(canvas, { width: 600, pixelRatio: 1 });
        chart.free();
        if (i % 100 === 99) sizes.push(memoryBytes());
      }
      return sizes;
    }, district);
    assert.equal(sizes[2], sizes[0]);
  }));

test("of a chart that is drawn the module keeps little", () =>
  open({ "/": "<p></p>", "/data.json": district }, async (page) => {
    const [empty, ...each] = await page.evaluate(async (data) => {
      const { load, Chart, memoryBytes } = await import("/core.js");
      await load();
      const empty = memoryBytes();
      // Kept, so that none is collected.
      const charts = [];
      const each = ["growth", "poverty"].map((kind) => {
        const before = memoryBytes();
        for (let i = 0; i < 200; i++) {
          const chart = new Chart(data, { chart: kind });
          chart.draw(document.createElement("canvas"), { width: 600, pixelRatio: 1 });
          charts.push(chart);
        }
        return (memoryBytes() - before) / 200;
      });
      return [empty, ...each];
    }, district);
    assert.ok(empty < 300_000, `${empty} bytes before the first chart`);
    for (const bytes of each) assert.ok(bytes < 12_000, `${bytes} bytes a chart`);
  }));

test("removed, it gives the picture back; put back, it is drawn again", () =>
  open(pages, async (page) => {
    await drawn(page);
    const [gone, back] = await page.evaluate(async () => {
      const element = document.querySelector("district-chart");
      const canvas = element.shadowRoot.querySelector("canvas");
      element.remove();
      await new Promise((done) => setTimeout(done));
      const gone = [canvas.width, canvas.height];
      document.body.append(element);
      await element.updateComplete;
      return [gone, canvas.width];
    });
    assert.deepEqual(gone, [0, 0]);
    assert.ok(back > 500);
    assert.equal(await part(page, "title"), "Tăng trưởng theo khu vực kinh tế");
  }));

test("moved, it keeps its picture and takes the language of its new place", () =>
  open(pages, async (page) => {
    await drawn(page);
    const before = await canvasSize(page);
    const kept = await page.evaluate(async () => {
      const element = document.querySelector("district-chart");
      const main = document.querySelector("main");
      main.lang = "en";
      main.append(element);
      const width = element.shadowRoot.querySelector("canvas").width;
      await element.updateComplete;
      return width;
    });
    assert.equal(kept, before.bitmap[0]);
    assert.doesNotMatch(await part(page, "title"), /Tăng/);
  }));

test("removed while it loads, it is done with; the request is ended", () =>
  open(
    { ...pages, "/data.json": { body: JSON.stringify(district), delay: 500 } },
    async (page, { problems }) => {
      const failed = [];
      page.on("requestfailed", (request) => failed.push(new URL(request.url()).pathname));
      const complete = await page.evaluate(async () => {
        await customElements.whenDefined("district-chart");
        const element = document.querySelector("district-chart");
        await new Promise((done) => setTimeout(done, 50));
        element.remove();
        return element.updateComplete;
      });
      await new Promise((done) => setTimeout(done, 600));
      assert.equal(complete, false);
      assert.deepEqual(failed, ["/data.json"]);
      assert.deepEqual(problems, []);
      assert.deepEqual(await page.evaluate(() => window.events), []);
    },
  ));
