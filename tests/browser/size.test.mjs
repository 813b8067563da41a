// Width and height: what the chart follows, and what it must not set off.
import assert from "node:assert/strict";
import { test } from "node:test";
import { canvasSize, drawn, frames, open, useBrowser } from "./common/browser.mjs";
import { district } from "./common/data.mjs";
import { needs } from "./common/engine.mjs";
import { SCRIPT } from "./common/site.mjs";

useBrowser();

const pages = (body) => ({
  "/": `${SCRIPT}<style>body { margin: 0 }</style>${body}`,
  "/data.json": district,
});
const CHART = '<district-chart chart="growth" src="data.json"></district-chart>';
const setWidth = (page, width) =>
  page.evaluate((width) => {
    document.querySelector("district-chart").parentElement.style.width = width;
  }, width);

test("it follows its place, wider and narrower", () =>
  open(pages(`<div style="width:700px">${CHART}</div>`), async (page, { problems }) => {
    await drawn(page);
    assert.equal((await canvasSize(page)).width, 700 - 48);
    for (const width of [900, 500, 340, 280, 700]) {
      await setWidth(page, `${width}px`);
      await frames(page);
      const { width: shown, bitmap } = await canvasSize(page);
      assert.deepEqual(
        [shown, bitmap[0]],
        [width - (width < 480 ? 32 : 48)].flatMap((w) => [w, w]),
      );
    }
    assert.deepEqual(problems, []);
  }));

test("large type has a narrow figure's composition up to a larger width", () =>
  open(
    pages(
      CHART.replace('chart="growth"', 'chart="poverty" lang="en"').replace(
        ">",
        ' style="width: 480px; --dc-font-size: 28px">',
      ),
    ),
    async (page) => {
      await drawn(page);
      const [needed, given] = await page.evaluate(() => {
        const { shadowRoot } = document.querySelector("district-chart");
        const { scrollWidth, clientWidth } = shadowRoot.querySelector("figure");
        return [scrollWidth, clientWidth];
      });
      assert.ok(needed <= given, `${needed} in ${given}`);
    },
  ));

test("at no width does a line break part a range", () =>
  open(pages(CHART.replace("growth", "poverty")), async (page) => {
    await drawn(page);
    const ranges = await page.evaluate(() => {
      const chart = document.querySelector("district-chart");
      const texts = document.createTreeWalker(chart.shadowRoot, NodeFilter.SHOW_TEXT);
      const linesOf = (node, { index, 0: text }) => {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + text.length);
        return new Set([...range.getClientRects()].map(({ top }) => top)).size;
      };
      const found = {};
      for (let width = 100; width < 500; width += 9) {
        chart.style.width = `${width}px`;
        texts.currentNode = texts.root;
        for (let node = texts.nextNode(); node; node = texts.nextNode()) {
          if (!node.parentElement.closest("figcaption, .notes")) continue;
          const range = /\d+–\d+/.exec(node.data);
          if (range) found[range[0]] = Math.max(found[range[0]] ?? 0, linesOf(node, range));
        }
      }
      return found;
    });
    assert.deepEqual(ranges, { "2021–2023": 1, "2022–2025": 1 });
  }));

test("in a row of flexible boxes it shrinks too", () =>
  open(
    pages(`<div style="display:flex;width:900px">${CHART}<p style="flex:0 0 300px">Chữ</p></div>`),
    async (page, { problems }) => {
      await drawn(page);
      await frames(page);
      assert.ok((await canvasSize(page)).width <= 600);
      await setWidth(page, "700px");
      await frames(page);
      assert.ok((await canvasSize(page)).width <= 400);
      assert.deepEqual(problems, []);
    },
  ));

test("a part of a pixel sets off nothing", () =>
  open(pages(`<div style="width:700px">${CHART}</div>`), async (page) => {
    await drawn(page);
    await setWidth(page, "700.4px");
    await frames(page);
    assert.equal((await canvasSize(page)).bitmap[0], 652);
  }));

test("without width nothing is drawn; with it, the chart is", () =>
  open(pages(`<div style="display:none">${CHART}</div>`), async (page, { problems }) => {
    assert.equal(await drawn(page), true);
    assert.deepEqual((await canvasSize(page)).bitmap, [300, 150]);
    await page.evaluate(() => {
      document.querySelector("div").style.display = "block";
    });
    await frames(page);
    assert.equal((await canvasSize(page)).bitmap[0], 800 - 48);
    assert.deepEqual(problems, []);
  }));

test("a place that closes for a moment leaves the picture alone", () =>
  open(pages(`<div style="width:700px">${CHART}</div>`), async (page) => {
    await drawn(page);
    const before = await canvasSize(page);
    for (const width of ["0", "16px", "700px"]) {
      await setWidth(page, width);
      await frames(page);
      assert.deepEqual(await canvasSize(page), before, width);
    }
  }));

test("a scrollbar that its height calls up does not make it flicker", () =>
  open(pages(`<div style="width:700px">${CHART}</div>`), async (page, { problems }) => {
    await drawn(page);
    const redraws = await page.evaluate(async () => {
      const box = document.querySelector("div");
      const canvas = document.querySelector("district-chart").shadowRoot.querySelector("canvas");
      let redraws = 0;
      box.style.boxSizing = "border-box";
      // As a scrollbar would that is called up at the wide width alone.
      const follow = () => {
        box.style.paddingRight = canvas.width > 640 ? "16px" : "0";
      };
      new MutationObserver(() => {
        redraws++;
        follow();
      }).observe(canvas, { attributeFilter: ["width"] });
      follow();
      await new Promise((done) => setTimeout(done, 1000));
      return redraws;
    });
    assert.equal(redraws, 1);
    assert.deepEqual(problems, []);
  }));

test("the bitmap has the device's pixels, also after a zoom", needs("zoom of an open page"), () =>
  open(pages(CHART), async (page) => {
    await drawn(page);
    assert.deepEqual((await canvasSize(page)).bitmap[0], 752);
    await page.setViewport({ width: 801, height: 700, deviceScaleFactor: 2 });
    await frames(page);
    await frames(page);
    const { width, bitmap } = await canvasSize(page);
    assert.deepEqual([width, bitmap[0]], [753, 1506]);
  }),
);

test("room is kept before the data come, and the text below hardly moves", () =>
  open(
    {
      "/": `${SCRIPT}<style>body { margin: 0 }</style>
        <district-chart chart="growth" src="data.json"></district-chart><p id="below">Sau biểu đồ</p>`,
      "/data.json": { body: JSON.stringify(district), delay: 500 },
    },
    async (page) => {
      await page.evaluate(() => customElements.whenDefined("district-chart"));
      await frames(page);
      const top = () =>
        page.evaluate(() => document.querySelector("#below").getBoundingClientRect().top);
      const before = await top();
      assert.ok(before > 300, `${before}`);
      await drawn(page);
      assert.ok(Math.abs((await top()) - before) < 60, `${before} and then ${await top()}`);
    },
  ));

test("a scrollbar that the room it keeps calls up is no loop to the browser", () =>
  open(
    { ...pages(""), "/data.json": { body: JSON.stringify(district), delay: 500 } },
    async (page, { problems }) => {
      const width = await page.evaluate(async (CHART) => {
        document.body.innerHTML = CHART;
        const chart = document.querySelector("district-chart");
        const frame = chart.shadowRoot.querySelector("div");
        // As a scrollbar would; those of these windows take no width.
        new MutationObserver(() => {
          if (frame.style.minHeight) document.body.style.paddingRight = "16px";
        }).observe(frame, { attributeFilter: ["style"] });
        await chart.updateComplete;
        return chart.offsetWidth;
      }, CHART);
      assert.equal(width, 784);
      await frames(page);
      assert.deepEqual(problems, []);
    },
  ));

test("the module draws nothing where it is given no width", () =>
  open({ "/": "<p></p>" }, async (page) => {
    const drawn = await page.evaluate(async (data) => {
      const { load, Chart } = await import("/core.js");
      await load();
      const chart = new Chart(data, { chart: "poverty" });
      const canvas = document.createElement("canvas");
      canvas.width = 7;
      const sizes = [{ width: 0 }, { width: Number.NaN }, {}, null].map((size) => [
        chart.measure(size),
        chart.draw(canvas, size).width,
        canvas.width,
      ]);
      return [...sizes, chart.draw(canvas, { width: 300 }).width];
    }, district);
    assert.deepEqual(drawn, [...Array(4).fill([0, 0, 7]), 300]);
  }));
