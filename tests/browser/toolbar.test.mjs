// The tools under a chart: by keys alone, in the language, large enough, and only those
// that do something.
import assert from "node:assert/strict";
import { test } from "node:test";
import { drawn, open, part, useBrowser } from "./common/browser.mjs";
import { district } from "./common/data.mjs";
import { needs } from "./common/engine.mjs";
import { SCRIPT } from "./common/site.mjs";

useBrowser();

const pageOf = (attributes = "", content = "") => ({
  "/": `${SCRIPT}<district-chart chart="growth" ${attributes}>${content}</district-chart>`,
  "/data.json": district,
  "/charts/data.json": district,
});

/** The names of the buttons in the accessibility tree. */
async function buttons(page) {
  const devtools = await page.createCDPSession();
  const { nodes } = await devtools.send("Accessibility.getFullAXTree");
  await devtools.detach();
  return nodes
    .filter(({ ignored, role }) => !ignored && role.value === "button")
    .map(({ name }) => name.value);
}

const toolbarButtons = (page) =>
  page.$$eval(">>> .toolbar button", (all) =>
    all
      .filter((button) => button.checkVisibility())
      .map((button) => button.ariaLabel ?? button.textContent),
  );

const clipboard = (page) => page.evaluate(() => navigator.clipboard.readText());

async function allowClipboard(page) {
  await page
    .browserContext()
    .overridePermissions(new URL(page.url()).origin, [
      "clipboard-read",
      "clipboard-sanitized-write",
    ]);
}

const NAMES = {
  vi: [
    "Bảng số liệu",
    "Cách đọc",
    "Tải về",
    "Tải về PNG",
    "Tải về SVG",
    "Tải về CSV",
    "Chép mã nhúng",
  ],
  en: [
    "Data table",
    "How to read",
    "Download",
    "Download PNG",
    "Download SVG",
    "Download CSV",
    "Copy embed code",
  ],
  km: ["តារាងទិន្នន័យ", "របៀបអាន", "ទាញយក", "ទាញយក PNG", "ទាញយក SVG", "ទាញយក CSV", "ចម្លងកូដបង្កប់"],
};

test(
  "by keys alone: table, download and code, each in the language of the element",
  needs("developer tools"),
  () =>
    open(pageOf('src="data.json" embed="embed.html"'), async (page) => {
      await drawn(page);
      const [table, guide, download, png, svg, csv, code] = NAMES.vi;
      assert.deepEqual(await buttons(page), [table, guide, download, code]);
      const press = async (...keys) => {
        for (const key of keys) await page.keyboard.press(key);
      };
      await press("Tab", "Tab", "Enter");
      assert.match(await part(page, "table"), /trên 36%/);
      await press("Tab", "Tab", "Space");
      assert.deepEqual(await toolbarButtons(page), [table, guide, download, png, svg, csv, code]);
      await page.evaluate(() => {
        window.saved = [];
        HTMLAnchorElement.prototype.click = function () {
          window.saved.push(this.download);
        };
      });
      for (let format = 0; format < 3; format++) await press("Tab", "Enter");
      await page.waitForFunction(() => window.saved.length === 3);
      const saved = await page.evaluate(() => window.saved);
      const name = "Tăng trưởng theo khu vực kinh tế";
      assert.deepEqual(
        new Set(saved),
        new Set(["png", "svg", "csv"].map((end) => `${name}.${end}`)),
      );
      // Shut again, they are out of the way of Tab.
      for (const _ of saved) {
        await page.keyboard.down("Shift");
        await press("Tab");
        await page.keyboard.up("Shift");
      }
      await press("Enter");
      assert.deepEqual(await toolbarButtons(page), [table, guide, download, code]);
      await press("Enter");
      for (const lang of ["en", "km"]) {
        await page.$eval("district-chart", (chart, lang) => chart.setAttribute("lang", lang), lang);
        await drawn(page);
        assert.deepEqual(await toolbarButtons(page), NAMES[lang]);
      }
    }),
);

for (const width of [280, 800]) {
  const options = width < 290 ? needs("windows under 290 pixels") : {};
  test(`every tool is at least 24 pixels wide and high, ${width} pixels wide`, options, () =>
    open(
      pageOf('src="data.json" embed="embed.html"'),
      async (page) => {
        await drawn(page);
        await page.$eval(">>> [aria-controls=formats]", (button) => button.click());
        const sizes = await page.$$eval(">>> .toolbar button", (all) =>
          all
            .filter((button) => button.checkVisibility())
            .map((button) => {
              const { width, height, left, right } = button.getBoundingClientRect();
              return { width, height, isInView: left >= 0 && right <= innerWidth };
            }),
        );
        assert.equal(sizes.length, 7);
        for (const { width, height, isInView } of sizes) {
          assert.ok(width >= 24 && height >= 24 && isInView, JSON.stringify(sizes));
        }
      },
      { width },
    ),
  );
}

test("the icons of the tools grow with their text", () =>
  open(pageOf('src="data.json"'), async (page) => {
    await drawn(page);
    const widths = () =>
      page.$$eval(">>> .toolbar svg", (all) =>
        all
          .map((icon) => icon.getBoundingClientRect().width)
          .filter(Boolean)
          .map(Math.round),
      );
    assert.deepEqual(await widths(), [16, 16, 16]);
    await page.evaluate(() => document.body.style.setProperty("--dc-font-size", "28px"));
    assert.deepEqual(await widths(), [32, 32, 32]);
  }));

test(
  "the code that is copied shows the same chart in a frame",
  needs("a clipboard that can be read"),
  () =>
    open(
      pageOf('src="data.json?a=1&b=2" embed="embed.html" lang="en" highlight="II"'),
      async (page, { url }) => {
        await allowClipboard(page);
        await drawn(page);
        await page.$eval(">>> .toolbar > button:last-child", (button) => button.focus());
        await page.keyboard.press("Enter");
        await page.waitForFunction(() =>
          document
            .querySelector("district-chart")
            .shadowRoot.querySelector(".toolbar > button:last-child")
            .textContent.includes("copied"),
        );
        const code = await clipboard(page);
        assert.match(code, /^<iframe [^<>]*><\/iframe>$/);
        const height = await page.$eval(">>> figure", (figure) => figure.offsetHeight);
        const frame = await page.evaluate((code) => {
          const { body } = new DOMParser().parseFromString(code, "text/html");
          document.body.replaceChildren(...body.childNodes);
          const { src, title, height, attributes } = document.querySelector("iframe");
          return { src, title, height, names: [...attributes].map(({ name }) => name) };
        }, code);
        assert.deepEqual(frame, {
          src: `${url}/embed.html?src=%2Fdata.json%3Fa%3D1%26b%3D2&chart=growth&lang=en&highlight=II`,
          title: "Growth by economic sector – Trà Cú district, Trà Vinh province",
          height: `${height}`,
          names: ["src", "title", "width", "height", "style", "loading"],
        });
        const inside = await page.waitForFrame((one) => one.url().includes("embed.html"));
        await inside.waitForFunction(
          () =>
            document.querySelector("district-chart")?.shadowRoot.querySelector("figure").hidden ===
            false,
        );
        assert.equal(await inside.$eval("district-chart", (chart) => chart.highlight), "II");
      },
    ),
);

test("a name cannot break out of the code", needs("a clipboard that can be read"), () =>
  open(
    {
      ...pageOf('src="data.json" embed="embed.html"'),
      "/data.json": { ...district, place: '"><script>alert(1)</script>&amp;' },
    },
    async (page) => {
      await allowClipboard(page);
      await drawn(page);
      await page.$eval(">>> .toolbar > button:last-child", (button) => button.focus());
      await page.keyboard.press("Enter");
      await page.waitForFunction(async () => (await navigator.clipboard.readText()) !== "");
      const code = await clipboard(page);
      const title = await page.evaluate((code) => {
        const { body } = new DOMParser().parseFromString(code, "text/html");
        return body.children.length === 1 && body.firstElementChild.title;
      }, code);
      assert.ok(title.endsWith('"><script>alert(1)</script>&amp;'), title);
    },
  ),
);

for (const [name, attributes, change] of [
  ["the page names no embed.html", 'src="data.json"'],
  [
    "the data are a property",
    'src="data.json" embed="embed.html"',
    (chart, data) => (chart.data = data),
  ],
  ["there is no such address", 'src="data.json" embed="https://["'],
  [
    "the browser has no clipboard",
    'src="data.json" embed="embed.html"',
    (chart) => {
      Object.defineProperty(navigator, "clipboard", { value: undefined });
      chart.highlight = "I";
    },
  ],
]) {
  test(`no code is offered where ${name}`, () =>
    open(pageOf(attributes), async (page) => {
      await drawn(page);
      if (change) await page.$eval("district-chart", change, district);
      assert.ok(await drawn(page));
      assert.deepEqual(await toolbarButtons(page), NAMES.vi.slice(0, 3));
    }));
}

test("where the clipboard is refused the tool goes, and nothing else happens", () =>
  open(pageOf('src="data.json" embed="embed.html"'), async (page, { problems }) => {
    await drawn(page);
    await page.evaluate(() => {
      navigator.clipboard.writeText = () =>
        Promise.reject(new DOMException("no", "NotAllowedError"));
    });
    await page.$eval(">>> .toolbar > button:last-child", (button) => button.click());
    await page.waitForFunction(
      () =>
        document
          .querySelector("district-chart")
          .shadowRoot.querySelector(".toolbar > button:last-child").hidden,
    );
    assert.deepEqual(problems, []);
  }));

test(
  'toolbar="none" leaves every tool out, also for keys and screen readers',
  needs("developer tools"),
  () =>
    open(pageOf('src="data.json" embed="embed.html" toolbar="none"'), async (page) => {
      await drawn(page);
      assert.deepEqual(await buttons(page), []);
      await page.keyboard.press("Tab");
      await page.keyboard.press("Tab");
      assert.equal(await page.evaluate(() => document.activeElement.localName), "body");
    }),
);
