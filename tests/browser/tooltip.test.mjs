// Where the tooltip stands, what takes it away, and that it stays out of the way.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { drawn, frames, open, part, useBrowser } from "./common/browser.mjs";
import { district } from "./common/data.mjs";
import { needs } from "./common/engine.mjs";
import { SCRIPT } from "./common/site.mjs";

useBrowser();

const chart = (name = "growth", attributes = "") =>
  `<district-chart chart="${name}" src="data.json" ${attributes}></district-chart>`;
const pageOf = (body, data = district) => ({ "/": SCRIPT + body, "/data.json": data });
const corpus = (name) =>
  JSON.parse(readFileSync(new URL(`../charts/${name}.json`, import.meta.url)));

/** Longer than any pause before a tooltip goes. */
const settled = () => pause(400);

/** Boxes on the screen: the tooltip's, the ring's, and of what is seen of the page. */
const boxes = (target) =>
  target.evaluate(async () => {
    // It takes its place with the frame that shows it.
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
    const root = document.querySelector("district-chart").shadowRoot;
    const boxOf = (selector) => {
      const { left, top, right, bottom } = root.querySelector(selector).getBoundingClientRect();
      return { left, top, right, bottom };
    };
    const { offsetLeft, offsetTop, width, height } = visualViewport;
    return {
      tooltip: root.querySelector(".tooltip").checkVisibility({ visibilityProperty: true })
        ? boxOf(".tooltip")
        : null,
      ring: boxOf(".ring"),
      view: {
        left: offsetLeft,
        top: offsetTop,
        right: offsetLeft + width,
        bottom: offsetTop + height,
      },
    };
  });

const isWithin = (inner, outer) =>
  inner.left >= outer.left &&
  inner.top >= outer.top &&
  inner.right <= outer.right &&
  inner.bottom <= outer.bottom;

const heightOf = ({ top, bottom }) => bottom - top;
const distance = (a, b) =>
  Math.max(a.left - b.right, b.left - a.right, a.top - b.bottom, b.top - a.bottom);

/** Beside its mark and in view; over it only where neither side has room. */
function assertPlaced({ tooltip, ring, view }, name) {
  const told = `${name}: ${JSON.stringify({ tooltip, ring, view })}`;
  assert.ok(isWithin(tooltip, view), told);
  const needed = heightOf(tooltip) + 20;
  const hasRoom = ring.top - view.top > needed || view.bottom - ring.bottom > needed;
  if (hasRoom) assert.ok(distance(tooltip, ring) >= 0, told);
}

/** The middle of the figure that these keys lead to, and its ring. */
async function figureAt(page, ...keys) {
  await page.focus(">>> .plot");
  for (const key of keys) await page.keyboard.press(key);
  const { ring } = await boxes(page);
  await page.$eval(">>> .plot", (plot) => plot.blur());
  return { x: (ring.left + ring.right) / 2, y: (ring.top + ring.bottom) / 2, ring };
}

for (const [name, width, height, style] of [
  ["a phone", 320, 568, ""],
  ["400% zoom", 320, 256, ""],
  ["200% text", 640, 400, "--dc-font-size: 28px"],
]) {
  test(`every figure and its tooltip are in view, beside each other: ${name}`, () =>
    open(
      pageOf(chart("targets", `style="${style}"`), corpus("tra-cu-2023")),
      async (page) => {
        for (const kind of ["targets", "growth", "ntm-criteria", "poverty"]) {
          await page.$eval("district-chart", (element, kind) => (element.chart = kind), kind);
          assert.ok(await drawn(page));
          await page.focus(">>> .plot");
          await page.keyboard.press("Home");
          const directions = [
            "ArrowDown",
            "ArrowDown",
            "ArrowRight",
            "End",
            "ArrowLeft",
            "ArrowUp",
          ];
          for (const key of [...Array(8).fill("ArrowRight"), ...directions]) {
            await page.keyboard.press(key);
            const found = await boxes(page);
            assertPlaced(found, `${kind}, ${key}`);
            // With their distances, and the ring's from the edge.
            if (heightOf(found.ring) + heightOf(found.tooltip) + 40 < height) {
              assert.ok(distance(found.tooltip, found.ring) >= 0, `${kind}, ${key}: covered`);
            }
            if (heightOf(found.ring) < height) {
              assert.ok(isWithin(found.ring, found.view), `${kind}, ${key}: the ring is hidden`);
            }
          }
        }
      },
      { prepare: (page) => page.setViewport({ width, height }) },
    ));
}

test(
  "on a phone with text of twice the size nothing in the tooltip is cut at its side",
  needs("developer tools"),
  () =>
    open(
      pageOf(chart("targets"), corpus("tra-cu-2023")),
      async (page) => {
        const devtools = await page.createCDPSession();
        await devtools.send("Page.setFontSizes", { fontSizes: { standard: 32 } });
        await drawn(page);
        await page.focus(">>> .plot");
        for (const key of ["Home", ...Array(8).fill("ArrowRight")]) {
          await page.keyboard.press(key);
          await frames(page);
          const [cut] = await page.$$eval(">>> .tooltip dl", (lists) =>
            lists
              .filter((list) => list.scrollWidth > list.clientWidth)
              .map((list) => list.textContent),
          );
          assert.equal(cut, undefined, key);
        }
      },
      { prepare: (page) => page.setViewport({ width: 360, height: 640 }) },
    ),
);

test("what does not fit into a small window can be scrolled in the tooltip", () =>
  open(
    pageOf(chart("targets"), corpus("tra-cu-2023")),
    async (page) => {
      await drawn(page);
      await page.focus(">>> .plot");
      for (const key of ["Home", "ArrowDown"]) await page.keyboard.press(key);
      assertPlaced(await boxes(page), "low");
      const rows = await page.$(">>> .tooltip dl");
      assert.ok(await rows.evaluate((list) => list.scrollHeight > list.clientHeight));
      assert.equal(await rows.evaluate((list) => getComputedStyle(list).overflowY), "auto");
    },
    { prepare: (page) => page.setViewport({ width: 320, height: 140 }) },
  ));

test(
  "pinched, the tooltip keeps to what is seen of the page, also when that moves",
  needs("developer tools"),
  () =>
    open(
      pageOf(chart()),
      async (page) => {
        await drawn(page);
        const devtools = await page.createCDPSession();
        await devtools.send("Emulation.setPageScaleFactor", { pageScaleFactor: 2 });
        await frames(page);
        await page.focus(">>> .plot");
        for (const key of ["Home", "ArrowDown"]) await page.keyboard.press(key);
        await frames(page);
        const before = await boxes(page);
        assert.ok(before.view.right - before.view.left < 250, "the page is pinched");
        assertPlaced(before, "pinched");
        await devtools.send("Input.synthesizeScrollGesture", { x: 100, y: 100, yDistance: -40 });
        await frames(page);
        const after = await boxes(page);
        assert.notDeepEqual(after.view, before.view);
        assertPlaced(after, "moved");
      },
      {
        prepare: (page) =>
          page.setViewport({ width: 400, height: 700, isMobile: true, hasTouch: true }),
      },
    ),
);

for (const style of [
  "zoom: 1.5",
  "zoom: .5",
  "transform: scale(.6); transform-origin: 0 0",
  "transform: scale(1.3); transform-origin: 0 0; will-change: transform; filter: blur(0)",
]) {
  const options = style.startsWith("zoom") ? needs("zoom as the standard has it") : {};
  test(`the page shows the chart with “${style}”`, options, () =>
    open(pageOf(`<div style="${style}; width: 500px">${chart()}</div>`), async (page) => {
      await drawn(page);
      const { x, y } = await figureAt(page, "Home", "ArrowDown");
      await page.mouse.move(x, y);
      await frames(page);
      assert.match(await part(page, "tooltip"), /trên 36%/);
      const found = await boxes(page);
      assertPlaced(found, style);
      assert.ok(distance(found.tooltip, found.ring) < 12, JSON.stringify(found));
      assert.ok(Math.abs((found.ring.left + found.ring.right) / 2 - x) < 1.5);
    }),
  );
}

test("in a box that scrolls, keys bring the figure into view, and the tooltip goes with it", () =>
  open(
    pageOf(
      `<div id="box" style="height: 220px; width: 300px; overflow: auto; margin: 80px 0">
        <div style="width: 600px">${chart("structure")}</div></div><p style="height: 2000px">`,
    ),
    async (page) => {
      await drawn(page);
      await page.focus(">>> .plot");
      for (const key of ["End", "Home", "ArrowDown"]) {
        await page.keyboard.press(key);
        const found = await boxes(page);
        const box = await page.$eval("#box", (element) => {
          const { left, top, right, bottom } = element.getBoundingClientRect();
          return { left, top, right, bottom };
        });
        assert.ok(isWithin(found.ring, box), `${key}: ${JSON.stringify({ ...found, box })}`);
        assertPlaced(found, key);
      }
      const before = await boxes(page);
      await page.evaluate(() => scrollBy(0, 50));
      await frames(page);
      const after = await boxes(page);
      assert.equal(Math.round(before.ring.top - after.ring.top), 50);
      assertPlaced(after, "scrolled");
      assert.ok(distance(after.tooltip, after.ring) < 12);
      // Far from the figure it would be about nothing that is seen.
      await page.evaluate(() => scrollTo(0, 1000));
      await frames(page);
      assert.equal((await boxes(page)).tooltip, null);
      await page.evaluate(() => scrollTo(0, 0));
      await frames(page);
      assertPlaced(await boxes(page), "back");
    },
  ));

test("in a modal dialog the tooltip is above it, and the first Escape closes it alone", () =>
  open(pageOf(`<dialog style="width: 600px">${chart()}</dialog>`), async (page) => {
    await page.$eval("dialog", (dialog) => dialog.showModal());
    await drawn(page);
    // At the width that it has now.
    await frames(page);
    const { x, y } = await figureAt(page, "Home", "ArrowDown");
    await page.mouse.move(x, y);
    await frames(page);
    const isOnTop = await page.evaluate(() => {
      const { shadowRoot } = document.querySelector("district-chart");
      const { left, top } = shadowRoot.querySelector(".tooltip").getBoundingClientRect();
      return shadowRoot.elementFromPoint(left + 20, top + 20).closest(".tooltip") !== null;
    });
    assert.ok(isOnTop);
    const isOpen = () => page.$eval("dialog", (dialog) => dialog.open);
    await page.keyboard.press("Escape");
    assert.deepEqual([await part(page, "tooltip"), await isOpen()], [null, true]);
    await page.keyboard.press("Escape");
    assert.equal(await isOpen(), false);
  }));

test("shown full-screen, the chart has its tooltip", () =>
  open(pageOf(chart()), async (page) => {
    await drawn(page);
    await page.evaluate(() => {
      const element = document.querySelector("district-chart");
      addEventListener("click", () => element.requestFullscreen(), { once: true });
    });
    await page.mouse.click(5, 5);
    await page.waitForFunction(() => document.fullscreenElement !== null);
    await frames(page);
    await page.focus(">>> .plot");
    for (const key of ["Home", "ArrowDown"]) await page.keyboard.press(key);
    assert.match(await part(page, "tooltip"), /trên 36%/);
    assertPlaced(await boxes(page), "full screen");
  }));

test("in a frame: the tooltip stays in it, and Tab leads in and out", needs("keys in frames"), () =>
  open(
    {
      ...pageOf(`<button>trước</button><iframe src="/frame" width="340" height="260"></iframe>
        <button>sau</button>`),
      "/frame": SCRIPT + chart(),
    },
    async (page) => {
      const frame = await page.waitForFrame((one) => one.url().endsWith("/frame"));
      await frame.waitForFunction(() => window.events?.length > 0);
      await page.focus("button");
      await page.keyboard.press("Tab");
      for (const key of ["Home", "ArrowDown", "End"]) {
        await page.keyboard.press(key);
        assertPlaced(await boxes(frame), key);
      }
      const focused = () => page.evaluate(() => document.activeElement.textContent);
      for (let i = 0; i < 4; i++) await page.keyboard.press("Tab");
      assert.equal(await focused(), "sau");
      for (let i = 0; i < 5; i++) {
        await page.keyboard.down("Shift");
        await page.keyboard.press("Tab");
        await page.keyboard.up("Shift");
      }
      assert.equal(await focused(), "trước");
    },
  ),
);

test(
  "from figure to figure the tooltip stays up, and no move has the page laid out in its midst",
  needs("developer tools"),
  () =>
    open(pageOf(chart("poverty")), async (page) => {
      await drawn(page);
      const points = [];
      for (const key of ["Home", "End"]) points.push(await figureAt(page, key));
      await page.mouse.move(points[0].x, points[0].y);
      const first = await part(page, "tooltip");
      const devtools = await page.createCDPSession();
      await devtools.send("Performance.enable");
      const layouts = async () => {
        await frames(page);
        const { metrics } = await devtools.send("Performance.getMetrics");
        return metrics.find(({ name }) => name === "LayoutCount").value;
      };
      const before = await layouts();
      const moves = 21;
      const shownAnew = await page.evaluate(
        async (points, moves) => {
          const root = document.querySelector("district-chart").shadowRoot;
          let toggles = 0;
          root.querySelector(".tooltip").addEventListener("beforetoggle", () => toggles++);
          for (let move = 1; move <= moves; move++) {
            const { x: clientX, y: clientY } = points[move % 2];
            const event = new PointerEvent("pointermove", { clientX, clientY });
            root.querySelector(".plot").dispatchEvent(event);
            await new Promise(requestAnimationFrame);
          }
          return toggles;
        },
        points,
        moves,
      );
      assert.notEqual(await part(page, "tooltip"), first);
      assert.equal(shownAnew, 0);
      // One to measure the tooltip, one for where it was put; a frame or two of the test's.
      const count = (await layouts()) - before;
      assert.ok(count <= 2 * moves + 4, `${count} layouts of ${moves} moves`);
    }),
);

test("Escape dismisses a pointer's tooltip wherever the focus is, and only that", () =>
  open(pageOf(`<input value="chữ">${chart()}`), async (page) => {
    await drawn(page);
    const { x, y } = await figureAt(page, "Home", "ArrowDown");
    await page.focus("input");
    await page.mouse.move(x, y);
    assert.match(await part(page, "tooltip"), /trên 36%/);
    await page.keyboard.press("Escape");
    assert.equal(await part(page, "tooltip"), null);
    assert.equal(await page.evaluate(() => document.activeElement.value), "chữ");
    await settled();
    assert.equal(await part(page, "tooltip"), null);
  }));

test("the pointer gets from a mark to its tooltip, however close the next mark is", () =>
  open(pageOf(chart("ntm-criteria"), corpus("tra-cu-2023")), async (page) => {
    await drawn(page);
    const { x, y } = await figureAt(page, "Home", "ArrowDown", "ArrowRight");
    await page.mouse.move(x, y);
    const text = await part(page, "tooltip");
    const { tooltip, ring } = await boxes(page);
    const isBelow = tooltip.top > ring.bottom;
    const goal = isBelow ? tooltip.top + 15 : tooltip.bottom - 15;
    for (let at = y; Math.abs(at - goal) > 1; at += isBelow ? 1 : -1) {
      await page.mouse.move(x, at);
      assert.equal(await part(page, "tooltip"), text);
    }
    await settled();
    assert.equal(await part(page, "tooltip"), text);
  }));

test("a pointer reads the figure within reach, and none from farther", () =>
  open(pageOf(chart()), async (page) => {
    await drawn(page);
    const { y, ring } = await figureAt(page, "End");
    await page.mouse.move(ring.right + 23, y);
    assert.match((await part(page, "tooltip")) ?? "", /16,6%/);
    await page.mouse.move(ring.right + 26, y);
    await settled();
    assert.equal(await part(page, "tooltip"), null);
  }));

test(
  "a finger scrolls page and boxes from within the chart, and reads nothing by it",
  needs("fingers"),
  () =>
    open(
      pageOf(
        `<div id="box" style="width: 300px; overflow-x: auto"><div style="width: 600px">${chart()}
        </div></div><p style="height: 2000px">`,
      ),
      async (page) => {
        await drawn(page);
        const allowed = await page.$$eval(">>> .plot, >>> canvas", (elements) =>
          elements.map((element) => getComputedStyle(element).touchAction),
        );
        assert.ok(allowed.length > 0 && allowed.every((action) => action === "auto"));
        const drag = async (x, y, dx, dy) => {
          const finger = await page.touchscreen.touchStart(x, y);
          for (let part = 1; part <= 10; part++) {
            await finger.move(x + (dx * part) / 10, y + (dy * part) / 10);
          }
          await finger.end();
          await settled();
        };
        const { x, y } = await figureAt(page, "Home", "ArrowDown");
        await drag(Math.min(x, 280), y, -150, 0);
        assert.ok((await page.$eval("#box", (box) => box.scrollLeft)) > 80);
        await drag(100, y, 0, -120);
        assert.ok((await page.evaluate(() => scrollY)) > 60);
        assert.equal(await part(page, "tooltip"), null);
        assert.deepEqual(await page.evaluate(() => window.events.map(([type]) => type)), [
          "dc-ready",
        ]);
      },
      { prepare: (page) => page.setViewport({ width: 400, height: 600, hasTouch: true }) },
    ),
);
