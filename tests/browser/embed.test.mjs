// The chart in a frame: on a page of another site, under strict policies, in a sandbox;
// and which messages move the frame.
import assert from "node:assert/strict";
import { test } from "node:test";
import { frames, open, useBrowser } from "./common/browser.mjs";
import { district } from "./common/data.mjs";
import { site } from "./common/site.mjs";

useBrowser();

const STRICT =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'; font-src 'self'; img-src data: blob:; require-trusted-types-for 'script'; trusted-types 'none'";

const HOST = '<script src="/embed-host.js" async></script>';
const QUERY = "/embed.html?src=data.json&chart=growth";

/** A page of one site with frames of another; `page` is told the other's address. */
async function embedded(page, work, { answers, own, policy, ...options } = {}) {
  const other = await site({ "/data.json": district, ...answers }, options);
  const headers = policy && {
    "content-security-policy": `default-src 'none'; script-src 'self'; img-src data:; frame-src ${other.url}`,
  };
  try {
    await open({ "/": page(other.url), ...own }, (page, got) => work(page, { ...got, other }), {
      headers,
      prepare: (page) =>
        page.evaluateOnNewDocument(() => {
          window.refused = [];
          addEventListener("dc-embed-refused", ({ detail }) => window.refused.push(detail));
        }),
    });
  } finally {
    await other.close();
  }
}

/** The frame whose chart is drawn. */
async function drawnFrame(page, index = 1) {
  const frame = (await page.frames())[index];
  const chart = await frame.waitForSelector("district-chart");
  assert.equal(await chart.evaluate((element) => element.updateComplete), true);
  return frame;
}

/**
 * The height of the frame from outside, once it is that of what is in it, and stays so:
 * in a frame that grows the scrollbar goes, and the chart beside it gets wider and higher.
 */
async function fittingHeight(page, frame, index = 0) {
  const end = Date.now() + 20_000;
  let [before, outside, inside] = [];
  do {
    assert.ok(Date.now() < end, `The frame is ${outside} high, and what is in it ${inside}.`);
    before = outside;
    await frames(frame);
    await frames(page);
    [outside, inside] = await Promise.all([outsideHeight(page, index), contentHeight(frame)]);
  } while (outside !== inside || outside !== before);
  return outside;
}

const outsideHeight = (page, index) =>
  page.evaluate((at) => document.querySelectorAll("iframe")[at].clientHeight, index);

const contentHeight = (frame) =>
  frame.evaluate(() => Math.ceil(document.documentElement.getBoundingClientRect().height));

const frameHeight = (page) =>
  page.evaluate(() => document.querySelector("iframe").getBoundingClientRect().height);

const refused = (page) => page.evaluate(() => window.refused);

test("a frame of another site is as high as its chart, under strict policies on both", () =>
  embedded(
    (other) => `${HOST}<iframe src="${other}${QUERY}" title="Tăng trưởng" width="700"></iframe>`,
    async (page, { problems }) => {
      const frame = await drawnFrame(page);
      const closed = await fittingHeight(page, frame);
      assert.ok(closed > 300, `${closed}`);
      assert.equal(
        await frame.evaluate(() => document.title),
        "Tăng trưởng theo khu vực kinh tế – Huyện Trà Cú, tỉnh Trà Vinh",
      );

      const toggleTable = () =>
        frame.evaluate(() =>
          document.querySelector("district-chart").shadowRoot.querySelector("button").click(),
        );
      await toggleTable();
      const opened = await fittingHeight(page, frame);
      assert.ok(opened > closed + 100, `${closed}, ${opened}`);
      await toggleTable();
      assert.equal(await fittingHeight(page, frame), closed);

      await page.evaluate(() => {
        document.querySelector("iframe").width = "300";
      });
      await frame.waitForFunction(() => innerWidth === 300);
      assert.notEqual(await fittingHeight(page, frame), closed);
      assert.deepEqual(await refused(page), []);
      assert.deepEqual(problems, []);
    },
    { policy: STRICT, headers: { "content-security-policy": STRICT } },
  ));

test("in a sandbox too, where the site lets its files be read from anywhere", () =>
  embedded(
    (other) => `${HOST}<iframe src="${other}${QUERY}" sandbox="allow-scripts"></iframe>`,
    async (page, { problems }) => {
      const frame = await drawnFrame(page);
      assert.equal(await frame.evaluate(() => origin), "null");
      assert.ok((await fittingHeight(page, frame)) > 300);
      assert.deepEqual(problems, []);
    },
    { headers: { "access-control-allow-origin": "*" } },
  ));

test("each frame has its own height, inside whatever border the page gives it", () =>
  embedded(
    (other) => `${HOST}<style>* { box-sizing: border-box } iframe { border: 5px solid }</style>
      <iframe src="${other}${QUERY}"></iframe>
      <iframe src="${other}${QUERY.replace("growth", "poverty")}"></iframe>`,
    async (page) => {
      const heights = [];
      for (const index of [0, 1]) {
        const frame = await drawnFrame(page, index + 1);
        heights.push(await fittingHeight(page, frame, index));
      }
      assert.notEqual(heights[0], heights[1]);
    },
  ));

test("a script that comes after its frames asks them", () =>
  embedded(
    (other) => `<iframe src="${other}${QUERY}"></iframe>`,
    async (page) => {
      const frame = await drawnFrame(page);
      await frames(page);
      assert.equal(await frameHeight(page), 150 + 4);
      await page.evaluate(() => {
        const script = document.createElement("script");
        script.src = "/embed-host.js";
        document.head.append(script);
      });
      assert.ok((await fittingHeight(page, frame)) > 300);
    },
  ));

/** A page in the place of ours that says what it likes to the page around it. */
const saying = (...messages) => ({
  "/embed.html": `<script>
    for (const message of ${JSON.stringify(messages)}) parent.postMessage(message, "*");
    parent.postMessage({ type: "district-charts:height", height: NaN }, "*");
    parent.postMessage({ type: "district-charts:height", height: Infinity }, "*");
  </script>`,
});
const height = (height) => ({ type: "district-charts:height", height });

test("nonsense from the right frame leaves its height alone", () =>
  embedded(
    (other) => `<script src="/embed-host.js"></script><iframe src="${other}/embed.html"></iframe>`,
    async (page, { problems }) => {
      await page.waitForFunction(() => window.refused.length >= 10);
      assert.deepEqual(await refused(page), Array(10).fill("height"));
      assert.equal(await frameHeight(page), 150 + 4);
      assert.deepEqual(problems, []);
    },
    {
      answers: saying(
        ...["600", -600, 0, 0.5, 1e9, null, [600], { height: 600 }].map(height),
        // Of other parties, which are no business of ours.
        ...["height", 600, null, {}, { type: "height", height: 600 }],
      ),
    },
  ));

test("a message from elsewhere than a frame of ours is refused", () =>
  embedded(
    (other) => `<script src="/embed-host.js"></script>
      <iframe src="${other}/embed.html"></iframe><iframe src="${other}/advert.html"></iframe>`,
    async (page) => {
      await page.evaluate((message) => postMessage(message, "*"), height(600));
      await page.waitForFunction(() => window.refused.length >= 2);
      assert.deepEqual(await refused(page), ["source", "source"]);
      assert.equal(await frameHeight(page), 150 + 4);
    },
    {
      answers: {
        "/embed.html": "<p>Chưa nói gì</p>",
        "/advert.html": `<script>parent.postMessage(${JSON.stringify(height(600))}, "*")</script>`,
      },
    },
  ));

test("a frame that was led to another site is refused", async () => {
  const elsewhere = await site(saying(height(600)));
  try {
    await embedded(
      (other) =>
        `<script src="/embed-host.js"></script><iframe src="${other}/embed.html"></iframe>`,
      async (page) => {
        await page.waitForFunction(() => window.refused.length >= 3);
        assert.deepEqual(await refused(page), Array(3).fill("origin"));
        assert.equal(await frameHeight(page), 150 + 4);
      },
      {
        answers: {
          "/embed.html": { status: 302, headers: { location: `${elsewhere.url}/embed.html` } },
        },
      },
    );
  } finally {
    await elsewhere.close();
  }
});

test("heights that call each other up end with the taller", () =>
  embedded(
    (other) => `<script src="/embed-host.js"></script>
      <iframe src="${other}/embed.html" style="border: 0; height: 200px"></iframe>
      <script>
        window.changes = 0;
        new MutationObserver(() => window.changes++)
          .observe(document.querySelector("iframe"), { attributeFilter: ["style"] });
      </script>`,
    async (page) => {
      await new Promise((done) => setTimeout(done, 500));
      assert.equal(await frameHeight(page), 320);
      assert.ok((await page.evaluate(() => window.changes)) <= 4);
      // What is no loop is followed again.
      await (await page.frames())[1].evaluate((message) => {
        window.onresize = null;
        parent.postMessage(message, "*");
      }, height(250));
      await page.waitForFunction(() => document.querySelector("iframe").clientHeight === 250);
    },
    {
      answers: {
        "/embed.html": `<body style="margin: 0"><script>
          window.onresize = () => {
            const height = innerHeight === 320 ? 300 : 320;
            parent.postMessage({ type: "district-charts:height", height }, "*");
          };
          parent.postMessage(${JSON.stringify(height(300))}, "*");
        </script>`,
      },
    },
  ));

const looks = (frame) =>
  frame.evaluate(() => {
    const { lang, dataset } = document.documentElement;
    const chart = document.querySelector("district-chart");
    const title = chart.shadowRoot.querySelector('[part="title"]');
    return [lang, dataset.theme, getComputedStyle(title).color, title.textContent];
  });

/** Waits for what the frame makes of a change around it. */
async function follows(frame, ...wanted) {
  await frame.waitForFunction(
    (lang, theme, title) => {
      const { documentElement: root } = document;
      const chart = document.querySelector("district-chart");
      const shown = chart.shadowRoot.querySelector('[part="title"]').textContent;
      return root.lang === lang && root.dataset.theme === theme && shown === title;
    },
    { timeout: 5000 },
    ...wanted,
  );
}

const VI = "Tăng trưởng theo khu vực kinh tế";
const EN = "Growth by economic sector";
const DARK_CLASS = "<style>.night { background: #111; color: #eee }</style>";

test("the theme and the language of the page around are followed, and their changes", () =>
  embedded(
    (other) => `${HOST}${DARK_CLASS}<iframe src="${other}${QUERY}"></iframe>`,
    async (page) => {
      const frame = await drawnFrame(page);
      await follows(frame, "vi", "light", VI);
      const [, , dark] = await looks(frame);
      await page.evaluate(() => document.body.classList.add("night"));
      await follows(frame, "vi", "dark", VI);
      await frame.waitForFunction(
        (dark) => {
          const { shadowRoot } = document.querySelector("district-chart");
          return getComputedStyle(shadowRoot.querySelector('[part="title"]')).color !== dark;
        },
        { timeout: 5000 },
        dark,
      );
      await page.evaluate(() => {
        document.documentElement.lang = "en-GB";
      });
      await follows(frame, "en-GB", "dark", EN);
      // One that comes later learns it too, and has its height all the same.
      await page.evaluate(() => document.body.append(document.querySelector("iframe").cloneNode()));
      const later = await drawnFrame(page, 2);
      await follows(later, "en-GB", "dark", EN);
      assert.ok((await fittingHeight(page, later, 1)) > 300);
      assert.deepEqual(await refused(page), []);
    },
  ));

test("what the address of the frame says goes before what the page around says", () =>
  embedded(
    (
      other,
    ) => `${DARK_CLASS}<body class="night"><iframe src="${other}${QUERY}&lang=en&theme=light"></iframe>
      ${HOST}`,
    async (page) => {
      const frame = await drawnFrame(page);
      await page.waitForFunction(() => document.querySelector("iframe").clientHeight > 300);
      await follows(frame, "en", "light", EN);
    },
  ));

test("the frame takes nothing but a theme and a language, and from the page around it alone", () =>
  embedded(
    (other) => `<iframe src="${other}${QUERY}"></iframe><iframe src="/advert.html"></iframe>`,
    async (page) => {
      const frame = await drawnFrame(page);
      await frame.evaluate(() => {
        window.refusals = [];
        addEventListener("dc-embed-refused", ({ detail }) => window.refusals.push(detail));
      });
      const wrong = [
        {},
        { theme: "night" },
        { theme: null, lang: "vi" },
        { theme: "dark", lang: 5 },
        { theme: "dark", lang: 'en"><script>' },
        { theme: { dark: true } },
      ].map((message) => ({ type: "district-charts:page", ...message }));
      await page.evaluate((messages) => {
        for (const message of messages) frames[0].postMessage(message, "*");
      }, wrong);
      await frame.waitForFunction((count) => window.refusals.length >= count, {}, wrong.length);
      // Another frame of the page: of a third party, say.
      await (await page.frames())[2].evaluate(() => {
        const message = { type: "district-charts:page", theme: "dark", lang: "km" };
        parent.frames[0].postMessage(message, "*");
      });
      await frame.waitForFunction((count) => window.refusals.length > count, {}, wrong.length);
      assert.deepEqual(await frame.evaluate(() => window.refusals), [
        ...wrong.map(() => "page"),
        "source",
      ]);
      assert.deepEqual((await looks(frame)).slice(0, 2), ["vi", ""]);
    },
    { own: { "/advert.html": "<p>Quảng cáo</p>" } },
  ));

/** What the page in the frame shows, opened by itself. */
async function shown(address, work, answers = {}) {
  await open({ "/data.json": district, ...answers }, work, { path: address });
}

test("the address says the chart, its language, and how it looks", () =>
  shown(
    "/embed.html?src=data.json&chart=poverty&lang=en&theme=dark&toolbar=none&print=table&highlight=poor",
    async (page) => {
      const frame = await drawnFrame(page, 0);
      assert.equal(
        await frame.evaluate(() => document.title),
        "Poor and near-poor households – Trà Cú district, Trà Vinh province",
      );
      const [scheme, attributes] = await page.evaluate(() => [
        getComputedStyle(document.documentElement).colorScheme,
        Object.fromEntries(
          document
            .querySelector("district-chart")
            .getAttributeNames()
            .map((name) => [name, document.querySelector("district-chart").getAttribute(name)]),
        ),
      ]);
      assert.equal(scheme, "dark");
      assert.deepEqual(attributes, {
        chart: "poverty",
        src: "data.json",
        highlight: "poor",
        toolbar: "none",
        print: "table",
      });
    },
  ));

const alert = (page) => page.$eval("[role=alert]", (text) => text.textContent);

test("without src the address is told to lack it", () =>
  shown("/embed.html?chart=growth&lang=en", async (page) => {
    assert.match(await alert(page), /^The address lacks src\./);
  }));

test("data of another site are refused in a sentence, and not asked for", async () => {
  const other = await site({
    "/data.json": {
      body: JSON.stringify(district),
      headers: { "access-control-allow-origin": "*" },
    },
  });
  const sources = [`${other.url}/data.json`, "data:application/json,{}", "http://"];
  try {
    for (const src of sources) {
      await shown(`/embed.html?src=${encodeURIComponent(src)}&chart=growth`, async (page) => {
        const own = await page.evaluate(() => location.origin);
        const said = await alert(page);
        assert.ok(said.startsWith(`Trang này chỉ vẽ dữ liệu của ${own}, không vẽ ${src}.`), said);
        assert.equal(await page.$("district-chart"), null);
      });
    }
    // Nor by way of an address of this site that leads there.
    const leads = { status: 302, headers: { location: `${other.url}/data.json` } };
    await shown(
      "/embed.html?src=data.json&chart=growth",
      async (page) => {
        const chart = await page.waitForSelector("district-chart");
        assert.equal(await chart.evaluate((element) => element.updateComplete), false);
      },
      { "/data.json": leads },
    );
    assert.deepEqual(other.asked, []);
  } finally {
    await other.close();
  }
});

test("a site that the page lists may be read", async () => {
  const other = await site({
    "/data.json": {
      body: JSON.stringify(district),
      headers: { "access-control-allow-origin": "*" },
    },
  });
  const own = await site({});
  const page = await (await fetch(`${own.url}/embed.html`)).text();
  await own.close();
  try {
    await shown(
      `/embed.html?src=${encodeURIComponent(`${other.url}/data.json`)}&chart=growth`,
      (page) => drawnFrame(page, 0),
      { "/embed.html": page.replace('content=""', `content="${other.url}"`) },
    );
  } finally {
    await other.close();
  }
});
