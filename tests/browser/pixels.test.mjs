// Known ink at known places, at one and two device pixels.
import assert from "node:assert/strict";
import { test } from "node:test";
import { drawn, open, pixel, useBrowser } from "./common/browser.mjs";
import { district } from "./common/data.mjs";
import { SCRIPT } from "./common/site.mjs";

useBrowser();

const pages = (style = "") => ({
  "/": `${SCRIPT}<style>body { margin: 0 } ${style}</style>
    <district-chart chart="growth" src="data.json"></district-chart>`,
  "/data.json": district,
});

/** Middles of the bars, from the layout: names 222 wide, the axis after them. */
async function bars(page) {
  return page.evaluate(async () => {
    const element = document.querySelector("district-chart");
    const plot = element.shadowRoot.querySelector(".plot");
    const press = (key) => plot.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
    const middles = [];
    for (const key of ["Home", "ArrowDown", "End"]) {
      press(key);
      const { left, top, height } = element.shadowRoot.querySelector(".ring").style;
      middles.push({
        x: Number.parseFloat(left) + 40,
        y: Number.parseFloat(top) + Number.parseFloat(height) / 2,
      });
    }
    press("Escape");
    return middles;
  });
}

const close = (found, wanted) => found.every((channel, i) => Math.abs(channel - wanted[i]) <= 2);

for (const ratio of [1, 2]) {
  test(`bars have their inks at ${ratio} device pixels`, () =>
    open(
      pages(),
      async (page) => {
        await drawn(page);
        const [, second, total] = await bars(page);
        const secondInk = await pixel(page, second.x, second.y);
        assert.ok(close(secondInk, [0xd7, 0x70, 0x00, 255]), `${secondInk}`);
        const totalInk = await pixel(page, total.x, total.y);
        assert.ok(close(totalInk, [0x24, 0x1d, 0x17, 255]), `${totalInk}`);
        const empty = await pixel(page, second.x, second.y - 25);
        assert.ok(empty[3] === 0 || close(empty, [0xff, 0xfd, 0xf9, 255]), `${empty}`);
      },
      {
        prepare: (page) => page.setViewport({ width: 800, height: 700, deviceScaleFactor: ratio }),
      },
    ));
}

test("a true bar of 36 is longer than one of 16.6, in proportion", () =>
  open(pages(), async (page) => {
    await drawn(page);
    const [, second, total] = await bars(page);
    const length = (y) =>
      page.evaluate((y) => {
        const canvas = document.querySelector("district-chart").shadowRoot.querySelector("canvas");
        const row = canvas.getContext("2d").getImageData(0, y, canvas.width, 1).data;
        const at = (x) => [...row.slice(4 * x, 4 * x + 3)].join();
        const start = 250;
        let x = start;
        while (at(x) === at(start)) x++;
        return x - start;
      }, y);
    const ratio = (await length(second.y)) / (await length(total.y));
    assert.ok(Math.abs(ratio - 36 / 16.6) < 0.25, `${ratio}`);
  }));

test("the page's colours are the chart's", () =>
  open(
    pages(":root { --dc-color-2: rebeccapurple; --dc-text: oklch(0.5 0.1 200) }"),
    async (page) => {
      await drawn(page);
      const [, second, total] = await bars(page);
      assert.ok(close(await pixel(page, second.x, second.y), [0x66, 0x33, 0x99, 255]));
      const [red, green] = await pixel(page, total.x, total.y);
      assert.ok(red < 60 && green > 90, `${red} ${green}`);
    },
  ));
