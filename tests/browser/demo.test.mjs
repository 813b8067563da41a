// The demo page as a person meets it: every figure of the report in its accessible
// text, as published; in both languages; without script; with little to fetch.
import assert from "node:assert/strict";
import { statSync } from "node:fs";
import { resolve } from "node:path";
import { test } from "node:test";
import { sizesOf } from "../../tools/budget.mjs";
import { filesUnder } from "../../tools/files.mjs";
import { root } from "../../tools/steps.mjs";
import { frames, open, useBrowser } from "./common/browser.mjs";
import { needs } from "./common/engine.mjs";

useBrowser();

/** Words that make a figure less than exact; an exact one has none of them before it. */
const QUALIFIERS =
  /(trên|dưới|khoảng|gần|ít nhất|không quá|over|under|about|nearly|at least|at most)\s$/i;

/**
 * The 31 figures of the report: what a line must say beside the figure, and the figure
 * with its qualifier, in Vietnamese and in English.
 */
const FIGURES = [
  [
    1,
    ["Chỉ tiêu Nghị quyết đạt và vượt", "21/22 chỉ tiêu"],
    ["resolution met or exceeded", "21/22 targets"],
  ],
  [2, ["Chỉ tiêu Nghị quyết chưa đạt", "1 chỉ tiêu"], ["resolution not met", "1 target"]],
  [3, ["Vốn đầu tư toàn xã hội", "trên 89%"], ["Total social investment", "over 89%"]],
  [
    4,
    ["Tổng giá trị sản xuất", "trên 14.120 tỷ đồng"],
    ["Gross output", "over 14,120 billion dong"],
  ],
  [5, ["Tổng giá trị sản xuất", "tăng 16,6%"], ["Gross output", "16.6%"]],
  [6, ["Tổng giá trị sản xuất", "trên 101%"], ["Gross output", "over 101%"]],
  [7, ["đều tăng", "Cả 3 khu vực"], ["grew", "All 3 sectors"]],
  [
    8,
    ["Khu vực II: Công nghiệp và xây dựng", "trên 36%"],
    ["Sector II: Industry and construction", "over 36%"],
  ],
  [
    9,
    ["Vốn đầu tư toàn xã hội", "3.443 tỷ đồng"],
    ["Total social investment", "3,443 billion dong"],
  ],
  [
    10,
    ["Thu nhập bình quân đầu người", "trên 62 triệu đồng/người/năm"],
    ["Income per head", "over 62 million dong a year"],
  ],
  [
    11,
    ["bình quân 1 ha đất nông nghiệp", "287 triệu đồng/năm"],
    ["a hectare of farmland", "287 million dong a year"],
  ],
  [12, ["Hợp tác xã thành lập mới", "3 hợp tác xã"], ["New cooperatives", "3 cooperatives"]],
  [
    13,
    ["Sản phẩm OCOP mới đạt chuẩn 3 sao", "15 sản phẩm"],
    ["New OCOP products with 3 stars", "15 products"],
  ],
  [14, ["Ngãi Xuyên", "2022"], ["Ngãi Xuyên", "2022"]],
  [14, ["Kim Sơn", "2022"], ["Kim Sơn", "2022"]],
  [14, ["Hàm Giang", "2022"], ["Hàm Giang", "2022"]],
  [
    15,
    ["Xã đạt chuẩn nông thôn mới", "15/15 xã"],
    ["Communes meeting the New Rural standard", "15/15 communes"],
  ],
  [16, ["Xã nông thôn mới nâng cao", "2/15 xã"], ["Advanced New Rural communes", "2/15 communes"]],
  [17, ["Thị trấn Trà Cú", "9/9"], ["Trà Cú township", "9/9"]],
  [17, ["Thị trấn Định An", "9/9"], ["Định An township", "9/9"]],
  [
    18,
    ["Tiêu chí huyện nông thôn mới", "9/9 tiêu chí"],
    ["New Rural district criteria", "9/9 criteria"],
  ],
  [
    19,
    ["Công trình xây dựng cơ bản hoàn thành", "94/126 công trình"],
    ["Public works completed", "94/126 works"],
  ],
  [
    20,
    ["Hộ được bồi thường, dự án cầu Đại Ngãi", "248 hộ"],
    ["Households compensated, Đại Ngãi bridge", "248 households"],
  ],
  [
    21,
    ["Tiền bồi thường, dự án cầu Đại Ngãi", "trên 118 tỷ đồng"],
    ["Compensation paid, Đại Ngãi bridge", "over 118 billion dong"],
  ],
  [
    22,
    ["Trường đạt chuẩn quốc gia mức độ I", "7 trường"],
    ["national standard level I", "7 schools"],
  ],
  [23, ["Hộ nghèo giảm trong năm", "927 hộ"], ["Fewer poor households", "927 households"]],
  [
    24,
    ["Tỷ lệ hộ nghèo giảm trong năm", "2,14 điểm phần trăm"],
    ["Fall of the poverty rate", "2.14 percentage points"],
  ],
  [25, ["Hộ nghèo", "2,33%"], ["Poor", "2.33%"]],
  [26, ["Hộ cận nghèo", "2,8%"], ["Near-poor", "2.8%"]],
  [27, ["Trung bình", "trên 48%"], ["Average", "over 48%"]],
  [28, ["Khá", "trên 36%"], ["Fairly well-off", "over 36%"]],
  [29, ["Giàu", "trên 2,3%"], ["Rich", "over 2.3%"]],
  [
    30,
    ["Lao động được giải quyết việc làm", "6.899 lao động"],
    ["Workers found a job", "6,899 workers"],
  ],
  [
    31,
    ["Lao động đi làm việc có thời hạn ở nước ngoài", "204 lao động"],
    ["Workers sent abroad", "204 workers"],
  ],
];

/** Roles whose content stands on a line of its own. */
const LINES = new Set(["row", "paragraph", "heading", "listitem", "caption", "image", "legend"]);

/** What a screen reader is given, a line each for paragraphs, items, rows of tables. */
async function accessibleLines(page) {
  const cdp = await page.createCDPSession();
  const { nodes } = await cdp.send("Accessibility.getFullAXTree");
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const textOf = (node) => {
    const role = node.role?.value;
    if (role === "StaticText") return node.name.value;
    const inside = (node.childIds ?? []).map((id) => textOf(byId.get(id))).join("");
    const described = role === "image" ? (node.description?.value ?? "") : "";
    const end = LINES.has(role)
      ? "\n"
      : role?.endsWith("cell") || role?.endsWith("header")
        ? " | "
        : "";
    return LINES.has(role) ? `\n${inside}${described}${end}` : `${inside}${end}`;
  };
  return textOf(nodes[0])
    .split("\n")
    .map((line) => line.replaceAll("\u00a0", " ").trim())
    .filter(Boolean);
}

/** Whether a line says the figure beside the label: no more digits, no other qualifier. */
function says(line, [label, figure]) {
  if (!line.includes(label)) return false;
  for (let at = line.indexOf(figure); at >= 0; at = line.indexOf(figure, at + 1)) {
    const before = line.slice(0, at);
    const isWhole =
      !/[\d.,/]$/.test(before) && !/^[\d]|^[.,/]\d/.test(line.slice(at + figure.length));
    const isExact = !/^\d/.test(figure) || !QUALIFIERS.test(before);
    if (isWhole && isExact) return true;
  }
  return false;
}

function assertFigures(lines, expectationOf) {
  const missing = FIGURES.filter(
    (figure) => !lines.some((line) => says(line, expectationOf(figure))),
  );
  assert.deepEqual(
    missing.map(([number, ...said]) => [number, expectationOf([number, ...said])]),
    [],
  );
}

/** Waits for every chart of the page that is to be drawn. */
const settled = (page) =>
  page.evaluate(async () => {
    await customElements.whenDefined("district-chart");
    const charts = [...document.querySelectorAll("main > section district-chart")];
    const drawn = await Promise.all(charts.map((chart) => chart.updateComplete));
    return charts.filter((_, i) => !drawn[i]).map((chart) => chart.getAttribute("src"));
  });

const demo = (work, options) =>
  open({}, work, { path: "/demo/index.html", width: 1280, ...options });

test("the figures are 31, each once in the table above", () => {
  const numbers = new Set(FIGURES.map(([number]) => number));
  assert.deepEqual(
    [...numbers],
    Array.from({ length: 31 }, (_, i) => i + 1),
  );
});

test("a figure counts with its qualifier alone, and whole", () => {
  assert.ok(says("Hộ nghèo | 2,33%", ["Hộ nghèo", "2,33%"]));
  assert.ok(says("Khá: trên 36%.", ["Khá", "trên 36%"]));
  for (const line of ["Hộ nghèo: trên 2,33%", "Hộ nghèo: 12,33%", "Hộ nghèo: 2,33%5", "2,33%"]) {
    assert.ok(!says(line, ["Hộ nghèo", "2,33%"]), line);
  }
  assert.ok(!says("Khá: 36%", ["Khá", "trên 36%"]));
});

for (const [language, index] of [
  ["vi", 1],
  ["en", 2],
]) {
  test(
    `every figure of the report is in the accessible text: ${language}`,
    needs("developer tools"),
    () =>
      demo(
        async (page, { problems }) => {
          assert.deepEqual(await settled(page), ["data/three-mistakes.json"]);
          assertFigures(await accessibleLines(page), (figure) => figure[index]);
          assert.deepEqual(problems, []);
        },
        { path: `/demo/index.html?language=${language}` },
      ),
  );
}

test(
  "without script the page says the same in Vietnamese",
  needs("developer tools", "scripts that can be turned off"),
  () =>
    demo(
      async (page) => {
        const lines = await accessibleLines(page);
        assertFigures(lines, ([, vi]) => [vi[0].replace(/^Khu vực II: .*/, "Khu vực II"), vi[1]]);
        assert.ok(!lines.some((line) => line.includes("Language")));
      },
      { prepare: (page) => page.setJavaScriptEnabled(false) },
    ),
);

test("the page has every kind of chart, and draws every document of the tests", () =>
  demo(async (page) => {
    const [kinds, sources, undrawn] = await page.evaluate(async () => {
      await customElements.whenDefined("district-chart");
      document.querySelector("details").open = true;
      const charts = [...document.querySelectorAll("district-chart")];
      const drawn = [];
      for (const chart of charts) {
        chart.scrollIntoView();
        drawn.push(await chart.updateComplete);
      }
      const values = (name) => [...new Set(charts.map((chart) => chart.getAttribute(name)))].sort();
      const undrawn = charts.filter((_, i) => !drawn[i]).map((chart) => chart.getAttribute("src"));
      return [values("chart"), values("src"), undrawn];
    });
    assert.deepEqual(undrawn, ["data/three-mistakes.json"]);
    assert.equal(kinds.length, 7);
    const documents = filesUnder("tests/charts").filter((path) => path.endsWith(".json"));
    const missing = documents
      .map((path) => path.replace("tests/charts", "data"))
      .filter((path) => !sources.includes(path));
    assert.deepEqual(missing, []);
  }));

test("the language chosen is in the title, the address, and the link to the other page", () =>
  demo(async (page, { url }) => {
    const shown = () =>
      page.evaluate(() => [
        document.title,
        location.search + location.hash,
        document.querySelector('[lang="en"] > a').href,
      ]);
    await settled(page);
    await page.click('a[href="#poverty"]');
    await page.click("input[value=en]");
    assert.deepEqual(await shown(), [
      "Trà Cú district in 2023 · district-charts",
      "?language=en#poverty",
      `${url}/demo/try.html?language=en`,
    ]);
    await page.click("input[value=vi]");
    assert.deepEqual(await shown(), [
      "Huyện Trà Cú năm 2023 · district-charts",
      "#poverty",
      `${url}/demo/try.html`,
    ]);
  }));

test(
  "all comes from its own site, and the fonts weigh less than the charts",
  needs("requests that can be seen and changed"),
  () =>
    demo(async (page, { asked, url }) => {
      const foreign = [];
      page.on("request", (request) => {
        if (!request.url().startsWith(url)) foreign.push(request.url());
      });
      await page.reload({ waitUntil: "networkidle0" });
      await settled(page);
      assert.deepEqual(foreign, []);

      const fetched = [...new Set(asked)];
      const ending = (end) =>
        fetched.filter((path) => path.endsWith(end)).map((path) => `dist${path}`);
      const sum = (sizes) => sizes.reduce((total, size) => total + size, 0);
      const fonts = sum(ending(".woff2").map((path) => statSync(resolve(root, path)).size));
      const charts = sum(
        [...ending("charts.js"), ...ending(".wasm")].map((path) => sizesOf(path).gzip),
      );
      assert.ok(fonts > 0 && fonts < charts, `fonts ${fonts}, charts ${charts}`);
      // Nobody reads Khmer here yet.
      assert.ok(!fetched.some((path) => path.includes("khmer")));
    }),
);

for (const path of ["/demo/index.html", "/demo/try.html"]) {
  test(`at no width does ${path} scroll sideways`, () =>
    open(
      {},
      async (page) => {
        for (const width of [320, 520, 860, 1200, 1400]) {
          await page.setViewport({ width, height: 700 });
          await frames(page);
          const needed = await page.evaluate(() => document.documentElement.scrollWidth);
          assert.ok(needed <= width, `${needed} in ${width}`);
        }
      },
      { path },
    ));
}

test("the picture for links is there in the size that they show", () =>
  demo(async (page) => {
    const size = await page.evaluate(async () => {
      const content = (name) => document.querySelector(`meta[property="og:${name}"]`).content;
      const answer = await fetch(content("image"));
      const { width, height } = await createImageBitmap(await answer.blob());
      return [width, height, content("image:width"), content("image:height")].map(Number);
    });
    assert.deepEqual(size, [1200, 630, 1200, 630]);
  }));
