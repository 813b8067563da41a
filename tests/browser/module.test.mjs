// The module refused, missing, altered, or broken: what is left to the reader,
// and what becomes of the next chart.
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import { drawn, open, part, useBrowser } from "./common/browser.mjs";
import { district } from "./common/data.mjs";
import { SCRIPT } from "./common/site.mjs";

useBrowser();

const file = readdirSync(new URL("../../dist/", import.meta.url)).find((name) =>
  name.endsWith(".wasm"),
);
const pages = {
  "/": `${SCRIPT}<district-chart chart="growth" src="data.json"><p>Dự phòng</p></district-chart>
    <district-chart id="bare" chart="growth" src="data.json"></district-chart>`,
  "/data.json": district,
};

const broken = [
  ["missing", { [`/${file}`]: { status: 404, body: "" } }, /HTTP 404/],
  ["altered", { [`/${file}`]: { body: Buffer.from("<html>"), type: "text/html" } }, /nguyên vẹn/],
  [
    "cut short",
    {
      [`/${file}`]: { body: Buffer.from([0, 97, 115, 109, 1, 0, 0, 0]), type: "application/wasm" },
    },
    /nguyên vẹn/,
  ],
];

for (const [name, answers, sentence] of broken) {
  test(`a module that is ${name} leaves the fallback, or a sentence where there is none`, () =>
    open({ ...pages, ...answers }, async (page) => {
      assert.equal(await drawn(page), false);
      assert.equal(await drawn(page, "#bare"), false);
      assert.equal(await part(page, "error"), null);
      assert.match(await part(page, "error", "#bare"), sentence);
      assert.deepEqual(await page.evaluate(() => window.events), [
        ["dc-error", "wasm"],
        ["dc-error", "wasm"],
      ]);
    }));
}

test("a module that was missing is tried again with the next document", () =>
  open(
    pages,
    async (page) => {
      assert.equal(await drawn(page), false);
      page.removeAllListeners("request");
      await page.setRequestInterception(false);
      await page.evaluate(() => {
        const element = document.querySelector("district-chart");
        element.src = "data.json";
      });
      assert.equal(await drawn(page), true);
    },
    {
      prepare: async (page) => {
        await page.setRequestInterception(true);
        page.on("request", (request) =>
          request.url().endsWith(".wasm") ? request.abort() : request.continue(),
        );
      },
    },
  ));

test("a module sent as any type is taken", () =>
  open(
    pages,
    async (page, { problems }) => {
      assert.equal(await drawn(page), true);
      assert.deepEqual(problems, []);
    },
    {
      headers: {},
      path: "/",
      prepare: async (page) => {
        await page.setRequestInterception(true);
        page.on("request", async (request) => {
          if (!request.url().endsWith(".wasm")) return request.continue();
          const { readFileSync } = await import("node:fs");
          const body = readFileSync(new URL(`../../dist/${file}`, import.meta.url));
          return request.respond({ body, contentType: "application/octet-stream" });
        });
      },
    },
  ));

test("without WebAssembly it says so", () =>
  open(
    pages,
    async (page) => {
      assert.equal(await drawn(page, "#bare"), false);
      assert.match(await part(page, "error", "#bare"), /WebAssembly/);
    },
    {
      prepare: (page) =>
        page.evaluateOnNewDocument(() => {
          delete globalThis.WebAssembly;
        }),
    },
  ));

test("after a trap every chart on the page draws again", () =>
  open(pages, async (page, { problems }) => {
    assert.equal(await drawn(page), true);
    assert.equal(await drawn(page, "#bare"), true);
    const outcome = await page.evaluate(async () => {
      const [element, other] = document.querySelectorAll("district-chart");
      const { fillRect } = CanvasRenderingContext2D.prototype;
      CanvasRenderingContext2D.prototype.fillRect = () => {
        throw new WebAssembly.RuntimeError("forced");
      };
      const errors = [];
      element.addEventListener("dc-error", ({ detail }) =>
        errors.push(detail.code, detail.cause?.message ?? detail.cause),
      );
      element.setAttribute("chart", "ntm");
      const trapped = await element.updateComplete;
      CanvasRenderingContext2D.prototype.fillRect = fillRect;
      const fallback = element.querySelector("p").checkVisibility();
      element.setAttribute("chart", "growth");
      const next = await element.updateComplete;
      other.style.setProperty("--dc-text", "rgb(1, 2, 3)");
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      other.setAttribute("chart", "poverty");
      return { trapped, errors, fallback, next, other: await other.updateComplete };
    });
    assert.deepEqual(outcome, {
      trapped: false,
      errors: ["wasm", "forced"],
      fallback: true,
      next: true,
      other: true,
    });
    assert.deepEqual(problems, []);
  }));
