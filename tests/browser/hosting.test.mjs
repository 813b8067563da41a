// The files as a server should send them: to any site, isolated or not, from any folder,
// scripts held to their hash by the page, and the module by the script.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { headersOf } from "../../tools/hosting.mjs";
import { drawn, open, part, showsFallback, useBrowser } from "./common/browser.mjs";
import { district } from "./common/data.mjs";
import { SCRIPT, site } from "./common/site.mjs";

useBrowser();

const dist = new URL("../../dist/", import.meta.url);
const { files } = JSON.parse(readFileSync(new URL("assets.json", dist), "utf8"));
const { hashed, integrity } = files["district-charts.js"];
const wasm = readdirSync(dist).find((name) => name.endsWith(".wasm"));
const ISOLATED = {
  "cross-origin-embedder-policy": "require-corp",
  "cross-origin-opener-policy": "same-origin",
};

test("an isolated page of another site draws from any folder, its script held to its hash", async () => {
  const files = await site({ "/any/folder/data.json": district }, { headers: headersOf });
  const folder = `${files.url}/any/folder`;
  try {
    await open(
      {
        "/": `<script type="module" crossorigin src="${folder}/${hashed}" integrity="${integrity}"></script>
          <district-chart chart="growth" lang="en" src="${folder}/data.json"><p>Dự phòng</p></district-chart>
          <iframe src="${folder}/embed.html?src=data.json&chart=growth"></iframe>
          <script async crossorigin src="${folder}/embed-host.js"></script>`,
      },
      async (page, { problems }) => {
        assert.equal(await page.evaluate(() => crossOriginIsolated), true);
        assert.equal(await drawn(page), true);
        await page.waitForFunction(() => document.querySelector("iframe").clientHeight > 300);
        assert.ok(files.asked.every((path) => path.startsWith("/any/folder/")));
        assert.deepEqual(problems, []);
      },
      { headers: ISOLATED },
    );
  } finally {
    await files.close();
  }
});

const page = (script) =>
  `${script}<district-chart chart="growth" src="data.json"><p>Dự phòng</p></district-chart>`;

test("a script that is not the one of its hash is not run", () =>
  open(
    {
      "/": page(`<script type="module" src="/${hashed}" integrity="${integrity}"></script>`),
      [`/${hashed}`]: {
        body: `${readFileSync(new URL(hashed, dist), "utf8")};`,
        type: "text/javascript",
      },
      "/data.json": district,
    },
    async (page) => {
      assert.equal(await page.evaluate(() => customElements.get("district-chart")), undefined);
      assert.equal(await showsFallback(page), true);
    },
  ));

test("a module of which one byte is another is refused once, in a sentence", async () => {
  const bytes = readFileSync(new URL(wasm, dist));
  // In the data, where the module would still compile and run.
  bytes[bytes.length - 100] ^= 1;
  await open(
    {
      "/": page(SCRIPT).replace("<p>Dự phòng</p>", ""),
      [`/${wasm}`]: { body: bytes, type: "application/wasm" },
      "/data.json": district,
    },
    async (page) => {
      assert.equal(await drawn(page), false);
      assert.deepEqual(await page.evaluate(() => window.events), [["dc-error", "wasm"]]);
      assert.match(
        await part(page, "error"),
        /Tệp \.wasm không còn nguyên vẹn\. Hãy chép lại tệp ấy\./,
      );
      assert.equal(await part(page, "figure"), null);
      await page.evaluate(() => {
        document.querySelector("district-chart").innerHTML = "<p>Dự phòng</p>";
        document.querySelector("district-chart").src = "data.json?again";
      });
      assert.equal(await drawn(page), false);
      assert.equal(await showsFallback(page), true);
      assert.equal(await part(page, "error"), null);
    },
  );
});
