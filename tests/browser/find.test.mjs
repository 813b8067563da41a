// One of many rows found by its name: by keys alone, without diacritics, in the picture, in
// the table, and in words.
import assert from "node:assert/strict";
import { test } from "node:test";
import { setMedia } from "../../tools/media.mjs";
import { AXE, violations } from "./common/axe.mjs";
import { drawn, frames, open, part, useBrowser } from "./common/browser.mjs";
import { needs } from "./common/engine.mjs";
import { policy, SCRIPT } from "./common/site.mjs";

useBrowser();

const NAMES = ["Nhị Trường", "Long Sơn", "Đại An", "Ngãi Xuyên", "Tập Sơn"];
const nameOf = (index) => {
  const round = Math.floor(index / NAMES.length);
  return `Xã ${NAMES[index % NAMES.length]}${round ? ` ${round}` : ""}`;
};

const areas = (count) => ({
  version: 1,
  place: "Tỉnh ví dụ",
  ntm: {
    period: "2023",
    criteria: "commune-2021-2025",
    bins: [{ from: 15, to: 18, count: 2 }],
    areas: Array.from({ length: count }, (_, index) => ({
      code: `c${index}`,
      name: { vi: nameOf(index), km: `ឃុំទី${index}` },
      met: index % 3 ? "all" : ["1", "2"],
    })),
  },
});

const series = (count) => ({
  version: 1,
  place: "Tỉnh ví dụ",
  poverty: {
    unit: "%",
    periods: ["2022", "2023"],
    series: Array.from({ length: count }, (_, index) => ({
      id: `s${index}`,
      name: nameOf(index),
      values: [5 + index / 10, 4 + index / 10],
    })),
  },
});

const pageOf = (data, attributes = "") => ({
  "/": `${SCRIPT}<main><h1>Thử</h1>
    <district-chart src="data.json" ${attributes}></district-chart></main>`,
  "/data.json": data,
});

/** Whether the button is offered. */
const isOffered = (page) =>
  page.$eval(">>> [aria-controls=find]", (button) => button.checkVisibility());

/** Opens the search as a reader without a pointer does. */
async function opened(page) {
  await drawn(page);
  await page.focus(">>> [aria-controls=find]");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => root().activeElement?.role === "combobox");
}

const prepare = (page) =>
  page.evaluateOnNewDocument(() => {
    window.root = () => document.querySelector("district-chart").shadowRoot;
  });

/** With room for all, so that no scrollbar comes and changes the width of the picture. */
const prepareTall = async (page) => {
  await page.setViewport({ width: 800, height: 1800 });
  await prepare(page);
};

const find = (data, attributes, work, options = {}) =>
  open(pageOf(data, attributes), work, { prepare, ...options });

/** What the search shows: the field, the suggestions, and which one Enter takes. */
const search = (page) =>
  page.evaluate(() => {
    const field = root().querySelector("[role=combobox]");
    const options = [...root().querySelectorAll("[role=option]")];
    const active = root().getElementById(field.getAttribute("aria-activedescendant"));
    return {
      value: field.value,
      options: options.map((option) => option.textContent),
      active: active?.textContent,
      isExpanded: field.getAttribute("aria-expanded"),
      said: root().querySelector("#matches").textContent,
    };
  });

const focused = (page) => page.evaluate(() => root().activeElement?.className);
const picture = (page) => page.$eval(">>> canvas", (canvas) => canvas.toDataURL());
const summary = (page) => page.$eval(">>> [part~=summary]", (element) => element.textContent);

/** Back into the field, where the next key takes the place of all there is. */
const again = (page) =>
  page.$eval(">>> [role=combobox]", (field) => {
    field.focus();
    field.select();
  });

async function press(page, ...keys) {
  for (const key of keys) await page.keyboard.press(key);
}

test("it is offered where there are more rows than are read one by one, and nothing is fetched before", () =>
  find(series(24), "", async (page, { asked }) => {
    await drawn(page);
    assert.equal(await isOffered(page), false);
    for (const data of [series(25), areas(30)]) {
      await page.$eval("district-chart", (element, data) => (element.data = data), data);
      await drawn(page);
      assert.equal(await isOffered(page), true);
    }
    const isScript = (path) => path.startsWith("/find.");
    assert.deepEqual(asked.filter(isScript), []);
    await opened(page);
    assert.equal(asked.filter(isScript).length, 1);
  }));

for (const [what, data, code, at] of [
  ["an area in rows", areas(30), "c5", "Xã Nhị Trường 1, 2023: 19/19"],
  ["an area of a crowd", areas(250), "c5", "Xã Nhị Trường 1, 2023: 19/19"],
  ["one line of many", series(60), "s5", "Xã Nhị Trường 1, 2023: 4,5%"],
]) {
  test(`${what} is found by keys, as highlight has it, and Escape gives back the page's own`, () =>
    find(
      data,
      `highlight="${code[0]}2"`,
      async (page) => {
        await drawn(page);
        const [before, told] = [await picture(page), await summary(page)];
        await page.$eval("district-chart", (element, code) => (element.highlight = code), code);
        await drawn(page);
        const [expected, itsWords] = [await picture(page), await summary(page)];
        const own = `${code[0]}2`;
        await page.$eval("district-chart", (element, own) => (element.highlight = own), own);
        await opened(page);
        await page.keyboard.type("nhi truong 1");
        const { options, active, isExpanded } = await search(page);
        assert.deepEqual([options[0], active], ["Xã Nhị Trường 1", "Xã Nhị Trường 1"]);
        assert.equal(isExpanded, "true");
        await press(page, "Enter");
        assert.equal(await picture(page), expected);
        assert.equal(await summary(page), itsWords);
        const status = await part(page, "status");
        assert.ok(status.replaceAll("\u00a0", " ").startsWith(at), status);
        assert.match(await focused(page), /plot/);
        assert.equal(await page.$eval("district-chart", (chart) => chart.highlight), own);
        // From there the arrow keys go on.
        await press(page, "ArrowRight");
        assert.notEqual(await part(page, "tooltip"), null);
        await page.focus(">>> [role=combobox]");
        await press(page, "Escape");
        assert.equal((await search(page)).value, "");
        assert.equal(await picture(page), before);
        assert.equal(await summary(page), told);
      },
      { prepare: prepareTall },
    ));
}

test("arrow keys choose among the suggestions, round and round, and an emptied field ends it", () =>
  find(areas(30), "", async (page) => {
    await opened(page);
    const before = await picture(page);
    await page.keyboard.type("son");
    const { options, said } = await search(page);
    assert.equal(options.length, 8);
    assert.equal(said, "Số tên khớp: 12");
    await press(page, "ArrowDown");
    assert.equal((await search(page)).active, options[1]);
    await press(page, "ArrowUp", "ArrowUp");
    assert.equal((await search(page)).active, options[7]);
    await press(page, "Enter");
    assert.notEqual(await picture(page), before);
    await page.focus(">>> [role=combobox]");
    assert.equal((await search(page)).value, options[7]);
    for (const _ of options[7]) await press(page, "Backspace");
    assert.equal(await picture(page), before);
    await page.keyboard.type("zzz");
    assert.deepEqual((await search(page)).options, []);
    await press(page, "Enter");
    assert.equal(await picture(page), before);
  }));

test("a picture that is out of view is scrolled to where the row is", () =>
  find(areas(150), "", async (page) => {
    await opened(page);
    await page.keyboard.type("dai an 1");
    await frames(page);
    await press(page, "Enter");
    await frames(page);
    const isInView = await page.$eval(">>> .ring", (ring) => {
      const { top, bottom } = ring.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    });
    assert.ok(isInView);
  }));

test("of an open table it goes to the row, which stands apart where its page is not made yet", () =>
  find(areas(3000), "", async (page) => {
    await drawn(page);
    await page.focus(">>> [aria-controls=table]");
    await press(page, "Enter");
    const rows = () => page.$$eval(">>> tbody tr", (all) => all.length);
    await page.waitForFunction(() => root().querySelector("tbody tr"));
    const made = await rows();
    assert.ok(made < 1000);
    const goTo = async (typed) => {
      await again(page);
      await page.keyboard.type(typed);
      // Firefox scrolls to what is typed, a frame or two later.
      await frames(page);
      await press(page, "Enter");
      return page.evaluate(() => {
        const { activeElement: header } = root();
        const { top, bottom } = header.getBoundingClientRect();
        return {
          name: header.textContent,
          row: header.parentElement.ariaRowIndex ?? `${header.parentElement.rowIndex + 1}`,
          isInView: top >= 0 && bottom <= innerHeight,
        };
      });
    };
    await opened(page);
    // After the head and the bin; counted from 1.
    const far = { name: "Xã Ngãi Xuyên 400", row: `${3 + 2003}`, isInView: true };
    assert.deepEqual(await goTo("ngai xuyen 400"), far);
    assert.match(await part(page, "status"), /^Xã Ngãi Xuyên 400/);
    const near = { name: "Xã Ngãi Xuyên 4", row: `${3 + 23}`, isInView: true };
    assert.deepEqual(await goTo("ngai xuyen 4"), near);
    assert.equal(await rows(), made + 1);
    // With its page it comes into its place.
    await page.$eval(">>> tfoot button", (button) => button.click());
    assert.equal(await page.$$eval(">>> .apart tr", (all) => all.length), 0);
  }));

test("in Khmer, with names in Khmer; other data have other names", () =>
  find(areas(30), 'lang="km"', async (page) => {
    await opened(page);
    await page.evaluate(() => {
      const field = root().querySelector("[role=combobox]");
      field.value = "ទី29";
      field.dispatchEvent(new InputEvent("input"));
    });
    assert.deepEqual((await search(page)).options, ["ឃុំទី29"]);
    await page.$eval("district-chart", (chart, data) => (chart.data = data), areas(40));
    await page.$eval("district-chart", (chart) => (chart.lang = "vi"));
    await drawn(page);
    await again(page);
    await page.keyboard.type("tap son 7");
    const { options, said } = await search(page);
    assert.deepEqual([options, said], [["Xã Tập Sơn 7"], "Số tên khớp: 1"]);
  }));

test("a pointer takes a suggestion, and what is downloaded shows it", () =>
  find(areas(30), "", async (page) => {
    await opened(page);
    await page.keyboard.type("dai an 2");
    const option = await page.$(">>> [role=option]");
    await option.click();
    assert.match(await part(page, "status"), /^Xã Đại An 2/);
    const told = await page.$eval("district-chart", (chart) => chart.summary());
    assert.match(told, /Xã Đại An 2 2\/19/);
  }));

test(
  "axe finds nothing on the open search, at 360 pixels, in forced colours too",
  needs("developer tools"),
  () =>
    find(
      areas(30),
      "",
      async (page) => {
        await opened(page);
        await page.keyboard.type("dai an");
        await page.addScriptTag({ path: AXE });
        assert.deepEqual(await violations(page), []);
        const devtools = await page.createCDPSession();
        await setMedia(devtools, { "forced-colors": "active" });
        assert.deepEqual(await violations(page), []);
        const isTooWide = await page.evaluate(
          () => document.documentElement.scrollWidth > innerWidth,
        );
        assert.equal(isTooWide, false);
        await setMedia(devtools, {}, "print");
        assert.equal(await page.$eval(">>> #find", (box) => box.checkVisibility()), false);
      },
      { width: 360 },
    ),
);

test("a strict policy and Trusted Types have nothing to report of it", () =>
  find(
    areas(30),
    "",
    async (page, { problems }) => {
      await opened(page);
      await page.keyboard.type("dai an");
      await press(page, "ArrowDown", "Enter");
      assert.match(await part(page, "status"), /^Xã Đại An/);
      assert.deepEqual(problems, []);
    },
    { headers: { "content-security-policy": policy("'self' 'wasm-unsafe-eval'") } },
  ));

test("without a toolbar there is no search, whatever was open", () =>
  find(areas(30), "", async (page) => {
    await opened(page);
    await page.$eval("district-chart", (chart) => chart.setAttribute("toolbar", "none"));
    assert.equal(await isOffered(page), false);
    assert.equal(await page.$eval(">>> #find", (box) => box.checkVisibility()), false);
  }));

test(
  "where its script cannot be had, the chart is as it was",
  needs("a network that can be cut"),
  () =>
    find(areas(30), "", async (page, { problems }) => {
      await drawn(page);
      const before = await picture(page);
      await page.setOfflineMode(true);
      await page.$eval(">>> [aria-controls=find]", (button) => button.click());
      await frames(page);
      assert.equal(await picture(page), before);
      assert.deepEqual(
        problems.filter((one) => /rejected|error:/.test(one)),
        [],
      );
    }),
);
