// What a page author sees of the element: two lines, events, properties.
import assert from "node:assert/strict";
import { test } from "node:test";
import { drawn, frames, open, part, showsFallback, useBrowser } from "./common/browser.mjs";
import { district, inline } from "./common/data.mjs";
import { needs } from "./common/engine.mjs";
import { SCRIPT } from "./common/site.mjs";

useBrowser();

const two = {
  "/": `${SCRIPT}<district-chart chart="growth" src="data.json"><p>Bảng dự phòng</p></district-chart>`,
  "/data.json": district,
};

test("two lines draw a chart", () =>
  open(two, async (page, { problems }) => {
    assert.equal(await drawn(page), true);
    assert.equal(await part(page, "title"), "Tăng trưởng theo khu vực kinh tế");
    assert.match(await part(page, "figure"), /Huyện Trà Cú, tỉnh Trà Vinh\. Giá trị sản xuất/);
    assert.match(await part(page, "figure"), /Trang Thông tin điện tử huyện Trà Cú/);
    assert.equal(await showsFallback(page), false);
    assert.deepEqual(await page.evaluate(() => window.events), [["dc-ready", null]]);
    assert.deepEqual(problems, []);
  }));

test(
  "the page's style is worked out for all charts together, and each is drawn once",
  needs("developer tools"),
  () => {
    const chart = '<district-chart chart="growth" src="data.json"></district-chart>';
    const all = { ...two, "/": "<main></main>", "/all": chart.repeat(30) };
    return open(all, async (page) => {
      const rounds = await countStyle(page);
      const before = await rounds();
      const titles = await page.evaluate(async (script) => {
        const { fillText } = CanvasRenderingContext2D.prototype;
        let titles = 0;
        CanvasRenderingContext2D.prototype.fillText = function (text, ...where) {
          if (text === "Khu vực II") titles += 1;
          return fillText.call(this, text, ...where);
        };
        document.querySelector("main").innerHTML = await (await fetch("all")).text();
        await import(script);
        const charts = [...document.querySelectorAll("district-chart")];
        await Promise.all(charts.map((chart) => chart.updateComplete));
        return titles;
      }, "/district-charts.js");
      assert.equal(titles, 30);
      const style = (await rounds()) - before;
      assert.ok(style < 20, `${style} times`);
    });
  },
);

const twoCharts = {
  ...two,
  "/": `${SCRIPT}
    <district-chart chart="growth" src="data.json"></district-chart>
    <district-chart chart="poverty" src="data.json"></district-chart>`,
};

test(
  "while nothing but figures changes, no style of the page is worked out",
  needs("developer tools"),
  () =>
    open(twoCharts, async (page) => {
      await drawn(page);
      const rounds = await countStyle(page);
      const before = await rounds();
      await page.evaluate(async (data) => {
        for (let turn = 1; turn <= 20; turn++) {
          data.growth.sectors[0].values[0] = turn;
          data.poverty.series[1].values[2] = turn;
          for (const element of document.querySelectorAll("district-chart")) {
            element.data = data;
            await element.updateComplete;
          }
        }
      }, district);
      const style = (await rounds()) - before;
      // The first figures take the place of words, and a frame or two may have passed.
      assert.ok(style < 10, `${style} times`);
    }),
);

/** Asks how often the browser has worked out style so far. */
async function countStyle(page) {
  const devtools = await page.createCDPSession();
  await devtools.send("Performance.enable");
  return async () => {
    const { metrics } = await devtools.send("Performance.getMetrics");
    return metrics.find(({ name }) => name === "RecalcStyleCount").value;
  };
}

test("the chart may be left out where the document feeds one", () => {
  const { version, place, growth } = district;
  return open(
    {
      "/": `${SCRIPT}<district-chart src="data.json"></district-chart>`,
      "/data.json": { version, place, growth },
    },
    async (page) => {
      assert.equal(await drawn(page), true);
      assert.equal(await part(page, "title"), "Tăng trưởng theo khu vực kinh tế");
    },
  );
});

test("JSON inside the element is its document, also when it comes or changes later", () =>
  open(
    { "/": `${SCRIPT}<district-chart chart="growth">${inline}</district-chart>` },
    async (page) => {
      assert.equal(await drawn(page), true);
      const later = await page.evaluate(async () => {
        const element = document.querySelector("district-chart");
        const script = element.querySelector("script");
        const { growth, ...rest } = JSON.parse(script.textContent);
        script.textContent = JSON.stringify({ ...rest, growth: { ...growth, title: "Khác" } });
        const drawn = await element.updateComplete;
        const other = document.createElement("district-chart");
        other.setAttribute("chart", "growth");
        document.body.append(other);
        const empty = await other.updateComplete;
        other.append(script.cloneNode(true));
        return [
          drawn,
          element.shadowRoot.querySelector("figcaption").textContent,
          empty,
          await other.updateComplete,
        ];
      });
      assert.equal(later[0], true);
      assert.match(later[1], /^Khác/);
      assert.deepEqual(later.slice(2), [false, true]);
    },
  ));

test("data set before the element is defined is drawn, and wins over src and inline JSON", () =>
  open(
    {
      "/": `<district-chart chart="growth" src="missing.json">${inline}</district-chart>
        <script>
          const element = document.querySelector("district-chart");
          element.data = ${JSON.stringify({ ...district, place: "Nơi khác" })};
          element.messages = { vi: { table: "Xem số" } };
        </script>${SCRIPT}`,
    },
    async (page, { asked }) => {
      assert.equal(await drawn(page), true);
      assert.match(await part(page, "figure"), /Nơi khác/);
      assert.match(await part(page, "toolbar"), /^Xem số/);
      assert.ok(!asked.includes("/missing.json"));
      assert.equal(
        await page.evaluate(() => document.querySelector("district-chart").data.place),
        "Nơi khác",
      );
    },
  ));

test("what is set at once is one update and one event", () =>
  open(two, async (page) => {
    await drawn(page);
    const events = await page.evaluate(async (data) => {
      const element = document.querySelector("district-chart");
      window.events = [];
      element.data = { ...data, place: "A" };
      element.setAttribute("chart", "poverty");
      element.lang = "en";
      element.data = { ...data, place: "B" };
      element.highlight = "poor";
      await element.updateComplete;
      return window.events.map(([type]) => type);
    }, district);
    assert.deepEqual(events, ["dc-ready"]);
    assert.match(await part(page, "figure"), /B/);
  }));

test("dc-ready comes once for each document, chart and language, and for nothing else", () =>
  open(two, async (page) => {
    await drawn(page);
    const counts = await page.evaluate(async (data) => {
      const element = document.querySelector("district-chart");
      const counts = [];
      const after = async (change) => {
        window.events = [];
        change();
        await element.updateComplete;
        await new Promise((done) => setTimeout(done, 50));
        counts.push(window.events.length);
      };
      await after(() => element.setAttribute("chart", "ntm"));
      await after(() => {
        element.lang = "en";
      });
      await after(() => {
        element.data = data;
      });
      await after(() => {
        element.highlight = "ntm";
      });
      await after(() => {
        element.style.width = "400px";
      });
      await after(() => element.setAttribute("chart", "ntm"));
      await after(() => element.setAttribute("src", "other.json"));
      await after(() => document.body.prepend(element));
      await after(() => {
        element.messages = { vi: {} };
      });
      return counts;
    }, district);
    assert.deepEqual(counts, [1, 1, 1, 0, 0, 0, 0, 0, 0]);
  }));

test("the language is the element's own or the nearest ancestor's, through shadow roots", () =>
  open(two, async (page) => {
    const titles = await page.evaluate(async (data) => {
      await customElements.whenDefined("district-chart");
      const host = document.createElement("section");
      const root = host.attachShadow({ mode: "open" });
      const element = document.createElement("district-chart");
      element.setAttribute("chart", "growth");
      element.data = data;
      root.append(element);
      document.body.append(host);
      const titles = [];
      const note = async () => {
        await element.updateComplete;
        titles.push(element.shadowRoot.querySelector('[part="title"]').textContent);
      };
      await note();
      document.documentElement.lang = "en-GB";
      await note();
      host.lang = "km";
      await new Promise((done) => setTimeout(done));
      await note();
      element.lang = "vi-VN";
      await note();
      element.lang = "fr";
      await note();
      element.removeAttribute("lang");
      host.removeAttribute("lang");
      document.documentElement.removeAttribute("lang");
      await note();
      return titles;
    }, district);
    const [vi, en, km] = titles;
    assert.equal(new Set([vi, en, km]).size, 3);
    assert.deepEqual(titles, [vi, en, km, vi, en, vi]);
  }));

test("one request for one address, however many elements ask", () =>
  open(
    {
      "/": `${SCRIPT}${'<district-chart chart="growth" src="data.json"></district-chart>'.repeat(3)}
        <district-chart chart="poverty" src="./data.json"></district-chart>`,
      "/data.json": { body: JSON.stringify(district), delay: 50 },
    },
    async (page, { asked }) => {
      const all = await page.evaluate(async () => {
        await customElements.whenDefined("district-chart");
        return Promise.all(
          [...document.querySelectorAll("district-chart")].map((e) => e.updateComplete),
        );
      });
      assert.deepEqual(all, [true, true, true, true]);
      assert.equal(asked.filter((path) => path === "/data.json").length, 1);
      assert.equal(asked.filter((path) => path.endsWith(".wasm")).length, 1);
    },
  ));

test(
  "of several addresses the last wins, and requests nobody waits for are ended",
  needs("requests that can be seen and changed"),
  () =>
    open(
      {
        "/": `${SCRIPT}<district-chart chart="growth"></district-chart>`,
        "/slow.json": { body: JSON.stringify({ ...district, place: "Chậm" }), delay: 400 },
        "/fast.json": { ...district, place: "Nhanh" },
      },
      async (page) => {
        const failed = [];
        page.on("requestfailed", (request) => failed.push(new URL(request.url()).pathname));
        await page.evaluate(async () => {
          await customElements.whenDefined("district-chart");
          const element = document.querySelector("district-chart");
          element.src = "slow.json";
          await new Promise((done) => setTimeout(done, 50));
          element.src = "fast.json";
          return element.updateComplete;
        });
        await new Promise((done) => setTimeout(done, 500));
        assert.match(await part(page, "figure"), /Nhanh/);
        assert.deepEqual(failed, ["/slow.json"]);
        assert.deepEqual(await page.evaluate(() => window.events.map(([type]) => type)), [
          "dc-ready",
        ]);
      },
    ),
);

test("methods give the whole chart, also from an element that is not on the page", () =>
  open(two, async (page) => {
    await drawn(page);
    const got = await page.evaluate(async (data) => {
      const element = document.createElement("district-chart");
      element.setAttribute("chart", "poverty");
      element.data = data;
      const shown = document.querySelector("district-chart");
      const png = await shown.toPNG({ width: 300, pixelRatio: 2 });
      const bitmap = await createImageBitmap(png);
      const none = await document
        .createElement("district-chart")
        .toCSV()
        .catch((error) => [error.name, error.code]);
      return {
        svg: await element.toSVG(),
        csv: await element.toCSV(),
        summary: await element.summary(),
        type: png.type,
        width: bitmap.width,
        none,
      };
    }, district);
    assert.match(got.svg, /^<svg[\s\S]*nghèo/);
    assert.ok(got.csv.startsWith("\uFEFF"));
    assert.match(got.csv, /2\.33/);
    assert.match(got.summary, /2,33/);
    assert.deepEqual([got.type, got.width], ["image/png", 600]);
    assert.deepEqual(got.none, ["DistrictChartError", "missing"]);
  }));

test("a second copy of the script does no harm", () =>
  open(
    {
      ...two,
      "/": `${SCRIPT}<script type="module" src="/district-charts.js?again"></script>${two["/"]}`,
    },
    async (page, { problems }) => {
      assert.equal(await drawn(page), true);
      assert.deepEqual(problems, []);
    },
  ));

test("a lazy chart is drawn when it comes near the view", () =>
  open(
    {
      "/": `${SCRIPT}<div style="height:4000px"></div>
        <district-chart chart="growth" src="data.json" loading="lazy">Chờ</district-chart>`,
      "/data.json": district,
    },
    async (page) => {
      await page.evaluate(() => customElements.whenDefined("district-chart"));
      await new Promise((done) => setTimeout(done, 200));
      assert.equal(await part(page, "figure"), null);
      await page.evaluate(() => scrollTo(0, 3500));
      assert.equal(await drawn(page), true);
      await frames(page);
      assert.notEqual(await part(page, "figure"), null);
    },
  ));

test("the toolbar shows the table, and is left out on request", () =>
  open(two, async (page) => {
    await drawn(page);
    const box = () =>
      page.evaluate(() => {
        const root = document.querySelector("district-chart").shadowRoot;
        const { width, height } = root.getElementById("table").getBoundingClientRect();
        return [
          width > 100 && height > 100,
          root.querySelector("button").getAttribute("aria-expanded"),
        ];
      });
    assert.deepEqual(await box(), [false, "false"]);
    await page.click(">>> button");
    assert.deepEqual(await box(), [true, "true"]);
    await page.click(">>> button");
    assert.deepEqual(await box(), [false, "false"]);
    await page.evaluate(() =>
      document.querySelector("district-chart").setAttribute("toolbar", "none"),
    );
    assert.equal(await part(page, "toolbar"), null);
  }));
