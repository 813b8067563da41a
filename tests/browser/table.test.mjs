// The table below a chart: in the reader's order while it is open.
import assert from "node:assert/strict";
import { test } from "node:test";
import { drawn, frames, open, useBrowser } from "./common/browser.mjs";
import { needs } from "./common/engine.mjs";
import { SCRIPT } from "./common/site.mjs";

useBrowser();

const over = (value) => ({ value, qualifier: "over" });
const row = (name, ...values) => ({ id: name, name, values });
const sectors = [
  row("Định An", 4.5, 10.25),
  row("Hàm Giang", null, over(2.5)),
  row("An Quảng Hữu", -3, { value: null, direction: "up" }),
  row("Đại An", 1011, 0.9),
  row("Dân Thành", 0, 2.4),
];
const growth = { periods: ["2022", "2023"], sectors };
const AS_GIVEN = ["Định An", "Hàm Giang", "An Quảng Hữu", "Đại An", "Dân Thành"];

const page = (lang) => ({
  "/": `${SCRIPT}<district-chart lang="${lang}" src="data.json"></district-chart>`,
  "/data.json": { version: 1, place: "Trà Cú", growth },
});

/** In the table of the page's chart. */
const inTable = (page, work, ...args) =>
  page.evaluate(
    (work, args) => {
      const root = document.querySelector("district-chart").shadowRoot;
      return new Function("root", "args", `return (${work})(root, ...args)`)(root, args);
    },
    `${work}`,
    args,
  );
const names = (page) =>
  inTable(page, (root) => [...root.querySelectorAll("tbody th")].map((th) => th.textContent));
/** Its buttons come with a script of their own. */
const sortable = (page) =>
  page.waitForFunction(() => {
    const { shadowRoot } = document.querySelector("district-chart");
    return shadowRoot.querySelector("th button") !== null;
  });
const sort = async (page, column) => {
  await sortable(page);
  return inTable(
    page,
    (root, column) => {
      const header = root.querySelector("thead").rows[0].cells[column];
      header.querySelector("button").click();
      return header.getAttribute("aria-sort");
    },
    column,
  );
};
const toggle = (page) =>
  inTable(page, (root) => root.querySelector("[aria-controls=table]").click());

test("names are sorted as the language does, and the document's order comes back", () =>
  open(page("vi"), async (page) => {
    assert.equal(await drawn(page), true);
    await toggle(page);
    assert.deepEqual(await names(page), AS_GIVEN);
    assert.equal(await sort(page, 0), "ascending");
    const ascending = ["An Quảng Hữu", "Dân Thành", "Đại An", "Định An", "Hàm Giang"];
    assert.deepEqual(await names(page), ascending);
    assert.equal(await sort(page, 0), "descending");
    assert.deepEqual(await names(page), ascending.toReversed());
    assert.equal(await sort(page, 0), null);
    assert.deepEqual(await names(page), AS_GIVEN);
  }));

for (const lang of ["vi", "en", "km", "km-u-nu-khmr"]) {
  test(`figures are sorted by their size, those that are missing last: ${lang}`, () =>
    open(page(lang), async (page) => {
      assert.equal(await drawn(page), true);
      await toggle(page);
      await sort(page, 1);
      const before = ["An Quảng Hữu", "Dân Thành", "Định An", "Đại An", "Hàm Giang"];
      assert.deepEqual(await names(page), before);
      assert.equal(await sort(page, 2), "ascending");
      const ascending = ["Đại An", "Dân Thành", "Hàm Giang", "Định An", "An Quảng Hữu"];
      assert.deepEqual(await names(page), ascending);
      await sort(page, 2);
      const descending = ["Định An", "Hàm Giang", "Dân Thành", "Đại An", "An Quảng Hữu"];
      assert.deepEqual(await names(page), descending);
      const sorted = await inTable(page, (root) =>
        [...root.querySelectorAll("[aria-sort]")].map((header) => header.cellIndex),
      );
      assert.deepEqual(sorted, [2]);
    }));
}

const recognised = (name, since) => ({ code: name, name, met: "all", level: "ntm", since });
const areas = [
  recognised("Hòa Ân", "2022-04-08"),
  recognised("Tam Ngãi", "2019-12-30"),
  recognised("Phong Phú", undefined),
  recognised("An Phú Tân", "2021-11"),
  recognised("Ninh Thới", "2022"),
  recognised("Thông Hòa", "2022-10-02"),
];

for (const lang of ["vi", "en", "km", "km-u-nu-khmr"]) {
  test(`dates are sorted by time: ${lang}`, () => {
    const data = {
      version: 1,
      place: "Cầu Kè",
      ntm: { period: "2024", criteria: "commune-2021-2025", areas },
    };
    const pages = { ...page(lang), "/data.json": data };
    return open(pages, async (page) => {
      assert.equal(await drawn(page), true);
      await toggle(page);
      const since = 3;
      await sort(page, since);
      const inTime = ["Tam Ngãi", "An Phú Tân", "Ninh Thới", "Hòa Ân", "Thông Hòa"];
      assert.deepEqual(await names(page), [...inTime, "Phong Phú"]);
      await sort(page, since);
      assert.deepEqual(await names(page), [...inTime.toReversed(), "Phong Phú"]);
    });
  });
}

test("a table out of sight has no buttons, and closed the document's order", () =>
  open(page("vi"), async (page) => {
    assert.equal(await drawn(page), true);
    const buttons = (page) => inTable(page, (root) => root.querySelectorAll("th button").length);
    assert.equal(await buttons(page), 0);
    await toggle(page);
    await sortable(page);
    assert.equal(await buttons(page), 3);
    await sort(page, 0);
    await toggle(page);
    assert.equal(await buttons(page), 0);
    assert.deepEqual(await names(page), AS_GIVEN);
  }));

test(
  "where the script that sorts cannot be had, the table stands in the document's order",
  needs("a network that can be cut"),
  () =>
    open(page("vi"), async (page, { problems }) => {
      assert.equal(await drawn(page), true);
      await page.setOfflineMode(true);
      await toggle(page);
      await frames(page);
      const [isSeen, buttons] = await inTable(page, (root) => [
        !root.querySelector(".table-box").classList.contains("unseen"),
        root.querySelectorAll("th button").length,
      ]);
      assert.deepEqual([isSeen, buttons], [true, 0]);
      assert.deepEqual(await names(page), AS_GIVEN);
      assert.deepEqual(
        problems.filter((one) => /rejected|error:/.test(one)),
        [],
      );
    }),
);

test("an open table that is drawn again keeps the reader's order, in its language", () =>
  open(page("vi"), async (page) => {
    assert.equal(await drawn(page), true);
    await toggle(page);
    await sort(page, 1);
    const bySize = ["An Quảng Hữu", "Dân Thành", "Định An", "Đại An", "Hàm Giang"];
    for (const [name, value] of Object.entries({ highlight: "Đại An", lang: "en" })) {
      const set = (chart, name, value) => chart.setAttribute(name, value);
      await page.$eval("district-chart", set, name, value);
      assert.equal(await drawn(page), true);
      assert.deepEqual(await names(page), bySize, name);
    }
    assert.equal(await sort(page, 1), "descending");
    await sort(page, 1);
    assert.deepEqual(await names(page), AS_GIVEN);
  }));

test("who is on a header stays there when the language changes", () =>
  open(page("vi"), async (page) => {
    assert.equal(await drawn(page), true);
    await toggle(page);
    await sort(page, 1);
    const focused = () =>
      page.$eval("district-chart", ({ shadowRoot }) => {
        const header = shadowRoot.activeElement?.closest("th");
        return header && [header.cellIndex, header.ariaSort];
      });
    await page.$eval(">>> th:nth-child(2) button", (button) => button.focus());
    assert.deepEqual(await focused(), [1, "ascending"]);
    await page.$eval("district-chart", (chart) => chart.setAttribute("lang", "en"));
    assert.equal(await drawn(page), true);
    assert.deepEqual(await focused(), [1, "ascending"]);
  }));

test("other figures of the same rows are written into the cells that are there", () =>
  open(page("vi"), async (page) => {
    assert.equal(await drawn(page), true);
    const cells = await inTable(
      page,
      async (root, growth) => {
        const cellsNow = () => [...root.querySelectorAll("tbody td")];
        const before = cellsNow();
        const element = root.host;
        element.data = { version: 1, place: "Trà Cú", growth };
        await element.updateComplete;
        const same = cellsNow().every((cell, index) => cell === before[index]);
        return { same, told: cellsNow().map((cell) => [cell.textContent, cell.className]) };
      },
      { ...growth, sectors: sectors.map((one) => ({ ...one, values: one.values.toReversed() })) },
    );
    assert.equal(cells.same, true);
    const [first, second, third, fourth] = cells.told;
    assert.deepEqual(
      [first, second],
      [
        ["10,25%", ""],
        ["4,5%", ""],
      ],
    );
    assert.deepEqual([third, fourth[1]], [["trên 2,5%", ""], "missing"]);
  }));

test("the picture keeps its order", () =>
  open(page("vi"), async (page) => {
    assert.equal(await drawn(page), true);
    // The open table may call up a scrollbar, which takes width in some engines.
    await page.$eval("district-chart", (element) => {
      element.style.width = "700px";
    });
    await frames(page);
    const svg = () => page.evaluate(() => document.querySelector("district-chart").toSVG());
    const before = await svg();
    await toggle(page);
    await sort(page, 1);
    assert.equal(await svg(), before);
  }));

test("a table of thousands is shown page by page, and says how many rows there are", () => {
  const area = (_, index) => ({ code: `${index}`, name: `Xã ${index}`, met: "all" });
  const areas = Array.from({ length: 3000 }, area);
  const ntm = { period: "2023", criteria: "commune-2021-2025", areas };
  const answers = {
    "/": `${SCRIPT}<district-chart chart="ntm-criteria" src="data.json"></district-chart>`,
    "/data.json": { version: 1, place: "Cả nước", ntm },
  };
  return open(answers, async (page) => {
    assert.equal(await drawn(page), true);
    await page.waitForFunction(() =>
      document.querySelector("district-chart").shadowRoot.querySelector("tbody th"),
    );
    const state = () =>
      inTable(page, (root) => {
        const button = root.querySelector("tfoot button");
        return {
          rows: root.querySelectorAll("tbody tr").length,
          count: root.querySelector("table").getAttribute("aria-rowcount"),
          more: button?.textContent,
          focused: button !== null && root.activeElement === button,
        };
      });
    const click = () => inTable(page, (root) => root.querySelector("tfoot button").click());
    // Closed, it has no stray tab stop.
    const first = await state();
    assert.equal(first.count, "3001");
    assert.equal(first.more, undefined);
    await toggle(page);
    assert.equal((await state()).more, `Hiện thêm ${first.rows} dòng`);
    await inTable(page, (root) => root.querySelector("tfoot button").focus());
    await click();
    const second = await state();
    assert.deepEqual([second.rows, second.focused], [2 * first.rows, true]);
    while ((await state()).more) await click();
    const names = await inTable(page, (root) =>
      [...root.querySelectorAll("tbody th")].map((th) => th.textContent),
    );
    assert.deepEqual(
      names,
      areas.map(({ name }) => name),
    );
    // All there: it can be sorted.
    assert.equal(await sort(page, 0), "ascending");
  });
});
