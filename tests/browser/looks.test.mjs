// Colours, contrast and fonts of the page, followed while it is open.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { drawn, frames, open, useBrowser } from "./common/browser.mjs";
import { district } from "./common/data.mjs";
import { needs } from "./common/engine.mjs";
import { SCRIPT } from "./common/site.mjs";

useBrowser();

const pages = {
  "/": `${SCRIPT}<style>:root { color-scheme: light dark }</style>
    <district-chart chart="growth" src="data.json"></district-chart>`,
  "/data.json": district,
};

/** The colour that most of the canvas's ink has: of the total, and the text. */
const ink = async (page) => {
  await frames(page);
  await frames(page);
  return page.evaluate(() => {
    const root = document.querySelector("district-chart").shadowRoot;
    const canvas = root.querySelector("canvas");
    const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    const counts = new Map();
    for (let i = 0; i < data.length; i += 4) {
      if (data[i + 3] < 255) continue;
      const color = `rgb(${data.slice(i, i + 3).join(", ")})`;
      counts.set(color, (counts.get(color) ?? 0) + 1);
    }
    const figure = getComputedStyle(root.querySelector("figure"));
    return { canvas: [...counts.keys()], text: figure.color, surface: figure.backgroundColor };
  });
};

const LIGHT = "rgb(36, 29, 23)";
const DARK = "rgb(244, 238, 228)";

test("it follows the page's colour scheme, live", needs("media features"), () =>
  open(pages, async (page) => {
    await drawn(page);
    assert.ok((await ink(page)).canvas.includes(LIGHT));
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "dark" }]);
    const dark = await ink(page);
    assert.ok(dark.canvas.includes(DARK) && !dark.canvas.includes(LIGHT));
    assert.deepEqual([dark.text, dark.surface], [DARK, "rgb(27, 24, 21)"]);
    await page.evaluate(() => document.documentElement.style.setProperty("color-scheme", "light"));
    assert.ok((await ink(page)).canvas.includes(LIGHT));
  }),
);

test(
  "a page that is light whatever the system wants has light charts",
  needs("media features"),
  () =>
    open({ ...pages, "/": pages["/"].replace("light dark", "normal") }, async (page) => {
      await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "dark" }]);
      await drawn(page);
      assert.ok((await ink(page)).canvas.includes(LIGHT));
    }),
);

test("it follows custom properties that are set while the page is open", () =>
  open(pages, async (page) => {
    await drawn(page);
    await page.evaluate(() => document.body.style.setProperty("--dc-text", "rgb(10, 20, 200)"));
    const { canvas, text } = await ink(page);
    assert.ok(canvas.includes("rgb(10, 20, 200)"), `${canvas.slice(0, 5)}`);
    assert.equal(text, "rgb(10, 20, 200)");
  }));

test("its type is as large as the page wants it", () =>
  open(pages, async (page) => {
    await drawn(page);
    const height = () =>
      page.evaluate(
        () => document.querySelector("district-chart").shadowRoot.querySelector("canvas").height,
      );
    const before = await height();
    await page.evaluate(() => document.body.style.setProperty("--dc-font-size", "20px"));
    await frames(page);
    await frames(page);
    assert.ok((await height()) > before * 1.2);
  }));

test("in forced colours there are only the system's", needs("media features"), () =>
  open(pages, async (page) => {
    const cdp = await page.createCDPSession();
    await drawn(page);
    await cdp.send("Emulation.setEmulatedMedia", {
      features: [{ name: "forced-colors", value: "active" }],
    });
    const { canvas } = await ink(page);
    const system = await page.evaluate(() => {
      const probe = document.body.appendChild(document.createElement("p"));
      const resolve = (color) => {
        probe.style.color = color;
        return getComputedStyle(probe).color;
      };
      return [resolve("CanvasText"), resolve("Canvas")];
    });
    // Edges of letters and curves are mixtures of the two.
    const isGrey = (color) => new Set(color.match(/\d+/g)).size === 1;
    assert.ok(canvas.includes(system[0]), `${canvas.slice(0, 5)}`);
    assert.deepEqual(
      canvas.filter((color) => !isGrey(color)),
      [],
    );
  }),
);

test("a web font that is late is drawn when it comes", () => {
  const font = readFileSync(
    new URL(
      "../../node_modules/@fontsource/be-vietnam-pro/files/be-vietnam-pro-vietnamese-600-normal.woff2",
      import.meta.url,
    ),
  );
  return open(
    {
      // The page's load event waits for the font, and so does whoever opens it.
      "/": `${SCRIPT}<style>@font-face { font-family: Late; src: url(late.woff2) }
        body { --dc-font-family: Late, serif }</style>
        <script>
          const pictureOf = ({ shadowRoot }) => shadowRoot.querySelector("canvas").toDataURL();
          addEventListener("dc-ready", ({ target }) => {
            window.first = pictureOf(target);
            window.hadFont = document.fonts.check("14px Late", "ộ");
          });
        </script>
        <district-chart chart="growth" src="data.json"></district-chart>`,
      "/data.json": district,
      "/late.woff2": { body: font, type: "font/woff2", delay: 700 },
    },
    async (page, { problems }) => {
      await drawn(page);
      assert.equal(await page.evaluate("hadFont"), false, "the picture did not wait for the font");
      await page.waitForFunction(
        () => pictureOf(document.querySelector("district-chart")) !== window.first,
      );
      assert.deepEqual(problems, []);
    },
  );
});
