// The module refused, missing, altered, or broken: what is left to the reader,
// and what becomes of the next chart.
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import { drawn, open, part, useBrowser } from "./common/browser.mjs";
import { district } from "./common/data.mjs";
import { needs } from "./common/engine.mjs";
import { SCRIPT } from "./common/site.mjs";

useBrowser();

const REQUESTS = needs("requests that can be seen and changed");
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

test("a module of the right type that is cut in the middle is told the same", async () => {
  const { readFileSync } = await import("node:fs");
  const whole = readFileSync(new URL(`../../dist/${file}`, import.meta.url));
  const half = { body: whole.subarray(0, whole.length / 2), type: "application/wasm" };
  await open({ ...pages, [`/${file}`]: half }, async (page) => {
    assert.equal(await drawn(page), false);
    assert.equal(await drawn(page, "#bare"), false);
    assert.match(await part(page, "error", "#bare"), /nguyên vẹn/);
  });
});

test("a module that was missing is tried again with the next document", REQUESTS, () =>
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
  ),
);

test("a module sent as any type is taken", REQUESTS, () =>
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
  ),
);

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

/** Gives the page `breakModule(n)`: the n-th call into the module from then on traps. */
const breakable = (page) =>
  page.evaluateOnNewDocument(() => {
    // One function that is `unreachable`.
    const bytes = Uint8Array.from(
      "0061736d0100000001040160000003020100070501016600000a05010300000b".match(/../g),
      (pair) => Number.parseInt(pair, 16),
    );
    const { instantiate } = WebAssembly;
    let left = 0;
    window.breakModule = (n) => {
      left = n;
    };
    WebAssembly.instantiate = async (module, imports) => {
      const trap = new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports.f;
      const { exports } = await instantiate(module, imports);
      const breakable = Object.entries(exports).map(([name, own]) => [
        name,
        typeof own === "function"
          ? (...given) => (left && --left === 0 ? trap() : own(...given))
          : own,
      ]);
      return { module, instance: { exports: Object.fromEntries(breakable) } };
    };
  });

// Of some twenty-five calls that a chart takes to be made, described, drawn and tabulated.
for (const n of [1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 18, 22]) {
  test(`a trap in call ${n} costs one chart its picture, and no other anything`, () =>
    open(
      pages,
      async (page, { problems }) => {
        assert.equal(await drawn(page), true);
        assert.equal(await drawn(page, "#bare"), true);
        const outcome = await page.evaluate(async (n) => {
          const [element, other] = document.querySelectorAll("district-chart");
          const traps = [];
          element.addEventListener("dc-error", ({ detail }) =>
            traps.push(detail.code, detail.cause instanceof WebAssembly.RuntimeError),
          );
          const before = await other.summary();
          window.breakModule(n);
          element.setAttribute("chart", "poverty");
          const isDrawn = await element.updateComplete;
          const fallback = element.querySelector("p").checkVisibility();
          // The other one answers keys, without having been told of anything.
          const { shadowRoot } = other;
          const press = new KeyboardEvent("keydown", { key: "ArrowDown", bubbles: true });
          shadowRoot.querySelector(".plot").dispatchEvent(press);
          const status = shadowRoot.querySelector('[part="status"]').textContent;
          const isSame = (await other.summary()) === before;
          element.src = "data.json";
          const next = await element.updateComplete;
          return { isDrawn, traps, fallback, status: status !== "", isSame, next };
        }, n);
        assert.deepEqual(outcome, {
          isDrawn: false,
          traps: ["wasm", true],
          fallback: true,
          status: true,
          isSame: true,
          next: true,
        });
        assert.deepEqual(problems, []);
      },
      { prepare: breakable },
    ));
}

test("a call that finds the stack used up fails alone", () =>
  open({ ...pages, "/": "<p></p>" }, async (page, { problems }) => {
    const outcome = await page.evaluate(async (data) => {
      const { load, renderSVG } = await import("/core.js");
      await load();
      const options = { chart: "growth" };
      const picture = renderSVG(data, options);
      const outcomes = { drawn: 0, refused: 0 };
      let tries = 0;
      // Nearest to the end of the stack it fails; on the way back it has more room.
      const fill = () => {
        try {
          fill();
        } finally {
          if (tries++ % 5 === 0 && tries < 4000) {
            try {
              renderSVG(data, options);
              outcomes.drawn++;
            } catch {
              outcomes.refused++;
            }
          }
        }
      };
      try {
        fill();
      } catch {
        // The end of the stack, as it should be.
      }
      return { ...outcomes, same: renderSVG(data, options) === picture };
    }, district);
    assert.ok(outcome.drawn > 0 && outcome.refused > 0, JSON.stringify(outcome));
    assert.equal(outcome.same, true);
    assert.deepEqual(problems, []);
  }));

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
