// Data that do not come, or are not JSON: each way has a sentence of its own.
import assert from "node:assert/strict";
import { test } from "node:test";
import { drawn, open, part, showsFallback, useBrowser } from "./common/browser.mjs";
import { district } from "./common/data.mjs";
import { needs } from "./common/engine.mjs";
import { SCRIPT, site } from "./common/site.mjs";

useBrowser();

const chart = (src, more = "") =>
  `${SCRIPT}<district-chart chart="growth" src="${src}" ${more}><p>Dự phòng</p></district-chart>`;
const json = (body) => ({ body, type: "application/json" });

const failures = [
  ["a status", { status: 503, body: "" }, "load", /HTTP 503/, /HTTP 503/],
  [
    "a page of HTML",
    { body: "<!doctype html><p>", type: "text/html" },
    "load",
    /HTML/,
    /HTML page/,
  ],
  ["HTML that calls itself JSON", json("<html>"), "load", /HTML/, /HTML page/],
  [
    "a picture",
    { body: Buffer.from([137, 80, 78, 71, 255]), type: "image/png" },
    "load",
    /image\/png/,
    /image\/png/,
  ],
  ["bytes that are not UTF-8", json(Buffer.from([0x22, 0xe1, 0x22])), "syntax", /UTF-8/, /UTF-8/],
  ["an empty file", json(""), "syntax", /trống/, /empty/],
  ["only spaces", json(" \n"), "syntax", /trống/, /empty/],
  [
    "a slip",
    json('{\n  "a": [1,]\n}'),
    "syntax",
    /dòng 2, cột 11: thừa dấu phẩy/,
    /line 2, column 11: a comma/,
  ],
];

for (const [name, answer, code, vi, en] of failures) {
  test(`${name} is told, and the fallback stays`, () =>
    open({ "/": chart("data.json"), "/data.json": answer }, async (page) => {
      assert.equal(await drawn(page), false);
      assert.deepEqual(await page.evaluate(() => window.events), [["dc-error", code]]);
      const text = await part(page, "error");
      assert.match(text, vi);
      assert.match(text, /\/data\.json/);
      assert.equal(await part(page, "figure"), null);
      assert.equal(await showsFallback(page), true);
      await page.evaluate(() => {
        document.querySelector("district-chart").lang = "en";
      });
      assert.equal(await drawn(page), false);
      assert.match(await part(page, "error"), en);
    }));
}

test("JSON is taken whatever type it is sent as, but for HTML", () =>
  open(
    {
      "/": chart("data"),
      "/data": { body: JSON.stringify(district), type: "application/octet-stream" },
    },
    async (page) => assert.equal(await drawn(page), true),
  ));

test("a byte order mark is no slip", () =>
  open({ "/": chart("data"), "/data": json(`\uFEFF${JSON.stringify(district)}`) }, async (page) =>
    assert.equal(await drawn(page), true),
  ));

test(
  "a network that fails is told, a server of another origin otherwise",
  needs("a network that can be cut"),
  () =>
    open(
      { "/": chart("http://127.0.0.1:9/data.json"), "/data.json": { body: "", delay: 5000 } },
      async (page) => {
        assert.equal(await drawn(page), false);
        assert.match(await part(page, "error"), /Access-Control-Allow-Origin/);
        await page.setOfflineMode(true);
        await page.evaluate(() => {
          document.querySelector("district-chart").src = "data.json";
        });
        assert.equal(await drawn(page), false);
        assert.match(await part(page, "error"), /kết nối mạng/);
      },
    ),
);

test("another origin that allows it is read, without credentials, also by a way round", async () => {
  const headers = { "access-control-allow-origin": "*" };
  const other = await site({ "/data.json": district }, { headers });
  const address = `${other.url}/data.json`;
  const moved = { status: 302, body: "", headers: { location: address } };
  // The page's cookies are those of its host, whatever the port: the browser would send them.
  const page = { body: `<!doctype html>${chart(address)}`, headers: { "set-cookie": "own=1" } };
  try {
    await open({ "/": page, "/moved.json": moved }, async (page) => {
      assert.equal(await drawn(page), true);
      assert.equal(await page.evaluate(() => document.cookie), "own=1");
      await page.evaluate(() => {
        document.querySelector("district-chart").src = "moved.json";
      });
      assert.equal(await drawn(page), true);
    });
    assert.deepEqual(other.asked, ["/data.json", "/data.json"]);
    assert.deepEqual(other.cookies, [undefined, undefined]);
  } finally {
    await other.close();
  }
});

test("an address that is none is told", () =>
  open({ "/": chart("http://[") }, async (page) => {
    assert.equal(await drawn(page), false);
    assert.match(await part(page, "error"), /http:\/\/\[/);
  }));

test("what failed is asked again when the address is set again", () =>
  open({ "/": chart("data.json") }, async (page, { asked }) => {
    assert.equal(await drawn(page), false);
    await page.evaluate(() => {
      const element = document.querySelector("district-chart");
      element.src = element.getAttribute("src");
    });
    assert.equal(await drawn(page), false);
    assert.equal(asked.filter((path) => path === "/data.json").length, 2);
  }));

test("correcting the address draws, and the box goes", () =>
  open({ "/": chart("missing.json"), "/data.json": district }, async (page) => {
    assert.equal(await drawn(page), false);
    await page.evaluate(() => {
      document.querySelector("district-chart").src = "data.json";
    });
    assert.equal(await drawn(page), true);
    assert.equal(await part(page, "error"), null);
    assert.notEqual(await part(page, "figure"), null);
  }));

test("words of the page replace the widget's own", () =>
  open({ "/": chart("missing.json") }, async (page) => {
    await drawn(page);
    await page.evaluate(() => {
      document.querySelector("district-chart").messages = {
        vi: { loadStatus: "Không có {source} ({status})." },
      };
    });
    await drawn(page);
    assert.match(await part(page, "error"), /Không có \/missing\.json \(404\)\./);
  }));
