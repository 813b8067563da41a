// What the person has set: contrast, colours, type, spacing, zoom, motion, sight. Each
// is followed while the page is open, and none by a reload.
import assert from "node:assert/strict";
import { test } from "node:test";
import { LANGUAGES, setMedia, THEMES } from "../../tools/media.mjs";
import { drawn, frames, open, useBrowser } from "./common/browser.mjs";
import { district } from "./common/data.mjs";
import { SCRIPT } from "./common/site.mjs";

useBrowser();

const STYLE = "<style>:root { color-scheme: light dark } body { margin: 0 }</style>";
const pages = (chart, style = "", data = district) => ({
  "/": `${SCRIPT}${STYLE}<style>${style}</style>
    <district-chart chart="${chart}" src="data.json"></district-chart>`,
  "/data.json": data,
});

/** A rate that stays, so that its line is level. */
const level = {
  ...district,
  poverty: { periods: ["2022", "2023"], series: [{ id: "poor", values: [5, 5] }] },
};
/** Two periods: the earlier one is a tint. */
const twoPeriods = {
  ...district,
  growth: { periods: ["2022", "2023"], sectors: [{ id: "II", values: [30, 36] }] },
};

/** Parts that leave nothing: dots are all edges. */
const whole = {
  period: "2023",
  groups: [
    { id: "poor", share: 10 },
    { id: "average", share: 90 },
  ],
};

/** How many pixels of the canvas have each colour. */
async function inks(page) {
  await frames(page);
  await frames(page);
  const counts = await page.evaluate(() => {
    const canvas = document.querySelector("district-chart").shadowRoot.querySelector("canvas");
    const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    const counts = {};
    for (let i = 0; i < data.length; i += 4) {
      const color = `rgb(${data.slice(i, i + 3).join(", ")})`;
      counts[color] = (counts[color] ?? 0) + 1;
    }
    return counts;
  });
  return new Map(Object.entries(counts).sort(([, a], [, b]) => b - a));
}

/** The colours of areas; edges of letters and curves are mixtures. */
const areas = (counts) => [...counts].filter(([, count]) => count > 1000).map(([color]) => color);

const picture = (page) =>
  page.evaluate(() =>
    document.querySelector("district-chart").shadowRoot.querySelector("canvas").toDataURL(),
  );

/** What a system colour is now. */
const system = (page, ...names) =>
  page.evaluate((names) => {
    const probe = document.body.appendChild(document.createElement("i"));
    const colors = names.map((name) => {
      probe.style.color = name;
      return getComputedStyle(probe).color;
    });
    probe.remove();
    return colors;
  }, names);

/** The type of the title, and the canvas, in CSS pixels. */
const sizes = (page) =>
  page.evaluate(() => {
    const root = document.querySelector("district-chart").shadowRoot;
    const { width, height } = root.querySelector("canvas").getBoundingClientRect();
    const title = Number.parseFloat(getComputedStyle(root.querySelector(".title")).fontSize);
    return { title, width, height };
  });

/** Elements of the charts and of the page that stand out of the view or of their own box. */
const clipped = (page) =>
  page.evaluate(() => {
    const found = [];
    // What is there for ears alone, and what the reader scrolls.
    const isExempt = (element) => element.closest(".unseen, .table-box, #grid, input");
    const look = (root) => {
      for (const element of root.querySelectorAll("*")) {
        if (element.matches("district-chart")) look(element.shadowRoot);
        const { left, right, width } = element.getBoundingClientRect();
        if (width === 0 || isExempt(element)) continue;
        const isOut = left < -1 || right > innerWidth + 1;
        const { overflowX } = getComputedStyle(element);
        const isCut = overflowX !== "visible" && element.scrollWidth > element.clientWidth + 1;
        if (isOut || isCut)
          found.push(`${element.localName}.${element.className} ${left}–${right}`);
      }
    };
    look(document);
    if (document.documentElement.scrollWidth > innerWidth) found.push("the page scrolls sideways");
    return found;
  });

test("every theme is followed, and the picture comes back as it was", () =>
  open(pages("growth", "", twoPeriods), async (page) => {
    const devtools = await page.createCDPSession();
    await drawn(page);
    await setMedia(devtools, THEMES.light);
    await inks(page);
    const first = await picture(page);
    const seen = new Set([first]);
    for (const theme of ["dark", "forced-colors", "more-contrast"]) {
      await setMedia(devtools, THEMES[theme]);
      await inks(page);
      seen.add(await picture(page));
    }
    assert.equal(seen.size, 4);
    await setMedia(devtools, THEMES.light);
    await inks(page);
    assert.equal(await picture(page), first);
  }));

test("with more contrast nothing is muted, tints are outlines, the grid is seen", () =>
  open(pages("growth", "", twoPeriods), async (page) => {
    const devtools = await page.createCDPSession();
    await drawn(page);
    const usual = areas(await inks(page));
    const tint = "rgb(244, 214, 179)";
    assert.ok(usual.includes(tint), `${usual}`);
    await setMedia(devtools, THEMES["more-contrast"]);
    const stark = await inks(page);
    assert.equal(stark.get(tint), undefined);
    assert.deepEqual(areas(stark).slice(0, 2), ["rgb(255, 253, 249)", "rgb(215, 112, 0)"]);
    const muted = await page.evaluate(() => {
      const root = document.querySelector("district-chart").shadowRoot;
      const colors = [".title", ".subtitle", ".notes"].map(
        (part) => getComputedStyle(root.querySelector(part)).color,
      );
      return new Set(colors).size;
    });
    assert.equal(muted, 1);
  }));

test("with more contrast lines are four pixels, and the grid as dark as what was muted", () =>
  open(pages("poverty", "", level), async (page) => {
    const devtools = await page.createCDPSession();
    /** Pixels of the line's colour in the column midway between its points. */
    const thickness = () =>
      page.evaluate(() => {
        const canvas = document.querySelector("district-chart").shadowRoot.querySelector("canvas");
        const { height, width } = canvas;
        const context = canvas.getContext("2d");
        const isLine = (x) => {
          const { data } = context.getImageData(x, 0, 1, height);
          let count = 0;
          for (let i = 0; i < data.length; i += 4) {
            if (data[i] === 0x80 && data[i + 1] === 0x17 && data[i + 2] === 0x19) count++;
          }
          return count;
        };
        // Most columns cross neither a marker nor a letter.
        const columns = Array.from({ length: width }, (_, x) => isLine(x))
          .filter(Boolean)
          .sort();
        return columns[Math.floor(columns.length / 2)];
      });
    await drawn(page);
    await inks(page);
    assert.equal(await thickness(), 3);
    const muted = "rgb(107, 96, 86)";
    const before = (await inks(page)).get(muted);
    await setMedia(devtools, THEMES["more-contrast"]);
    assert.ok((await inks(page)).get(muted) > 5 * before);
    assert.equal(await thickness(), 4);
  }));

for (const chart of ["growth", "structure", "poverty", "ntm", "living-standards"]) {
  test(`in forced colours areas have the system's alone: ${chart}`, () =>
    open(pages(chart, "", { ...twoPeriods, livingStandards: whole }), async (page) => {
      const devtools = await page.createCDPSession();
      await drawn(page);
      await setMedia(devtools, THEMES["forced-colors"]);
      const found = areas(await inks(page));
      assert.deepEqual(found.sort(), (await system(page, "Canvas", "CanvasText")).sort());
    }));
}

test("the page's colours win over the widget's, and forced colours over both", () =>
  open(
    pages("growth", "body { --dc-color-2: rgb(1, 2, 3); --dc-text: rgb(90, 0, 90) }"),
    async (page) => {
      const devtools = await page.createCDPSession();
      await drawn(page);
      const own = await inks(page);
      assert.ok(own.get("rgb(1, 2, 3)") > 1000 && own.get("rgb(90, 0, 90)") > 1000);
      await setMedia(devtools, THEMES["more-contrast"]);
      assert.ok((await inks(page)).get("rgb(1, 2, 3)") > 1000);
      await setMedia(devtools, THEMES["forced-colors"]);
      const forced = await inks(page);
      assert.deepEqual(
        [forced.get("rgb(1, 2, 3)"), forced.get("rgb(90, 0, 90)")],
        [undefined, undefined],
      );
      const text = await page.evaluate(
        () =>
          getComputedStyle(
            document.querySelector("district-chart").shadowRoot.querySelector(".title"),
          ).color,
      );
      assert.deepEqual([text], await system(page, "CanvasText"));
    },
  ));

test("no text around the picture is smaller than 12 pixels", () =>
  open(pages("growth"), async (page) => {
    await drawn(page);
    for (const button of await page.$$("district-chart >>> button:not([hidden])"))
      await button.click();
    const small = await page.evaluate(() => {
      const root = document.querySelector("district-chart").shadowRoot;
      const texts = document.createTreeWalker(root.querySelector("figure"), NodeFilter.SHOW_TEXT);
      const found = [];
      for (let node = texts.nextNode(); node; node = texts.nextNode()) {
        const size = Number.parseFloat(getComputedStyle(node.parentElement).fontSize);
        if (size < 12) found.push(`${node.data} ${size}`);
      }
      return found;
    });
    assert.deepEqual(small, []);
  }));

for (const width of [800, 360]) {
  test(`text of twice the size is drawn so, and nothing is cut, at ${width}`, () =>
    open(
      pages("poverty"),
      async (page) => {
        const devtools = await page.createCDPSession();
        await drawn(page);
        await frames(page);
        const before = await sizes(page);
        await devtools.send("Page.setFontSizes", { fontSizes: { standard: 32 } });
        await inks(page);
        const after = await sizes(page);
        // 16 pixels are 14 for the chart; twice 16 are 28.
        assert.ok(after.title > 1.75 * before.title, `${after.title} ${before.title}`);
        assert.ok(after.height > 1.6 * before.height, `${after.height} ${before.height}`);
        assert.deepEqual(await clipped(page), []);
        await devtools.send("Page.setFontSizes", { fontSizes: { standard: 16 } });
        await inks(page);
        assert.deepEqual(await sizes(page), before);
      },
      { width },
    ));
}

test("text spacing is the person's in the canvas too, and nothing is cut", () =>
  open(pages("growth"), async (page) => {
    /** How far right the first name goes in its column. */
    const reach = () =>
      page.evaluate(() => {
        const canvas = document.querySelector("district-chart").shadowRoot.querySelector("canvas");
        const { data, width, height } = canvas.getContext("2d").getImageData(0, 0, 222, 24);
        let right = 0;
        for (let x = 0; x < width; x++) {
          for (let y = 0; y < height; y++) if (data[4 * (y * width + x)] < 128) right = x;
        }
        return right;
      });
    await drawn(page);
    await inks(page);
    const before = await reach();
    const plain = await picture(page);
    // WCAG 1.4.12, as a person's own style sheet sets it.
    const inherited = await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important;
          word-spacing: .16em !important } p { margin-bottom: 2em !important }`);
      document.adoptedStyleSheets = [sheet];
      const { shadowRoot } = document.querySelector("district-chart");
      // By inheritance alone first: few tools reach into a shadow tree.
      const button = getComputedStyle(shadowRoot.querySelector("button")).letterSpacing;
      shadowRoot.adoptedStyleSheets = [...shadowRoot.adoptedStyleSheets, sheet];
      return button;
    });
    assert.notEqual(inherited, "normal");
    await inks(page);
    const after = await reach();
    assert.ok(after > 1.1 * before && after < 200, `${after} ${before}`);
    for (const button of await page.$$("district-chart >>> button:not([hidden])"))
      await button.click();
    assert.deepEqual(await clipped(page), []);
    await page.evaluate(() => {
      document.adoptedStyleSheets = [];
      const { shadowRoot } = document.querySelector("district-chart");
      shadowRoot.adoptedStyleSheets = shadowRoot.adoptedStyleSheets.slice(0, 1);
    });
    await inks(page);
    assert.equal(await picture(page), plain);
  }));

for (const path of [
  "/demo/index.html",
  "/demo/try.html",
  "/embed.html?src=demo/data/tra-cu-2023.json&chart=ntm-criteria",
]) {
  test(`at a zoom of 400% nothing scrolls sideways or is cut: ${path}`, () =>
    open(
      {},
      async (page) => {
        await page.evaluate(() => document.querySelector('[data-example="table"]')?.click());
        for (const language of LANGUAGES) {
          await page.evaluate(async (lang) => {
            document.documentElement.lang = lang;
            await customElements.whenDefined("district-chart");
            for (const details of document.querySelectorAll("details")) details.open = true;
            for (const chart of document.querySelectorAll("district-chart")) {
              chart.removeAttribute("loading");
              await chart.updateComplete;
            }
          }, language);
          await frames(page);
          await frames(page);
          assert.deepEqual(await clipped(page), [], language);
        }
        const [ratio] = await page.evaluate(() =>
          [...document.querySelectorAll("district-chart")]
            .map((chart) => chart.shadowRoot.querySelector("canvas"))
            .filter((canvas) => canvas.width > 300)
            .map((canvas) => canvas.width / canvas.getBoundingClientRect().width),
        );
        assert.ok(Math.abs(ratio - 4) < 0.05, `${ratio}`);
      },
      {
        path,
        // A window of 1280 by 1024 at 400%.
        prepare: (page) => page.setViewport({ width: 320, height: 256, deviceScaleFactor: 4 }),
      },
    ));
}

test("nothing moves by itself, so that less motion takes nothing away", () =>
  open(pages("growth"), async (page) => {
    const devtools = await page.createCDPSession();
    await drawn(page);
    /** What is animated while a figure is read, the table opened, the theme changed. */
    const moving = () =>
      page.evaluate(async () => {
        const root = document.querySelector("district-chart").shadowRoot;
        const press = (key) =>
          root
            .querySelector(".plot")
            .dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, composed: true }));
        const found = new Set();
        const steps = [
          () => press("ArrowRight"),
          () => press("ArrowDown"),
          () => root.querySelector("button").click(),
          () => document.body.style.setProperty("--dc-text", "navy"),
        ];
        for (const step of steps) {
          step();
          await new Promise((done) => requestAnimationFrame(done));
          // The probe, which nobody sees, tells by its transitions what the page has changed.
          for (const { effect } of document.getAnimations()) {
            if (!effect.target.matches(".probe")) found.add(effect.target.className);
          }
        }
        return [...found];
      });
    for (const value of ["no-preference", "reduce"]) {
      await setMedia(devtools, { "prefers-reduced-motion": value });
      assert.deepEqual(await moving(), [], value);
    }
  }));

/** The pixels of the screen from the top of a part of a column to the bottom of the last. */
async function columnPixels(page) {
  const box = await page.evaluate(() => {
    const root = document.querySelector("district-chart").shadowRoot;
    const press = (key) =>
      root
        .querySelector(".plot")
        .dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, composed: true }));
    const ring = () => root.querySelector(".ring").getBoundingClientRect();
    press("Home");
    const first = ring();
    press("Escape");
    const { left, top } = root.querySelector("canvas").getBoundingClientRect();
    return { x: first.left, y: first.top, top, left };
  });
  return page.evaluate(
    async (png, { x, y }) => {
      const answer = await fetch(`data:image/png;base64,${png}`);
      const bitmap = await createImageBitmap(await answer.blob());
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
      const context = canvas.getContext("2d");
      context.drawImage(bitmap, 0, 0);
      // Beside the figures that stand in the middle of the parts.
      const { data } = context.getImageData(Math.round(x) + 10, Math.round(y) - 6, 1, 330);
      return Array.from({ length: data.length / 4 }, (_, i) => [...data.slice(4 * i, 4 * i + 3)]);
    },
    await page.screenshot({ encoding: "base64" }),
    box,
  );
}

/** Runs of pixels of one colour, as [colour, length]. */
function runs(pixels) {
  const found = [];
  for (const color of pixels.map(String)) {
    if (found.at(-1)?.[0] === color) found.at(-1)[1]++;
    else found.push([color, 1]);
  }
  return found;
}

for (const theme of Object.keys(THEMES)) {
  test(`without any colour the parts of a column are apart: ${theme}`, () =>
    open(pages("structure"), async (page) => {
      const devtools = await page.createCDPSession();
      await setMedia(devtools, THEMES[theme]);
      await devtools.send("Emulation.setEmulatedVisionDeficiency", { type: "achromatopsia" });
      await drawn(page);
      await frames(page);
      const pixels = await columnPixels(page);
      assert.ok(
        pixels.every(
          ([red, green, blue]) => Math.max(red, green, blue) - Math.min(red, green, blue) < 3,
        ),
        "the screen has no colour",
      );
      const [surface] = pixels.map(String);
      const found = runs(pixels);
      // Between two parts is nothing but surface, or an edge on each side of it.
      const parts = found.filter(([, length]) => length > 60);
      const first = found.indexOf(parts[0]);
      const last = found.indexOf(parts.at(-1));
      const between = found
        .slice(first, last)
        .filter(([color, length]) => color === surface && length < 6);
      assert.deepEqual(
        [parts.length >= 3, between.length >= 2],
        [true, true],
        JSON.stringify(found),
      );
    }));
}
