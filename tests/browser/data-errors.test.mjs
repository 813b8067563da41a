// A document that is refused: where, why, and what becomes of the picture.
import assert from "node:assert/strict";
import { test } from "node:test";
import { drawn, open, part, showsFallback, useBrowser } from "./common/browser.mjs";
import { district } from "./common/data.mjs";
import { SCRIPT } from "./common/site.mjs";

useBrowser();

const bad = structuredClone(district);
bad.poverty.series[0].values[2] = "2,33";
bad.growth.sectors[1].values = [1, 2, 3];

const pages = {
  "/": `${SCRIPT}<district-chart chart="growth" src="bad.json"><p>Dự phòng</p></district-chart>`,
  "/bad.json": bad,
  "/good.json": district,
};

const issuesShown = (page) =>
  page.evaluate(() =>
    [
      ...document.querySelector("district-chart").shadowRoot.querySelectorAll('[part="error"] li'),
    ].map((item) => [item.querySelector("code").textContent, item.lastChild.textContent]),
  );

test("every problem is shown with its path and a sentence", () =>
  open(pages, async (page, { problems }) => {
    assert.equal(await drawn(page), false);
    const shown = await issuesShown(page);
    assert.deepEqual(shown.map(([path]) => path).sort(), [
      "/growth/sectors/1/values",
      "/poverty/series/0/values/2",
    ]);
    assert.ok(
      shown.every(([, sentence]) => /^[\p{Lu}“].*\.$/u.test(sentence)),
      `${shown}`,
    );
    assert.match(await part(page, "error"), /dữ liệu có 2 lỗi/);
    assert.deepEqual(problems, []);
  }));

test("the event carries the error with its issues", () =>
  open(pages, async (page) => {
    const detail = await page.evaluate(async (bad) => {
      await customElements.whenDefined("district-chart");
      const element = document.querySelector("district-chart");
      const event = new Promise((done) =>
        element.addEventListener("dc-error", done, { once: true }),
      );
      element.data = bad;
      const { detail, bubbles, composed } = await event;
      return {
        name: detail.name,
        isError: detail instanceof Error,
        code: detail.code,
        first: detail.issues[0].code,
        keys: Object.keys(detail.issues[0]).sort(),
        bubbles,
        composed,
      };
    }, bad);
    assert.deepEqual(detail, {
      name: "DistrictChartError",
      isError: true,
      code: detail.first,
      first: detail.first,
      keys: ["code", "message", "path", "severity"],
      bubbles: true,
      composed: true,
    });
  }));

test("before the first picture the fallback stays, after one the picture", () =>
  open(pages, async (page) => {
    await drawn(page);
    const visible = async () => ({
      fallback: await showsFallback(page),
      figure: (await part(page, "figure")) !== null,
      error: (await part(page, "error")) !== null,
    });
    assert.deepEqual(await visible(), { fallback: true, figure: false, error: true });
    const set = (src) =>
      page.evaluate((src) => {
        document.querySelector("district-chart").src = src;
      }, src);
    await set("good.json");
    assert.equal(await drawn(page), true);
    assert.deepEqual(await visible(), { fallback: false, figure: true, error: false });
    const pixels = () =>
      page.evaluate(() =>
        document.querySelector("district-chart").shadowRoot.querySelector("canvas").toDataURL(),
      );
    const before = await pixels();
    await set("bad.json");
    assert.equal(await drawn(page), false);
    assert.deepEqual(await visible(), { fallback: false, figure: true, error: true });
    assert.equal(await pixels(), before);
    await set("good.json");
    assert.equal(await drawn(page), true);
    assert.deepEqual(await visible(), { fallback: false, figure: true, error: false });
  }));

test("what cannot be data is refused, and the next chart is drawn", () =>
  open(pages, async (page) => {
    await drawn(page);
    const outcomes = await page.evaluate(async (good) => {
      const cyclic = { version: 1 };
      cyclic.place = cyclic;
      const throwing = {
        version: 1,
        get place() {
          throw new Error("of the page");
        },
      };
      let deep = {};
      for (let level = 0; level < 100_000; level++) deep = { deep };
      const outcomes = [];
      for (const data of [
        0,
        1,
        "{}",
        [],
        cyclic,
        throwing,
        { version: 1, deep },
        document,
        () => {},
      ]) {
        const element = document.createElement("district-chart");
        element.setAttribute("chart", "growth");
        element.data = data;
        document.body.append(element);
        let code;
        element.addEventListener("dc-error", ({ detail }) => {
          code = detail.code;
        });
        outcomes.push([await element.updateComplete, code !== undefined && code !== "wasm"]);
        element.data = good;
        outcomes.push([await element.updateComplete, true]);
        element.remove();
      }
      return outcomes;
    }, district);
    const [refused, accepted] = [0, 1].map((odd) =>
      outcomes.filter((_, index) => index % 2 === odd),
    );
    assert.ok(
      refused.every(([drawn, ours]) => !drawn && ours),
      JSON.stringify(refused),
    );
    assert.ok(
      accepted.every(([drawn]) => drawn),
      JSON.stringify(accepted),
    );
  }));

test("the object is neither kept nor changed", () =>
  open(pages, async (page) => {
    await drawn(page);
    const same = await page.evaluate(async (data) => {
      const freeze = (value) => {
        if (value && typeof value === "object") Object.values(Object.freeze(value)).forEach(freeze);
        return value;
      };
      const element = document.querySelector("district-chart");
      const text = JSON.stringify(data);
      element.data = freeze(data);
      const drawn = await element.updateComplete;
      return drawn && JSON.stringify(element.data) === text;
    }, district);
    assert.equal(same, true);
  }));
