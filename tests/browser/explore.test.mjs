// Reading figure by figure: keys, pointer, touch.
import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { drawn, frames, open, part, restOfKeys, useBrowser } from "./common/browser.mjs";
import { district } from "./common/data.mjs";
import { needs } from "./common/engine.mjs";
import { SCRIPT } from "./common/site.mjs";

useBrowser();

const pages = {
  "/": `${SCRIPT}<div style="height:300px"></div>
    <district-chart chart="growth" src="data.json"></district-chart><div style="height:2000px"></div>`,
  "/data.json": district,
};

const focus = (page) => page.focus(">>> .plot");
const status = (page) =>
  page.evaluate(
    () =>
      document.querySelector("district-chart").shadowRoot.querySelector('[part="status"]')
        .textContent,
  );

/** The middle of the second sector's bar, in the view. */
const bar = (page) =>
  page.evaluate(() => {
    const canvas = document.querySelector("district-chart").shadowRoot.querySelector("canvas");
    const { left, top } = canvas.getBoundingClientRect();
    // Names take the first 222 pixels, rows are 62 high.
    return { x: left + 300, y: top + 92 };
  });

test("the chart is one stop of the tab key, then come its buttons", needs("a last tab stop"), () =>
  open(pages, async (page) => {
    await drawn(page);
    const stops = [];
    for (let i = 0; i < 5; i++) {
      await page.keyboard.press("Tab");
      stops.push(
        await page.evaluate(() => {
          const active = document.activeElement.shadowRoot?.activeElement;
          return active
            ? [active.getAttribute("role") ?? active.localName, active.ariaLabel]
            : null;
        }),
      );
    }
    assert.deepEqual(
      stops.map((stop) => stop?.[0]),
      ["group", "button", "button", "button", undefined],
    );
    assert.equal(stops[0][1], "Tăng trưởng theo khu vực kinh tế");
  }),
);

test("arrow keys speak each figure, and the status is exactly the tip", () =>
  open(pages, async (page) => {
    await drawn(page);
    await focus(page);
    assert.equal(await status(page), "");
    await page.keyboard.press("ArrowDown");
    const first = await status(page);
    await page.keyboard.press("ArrowDown");
    await restOfKeys(page);
    const second = await status(page);
    assert.match(second, /trên 36%/);
    assert.notEqual(first, second);
    assert.match(await part(page, "tooltip"), /trên 36%/);
    await page.keyboard.press("End");
    await restOfKeys(page);
    assert.match(await status(page), /16,6%/);
    await page.keyboard.press("ArrowDown");
    await restOfKeys(page);
    assert.match(await status(page), /16,6%/);
    await page.keyboard.press("Home");
    await restOfKeys(page);
    assert.equal(await status(page), first);
    await page.keyboard.press("Escape");
    assert.deepEqual([await status(page), await part(page, "tooltip")], ["", null]);
  }));

test(
  "a key held down says its first figure and, within 100 ms of the last, where it came to",
  needs("keys held down"),
  () =>
    open({ ...pages, "/": pages["/"].replace("growth", "poverty") }, async (page) => {
      await drawn(page);
      await focus(page);
      await page.evaluate(() => {
        const status = document
          .querySelector("district-chart")
          .shadowRoot.querySelector('[part="status"]');
        window.said = [];
        new MutationObserver(() => window.said.push(status.textContent)).observe(status, {
          childList: true,
          characterData: true,
          subtree: true,
        });
        // Longer rests of the keyboard than it takes for a figure to be said.
        window.rests = 0;
        let lastKey = performance.now();
        let timer;
        addEventListener("keydown", () => {
          const now = performance.now();
          if (now - lastKey > 75) window.rests++;
          lastKey = now;
          // By the page's own clock, however busy it is.
          window.saidIn100Ms = null;
          clearTimeout(timer);
          timer = setTimeout(() => {
            window.saidIn100Ms = window.said.length;
          }, 100);
        });
      });
      // The keyboard repeats a key that is down: once for each figure of the chart.
      for (let i = 0; i < 6; i++) {
        await page.keyboard.down("ArrowRight");
        await pause(15);
      }
      await page.keyboard.up("ArrowRight");
      await page.waitForFunction(() => window.saidIn100Ms !== null);
      const { said, saidIn100Ms, rests } = await page.evaluate(() => {
        const { said, saidIn100Ms, rests } = window;
        return { said, saidIn100Ms, rests };
      });
      assert.match(said[0], /^Hộ nghèo, 2021: /);
      assert.match(said.at(-1), /^Hộ cận nghèo, 2023: 2,8%/);
      assert.equal(saidIn100Ms, said.length);
      assert.ok(said.length <= 2 + 2 * rests, `${said.length} times, ${rests} rests`);
    }),
);

test(
  "who comes by keys is told the keys, in the language; who comes by pointer is not",
  needs("developer tools"),
  () =>
    open(pages, async (page) => {
      await drawn(page);
      await page.keyboard.press("Tab");
      const help = await part(page, "tooltip");
      assert.match(help, /^Phím mũi tên: .*Home, End.*Esc/);
      const devtools = await page.createCDPSession();
      const described = async () => {
        const { nodes } = await devtools.send("Accessibility.getFullAXTree");
        return nodes.find(({ role }) => role?.value === "group").description.value;
      };
      assert.equal(await described(), help);
      // It can be put away, and the keys go on all the same.
      await page.keyboard.press("Escape");
      assert.equal(await part(page, "tooltip"), null);
      await page.keyboard.press("ArrowRight");
      assert.match(await status(page), /^Khu vực I: /);
      await page.keyboard.press("Tab");
      assert.equal(await part(page, "tooltip"), null);
      for (const [lang, words] of [
        ["en", /^Arrow keys/],
        ["km", /^គ្រាប់ចុចព្រួញ/],
      ]) {
        await page.$eval("district-chart", (chart, lang) => chart.setAttribute("lang", lang), lang);
        await drawn(page);
        assert.match(await described(), words);
      }
      await page.evaluate(() => document.activeElement.blur());
      const { x, y } = await bar(page);
      await page.mouse.click(x, y);
      assert.equal(await page.evaluate(() => document.activeElement.localName), "district-chart");
      await page.mouse.move(5, 5);
      await pause(400);
      assert.equal(await part(page, "tooltip"), null);
    }),
);

test(
  "Escape and a new picture keep the place, leaving the chart forgets it",
  needs("media features"),
  () =>
    open(pages, async (page) => {
      await drawn(page);
      await page.keyboard.press("Tab");
      const said = async (key) => {
        await page.keyboard.press(key);
        await restOfKeys(page);
        return (await status(page)).split(/[:,]/)[0];
      };
      assert.equal(await said("Home"), "Khu vực I");
      await page.keyboard.press("Escape");
      assert.equal(await said("ArrowDown"), "Khu vực II");
      await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "dark" }]);
      await page.setViewport({ width: 700, height: 700 });
      await frames(page);
      assert.equal(await said("ArrowDown"), "Khu vực III");
      await page.keyboard.press("Tab");
      await page.keyboard.down("Shift");
      await page.keyboard.press("Tab");
      await page.keyboard.up("Shift");
      assert.equal(await said("ArrowDown"), "Khu vực I");
    }),
);

test("at either end the figure that Escape took from view comes back", () =>
  open(pages, async (page) => {
    await drawn(page);
    await page.keyboard.press("Tab");
    for (const [end, beyond] of [
      ["Home", "ArrowLeft"],
      ["Home", "ArrowUp"],
      ["End", "ArrowRight"],
      ["End", "ArrowDown"],
    ]) {
      await page.keyboard.press(end);
      const figure = await part(page, "tooltip");
      await page.keyboard.press("Escape");
      assert.equal(await part(page, "tooltip"), null);
      await page.keyboard.press(beyond);
      assert.equal(await part(page, "tooltip"), figure, `${end}, ${beyond}`);
    }
  }));

test("keys the chart does not use are the page's", () =>
  open(pages, async (page) => {
    await drawn(page);
    await focus(page);
    const prevented = await page.evaluate(() => {
      const plot = document.querySelector("district-chart").shadowRoot.querySelector(".plot");
      return [
        { key: "ArrowDown" },
        { key: "PageDown" },
        { key: "a" },
        { key: "Home", ctrlKey: true },
        { key: "Enter" },
      ].map(
        (init) =>
          !plot.dispatchEvent(
            new KeyboardEvent("keydown", { ...init, bubbles: true, cancelable: true }),
          ),
      );
    });
    assert.deepEqual(prevented, [true, false, false, false, true]);
  }));

test("a pointer shows the tooltip; it may be entered, and Escape or leaving ends it", () =>
  open(pages, async (page) => {
    await drawn(page);
    const { x, y } = await bar(page);
    await page.mouse.move(x, y);
    assert.match(await part(page, "tooltip"), /trên 36%/);
    assert.match(await status(page), /trên 36%/);
    const box = await page.evaluate(() => {
      const tooltip = document
        .querySelector("district-chart")
        .shadowRoot.querySelector('[part="tooltip"]');
      const { left, top, right, bottom } = tooltip.getBoundingClientRect();
      return {
        left,
        top,
        right,
        bottom,
        inside: left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight,
      };
    });
    assert.ok(box.inside);
    assert.ok(box.top > y || box.bottom < y, "the tooltip covers its mark");
    await page.mouse.move((box.left + box.right) / 2, (box.top + box.bottom) / 2, { steps: 5 });
    await pause(400);
    assert.match(await part(page, "tooltip"), /trên 36%/);
    await page.keyboard.press("Escape");
    assert.equal(await part(page, "tooltip"), null);
    await page.mouse.move(x, y);
    assert.notEqual(await part(page, "tooltip"), null);
    await page.mouse.move(5, 5);
    await pause(400);
    assert.deepEqual([await part(page, "tooltip"), await status(page)], [null, ""]);
  }));

test("keys take over the figure under the pointer, and keep it when the pointer leaves", () =>
  open(pages, async (page) => {
    await drawn(page);
    const { x, y } = await bar(page);
    const ring = () => page.$eval(">>> .ring", (ring) => getComputedStyle(ring).boxShadow);
    await page.mouse.move(x, y - 62);
    const first = await status(page);
    assert.notEqual(first, "");
    const thin = await ring();
    await focus(page);
    await page.keyboard.press("Home");
    assert.equal(await status(page), first);
    assert.notEqual(await ring(), thin);
    const thick = await ring();
    await page.mouse.move(x, y - 60);
    assert.equal(await ring(), thick);
    await page.mouse.move(5, 5);
    await pause(400);
    assert.equal(await status(page), first);
    assert.notEqual(await part(page, "tooltip"), null);
  }));

test("hovering and keys never draw the picture again", () =>
  open(pages, async (page) => {
    await drawn(page);
    await page.evaluate(() => {
      window.drawings = 0;
      for (const method of [
        "fillRect",
        "clearRect",
        "fill",
        "stroke",
        "fillText",
        "drawImage",
        "putImageData",
      ]) {
        const original = CanvasRenderingContext2D.prototype[method];
        CanvasRenderingContext2D.prototype[method] = function (...args) {
          window.drawings++;
          return original.apply(this, args);
        };
      }
    });
    const { x, y } = await bar(page);
    for (let step = 0; step < 10; step++) await page.mouse.move(x + step, y + 10 * step);
    assert.match(await part(page, "tooltip"), /\d/);
    await focus(page);
    for (const key of ["Home", "ArrowDown", "End", "Escape"]) await page.keyboard.press(key);
    await frames(page);
    assert.equal(await page.evaluate(() => window.drawings), 0);
  }));

test("a tap shows the tooltip, and a finger still scrolls", needs("fingers"), () =>
  open(
    pages,
    async (page) => {
      await drawn(page);
      const { x, y } = await bar(page);
      await page.touchscreen.tap(x, y);
      await pause(400);
      assert.match(await part(page, "tooltip"), /trên 36%/);
      await page.touchscreen.tap(20, 20);
      await pause(50);
      assert.equal(await part(page, "tooltip"), null);
      const finger = await page.touchscreen.touchStart(x, y);
      for (let moved = 20; moved <= 240; moved += 20) await finger.move(x, y - moved);
      await finger.end();
      await restOfKeys(page);
      assert.ok((await page.evaluate(() => scrollY)) > 100);
    },
    { prepare: (page) => page.setViewport({ width: 800, height: 700, hasTouch: true }) },
  ),
);

test("click and Enter choose the figure as it stands in the document", () =>
  open(pages, async (page) => {
    await drawn(page);
    const { x, y } = await bar(page);
    await page.mouse.click(x, y);
    await page.keyboard.press("End");
    await page.keyboard.press("Enter");
    const chosen = await page.evaluate(() =>
      window.events.filter(([type]) => type === "dc-select").map(([, detail]) => detail),
    );
    assert.deepEqual(
      chosen.map(({ text, ...rest }) => rest),
      [
        { section: "growth", id: "II", period: "2023", figure: { value: 36, qualifier: "over" } },
        { section: "growth", id: "total", period: "2023", figure: 16.6 },
      ],
    );
    assert.match(chosen[0].text, /trên 36%/);
  }));

for (const [chart, expected] of [
  ["poverty", { section: "poverty", id: "nearPoor", period: "2023", figure: 2.8 }],
  ["structure", { section: "structure", id: "total", period: "2023", figure: 100 }],
  // What the parts leave stands last and is no figure of the document.
  ["living-standards", { section: "livingStandards", period: "2023" }],
  ["ntm", { section: "ntm", id: "urban", period: "2023", figure: 2 }],
]) {
  test(`the last figure of ${chart} is chosen as what it is`, () =>
    open({ ...pages, "/": pages["/"].replace("growth", chart) }, async (page) => {
      await drawn(page);
      await focus(page);
      await page.keyboard.press("End");
      await page.keyboard.press("Enter");
      const [, { text, ...rest }] = await page.evaluate(() => window.events.at(-1));
      assert.deepEqual(rest, expected);
    }));
}

const plans = {
  version: 1,
  place: "Huyện Trà Cú",
  targets: {
    period: "2023",
    items: [
      { id: "income", name: "Thu nhập", actual: { value: 62, qualifier: "over" } },
      { name: "Vốn đầu tư", achieved: { value: 89, qualifier: "over" }, outcome: "notMet" },
    ],
  },
};

test("an item of targets is chosen by its id, or else by its place", () =>
  open(
    { ...pages, "/": pages["/"].replace("growth", "targets"), "/data.json": plans },
    async (page) => {
      await drawn(page);
      await focus(page);
      for (const key of ["Home", "Enter", "ArrowDown", "Enter"]) await page.keyboard.press(key);
      const chosen = await page.evaluate(() =>
        window.events.filter(([type]) => type === "dc-select").map(([, detail]) => detail),
      );
      const [income, investment] = plans.targets.items;
      assert.deepEqual(
        chosen.map(({ text, ...rest }) => rest),
        [
          { section: "targets", id: "income", period: "2023", figure: income.actual },
          { section: "targets", id: "2", period: "2023", figure: investment.achieved },
        ],
      );
      assert.equal(chosen[1].text, "Vốn đầu tư, 2023: trên 89% kế hoạch; đánh giá: Chưa đạt.");
      await restOfKeys(page);
      assert.equal(await status(page), chosen[1].text);
    },
  ));

const communes = {
  ...district,
  ntm: {
    period: "2023",
    criteria: "commune-2021-2025",
    areas: [
      { code: "29479", name: "Ngãi Xuyên", met: "all", level: "ntm", since: "2022" },
      { code: "29482", name: "Kim Sơn", met: { 10: false } },
      { code: "29485", name: "Thanh Sơn", met: { value: 17, qualifier: "over" } },
    ],
  },
};

test("an area and a criterion are chosen by their codes", () =>
  open(
    { "/": pages["/"].replace("growth", "ntm-criteria"), "/data.json": communes },
    async (page) => {
      await drawn(page);
      await focus(page);
      // The first area, its tenth criterion, the same of the next area, the last area.
      const steps = ["Home", ...Array(10).fill("ArrowRight"), "ArrowDown", "End"];
      const chosen = [];
      for (const step of steps) {
        await page.keyboard.press(step);
        await page.keyboard.press("Enter");
        chosen.push(await page.evaluate(() => window.events.at(-1)[1]));
      }
      const period = { section: "ntm", period: "2023" };
      const [{ text, ...first }] = chosen;
      const [tenth, next, last] = chosen.slice(-3);
      assert.deepEqual(first, { ...period, area: "29479" });
      assert.match(text, /^Ngãi Xuyên, 2023: 19\/19\stiêu chí; mức công nhận: NTM/);
      assert.deepEqual(
        [tenth, next, last].map(({ text, ...rest }) => rest),
        [
          { ...period, area: "29479", criterion: "10", figure: true },
          { ...period, area: "29482", criterion: "10", figure: false },
          { ...period, area: "29485", figure: { value: 17, qualifier: "over" } },
        ],
      );
      assert.match(tenth.text, /^Ngãi Xuyên, tiêu chí 10 Thu nhập: đạt;/);
      assert.match(last.text, /trên 17\/19\stiêu chí/);
    },
  ));
