// Under the strictest policy that lets WebAssembly run nothing is reported; under
// one that does not, the fallback stays.
import assert from "node:assert/strict";
import { test } from "node:test";
import { drawn, frames, open, part, useBrowser } from "./common/browser.mjs";
import { district } from "./common/data.mjs";
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
