// Under the strictest policy that lets WebAssembly run nothing is reported; under
// one that does not, the fallback stays. In a sandbox all works but the downloads.
import assert from "node:assert/strict";
import { test } from "node:test";
import { drawn, frames, open, part, useBrowser } from "./common/browser.mjs";
import { district } from "./common/data.mjs";
import { needs } from "./common/engine.mjs";
import { policy, SCRIPT } from "./common/site.mjs";

useBrowser();

const pages = {
  "/": `${SCRIPT}<district-chart chart="growth" src="data.json"><p>Dự phòng</p></district-chart>`,
  "/data.json": district,
};

test("a strict policy and Trusted Types have nothing to report", () =>
  open(
    pages,
    async (page, { problems }) => {
      assert.equal(await drawn(page), true);
      // Everything that makes elements, styles or files.
      await page.evaluate(() =>
        document.querySelector("district-chart").shadowRoot.querySelector(".plot").focus(),
      );
      await page.keyboard.press("ArrowDown");
      assert.notEqual(await part(page, "tooltip"), null);
      for (const button of await page.$$(">>> button")) await button.evaluate((b) => b.click());
      await page.evaluate(async () => {
        const element = document.querySelector("district-chart");
        await element.toPNG();
        element.lang = "en";
        await element.updateComplete;
        element.data = { version: 2 };
        await element.updateComplete;
      });
      await page.setViewport({ width: 500, height: 700 });
      await frames(page);
      assert.notEqual(await part(page, "error"), null);
      assert.deepEqual(problems, []);
    },
    { headers: { "content-security-policy": policy("'self' 'wasm-unsafe-eval'") } },
  ));

const isolated = {
  "content-security-policy": policy("'self' 'wasm-unsafe-eval'"),
  "cross-origin-embedder-policy": "require-corp",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
};

test(
  "a page kept to itself by COEP and CORP draws, reads, saves and prints",
  needs("print to PDF"),
  () =>
    open(
      pages,
      async (page, { problems }) => {
        assert.equal(await drawn(page), true);
        assert.equal(await page.evaluate(() => crossOriginIsolated), true);
        await page.focus(">>> .plot");
        for (const key of ["ArrowDown", "ArrowDown", "Enter"]) await page.keyboard.press(key);
        assert.match(await part(page, "status"), /Khu vực I/);
        assert.match(await part(page, "tooltip"), /Khu vực I/);
        const types = await page.evaluate(() => window.events.map(([type]) => type));
        assert.deepEqual(types, ["dc-ready", "dc-select"]);
        const saved = await page.evaluate(async () => {
          const files = [];
          const { createObjectURL } = URL;
          URL.createObjectURL = (file) => {
            files.push([file.type.split(";")[0], file.size > 300]);
            return createObjectURL(file);
          };
          const root = document.querySelector("district-chart").shadowRoot;
          const buttons = root.querySelectorAll("#formats button");
          for (const button of buttons) button.click();
          while (files.length < buttons.length) await new Promise((done) => setTimeout(done, 10));
          return files.sort();
        });
        assert.deepEqual(saved, [
          ["image/png", true],
          ["image/svg+xml", true],
          ["text/csv", true],
        ]);
        assert.ok((await page.pdf()).length > 5000);
        await frames(page);
        assert.deepEqual(problems, []);
      },
      { headers: isolated },
    ),
);

test(
  "in a sandbox it draws, reads and takes keys, and says why no file may come",
  needs("keys in frames"),
  () =>
    open(
      {
        ...pages,
        "/frame.html": pages["/"],
        "/": '<iframe src="/frame.html" sandbox="allow-scripts" width="700" height="500"></iframe>',
      },
      async (page) => {
        const frame = await page.waitForFrame((one) => one.url().endsWith("/frame.html"));
        assert.equal(await drawn(frame), true);
        await frame.focus(">>> .plot");
        await page.keyboard.press("ArrowDown");
        assert.notEqual(await part(frame, "status"), "");
        assert.match(await part(frame, "table"), /36%/);
        assert.doesNotMatch(await part(frame, "toolbar"), /sandbox/);
        await frame.evaluate(async () => {
          const root = document.querySelector("district-chart").shadowRoot;
          root.querySelector("[aria-controls=formats]").click();
          root.querySelector("#formats button").click();
          while (!root.querySelector("#formats small").textContent) {
            await new Promise((done) => setTimeout(done, 10));
          }
        });
        assert.match(await part(frame, "toolbar"), /sandbox.*allow-downloads/);
      },
      // What is in the sandbox has no origin, so the site has to let anybody read.
      { headers: { "access-control-allow-origin": "*" } },
    ),
);

test("without 'wasm-unsafe-eval' the fallback stays, and the error names the policy", () =>
  open(
    pages,
    async (page) => {
      assert.equal(await drawn(page), false);
      assert.equal(await part(page, "error"), null);
      assert.deepEqual(await page.evaluate(() => window.events), [["dc-error", "wasm"]]);
      const message = await page.evaluate(async () => {
        const element = document.createElement("district-chart");
        element.setAttribute("lang", "en");
        const error = new Promise((done) => element.addEventListener("dc-error", done));
        element.src = "data.json";
        document.body.append(element);
        return (await error).detail.message;
      });
      assert.match(message, /'wasm-unsafe-eval'/);
    },
    { headers: { "content-security-policy": policy("'self'") } },
  ));
