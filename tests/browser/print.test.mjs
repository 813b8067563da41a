// On paper: dark ink on white, sharp, with its source, without its buttons.
import assert from "node:assert/strict";
import { test } from "node:test";
import { canvasSize, drawn, frames, open, useBrowser } from "./common/browser.mjs";
import { district } from "./common/data.mjs";
import { SCRIPT } from "./common/site.mjs";

useBrowser();

const pages = (attributes = "") => ({
  "/": `${SCRIPT}<style>:root { color-scheme: dark }</style>
    <district-chart chart="growth" src="data.json" ${attributes}></district-chart>`,
  "/data.json": district,
});

/** What the page shows after `beforeprint`, then after `afterprint`. */
const beforeAndAfter = (page) =>
  page.evaluate(async () => {
    const canvas = document.querySelector("district-chart").shadowRoot.querySelector("canvas");
    const read = () => {
      const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
      let black = 0;
      for (let i = 0; i < data.length; i += 4)
        if (data[i + 3] === 255 && data[i] + data[i + 1] + data[i + 2] === 0) black++;
      return { ratio: canvas.width / Number.parseFloat(canvas.style.width), black };
    };
    dispatchEvent(new Event("beforeprint"));
    const during = read();
    dispatchEvent(new Event("afterprint"));
    return { during, after: read() };
  });

test("before printing it is drawn at once at three pixels in black; then as it was", () =>
  open(pages(), async (page) => {
    await drawn(page);
    const screen = await canvasSize(page);
    const { during, after } = await beforeAndAfter(page);
    assert.equal(Math.round(during.ratio), 3);
    assert.ok(during.black > 1000, `${during.black}`);
    assert.deepEqual([Math.round(after.ratio), after.black], [1, 0]);
    assert.deepEqual(await canvasSize(page), screen);
  }));

test("a lazy chart far below is printed too", () =>
  open(
    {
      ...pages(),
      "/": pages('loading="lazy"')["/"].replace(
        "<district",
        '<div style="height:5000px"></div><district',
      ),
    },
    async (page) => {
      await page.evaluate(() => customElements.whenDefined("district-chart"));
      await page.waitForNetworkIdle();
      await frames(page);
      const { during } = await beforeAndAfter(page);
      assert.ok(during.black > 1000, `${during.black}`);
    },
  ));

test("toolbar and tooltip are not printed, the table is on request", () =>
  open(pages('print="table"'), async (page) => {
    await drawn(page);
    await page.emulateMediaType("print");
    const shown = await page.evaluate(() => {
      const root = document.querySelector("district-chart").shadowRoot;
      const { height } = root.getElementById("table").getBoundingClientRect();
      return [root.querySelector(".toolbar").checkVisibility(), height > 80];
    });
    assert.deepEqual(shown, [false, true]);
  }));

test("a page of charts makes a PDF", () =>
  open(pages(), async (page, { problems }) => {
    await drawn(page);
    const pdf = await page.pdf({ format: "A4" });
    assert.ok(pdf.length > 5000);
    assert.deepEqual(problems, []);
  }));
