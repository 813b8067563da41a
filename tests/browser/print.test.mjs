// On paper: dark ink on white, sharp, with its source, without its buttons.
import assert from "node:assert/strict";
import { test } from "node:test";
import { hasPdfReader, readPdf } from "../../tools/pdf.mjs";
import { canvasSize, drawn, frames, open, pixel, useBrowser } from "./common/browser.mjs";
import { district } from "./common/data.mjs";
import { needs } from "./common/engine.mjs";
import { SCRIPT } from "./common/site.mjs";

useBrowser();

const pages = (attributes = "") => ({
  "/": `${SCRIPT}<style>:root { color-scheme: dark }</style>
    <district-chart chart="growth" src="data.json" ${attributes}></district-chart>`,
  "/data.json": district,
});

/** What the page shows after `beforeprint`, then after `afterprint`. */
const beforeAndAfter = (page) =>
  page.evaluate(async () => {
    const canvas = document.querySelector("district-chart").shadowRoot.querySelector("canvas");
    const read = () => {
      const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
      let black = 0;
      for (let i = 0; i < data.length; i += 4)
        if (data[i + 3] === 255 && data[i] + data[i + 1] + data[i + 2] === 0) black++;
      return { ratio: canvas.width / Number.parseFloat(canvas.style.width), black };
    };
    dispatchEvent(new Event("beforeprint"));
    const during = read();
    dispatchEvent(new Event("afterprint"));
    return { during, after: read() };
  });

test("before printing it is drawn at once at three pixels in black; then as it was", () =>
  open(pages(), async (page) => {
    await drawn(page);
    const screen = await canvasSize(page);
    const { during, after } = await beforeAndAfter(page);
    assert.equal(Math.round(during.ratio), 3);
    assert.ok(during.black > 1000, `${during.black}`);
    assert.deepEqual([Math.round(after.ratio), after.black], [1, 0]);
    assert.deepEqual(await canvasSize(page), screen);
  }));

test(
  "where a tool shows the page as on paper, the picture is black on white",
  needs("media features"),
  () =>
    open(pages(), async (page) => {
      await drawn(page);
      assert.notDeepEqual(await pixel(page, 1, 1), [255, 255, 255, 255]);
      await page.emulateMediaType("print");
      await page.evaluate(async () => {
        document.documentElement.lang = "en";
        await document.querySelector("district-chart").updateComplete;
      });
      await frames(page);
      assert.deepEqual(await pixel(page, 1, 1), [255, 255, 255, 255]);
    }),
);

test("a lazy chart far below is printed too", needs("print to PDF"), () =>
  open(
    {
      ...pages(),
      "/": pages('loading="lazy"')["/"].replace(
        "<district",
        '<div style="height:5000px"></div><district',
      ),
    },
    async (page) => {
      await page.evaluate(() => customElements.whenDefined("district-chart"));
      await page.waitForNetworkIdle();
      await frames(page);
      const { during } = await beforeAndAfter(page);
      assert.ok(during.black > 1000, `${during.black}`);
    },
  ),
);

test("toolbar and tooltip are not printed, the table is on request", needs("media features"), () =>
  open(pages('print="table"'), async (page) => {
    await drawn(page);
    await page.emulateMediaType("print");
    const shown = await page.evaluate(() => {
      const root = document.querySelector("district-chart").shadowRoot;
      const { height } = root.getElementById("table").getBoundingClientRect();
      return [root.querySelector(".toolbar").checkVisibility(), height > 80];
    });
    assert.deepEqual(shown, [false, true]);
  }),
);

const skip = hasPdfReader() ? needs("print as lines").skip : "poppler's programs are not installed";

const CHARTS = [
  ["tra-vinh-2024", "growth", ["Tăng trưởng theo khu vực kinh tế", "20,23%", "Cục Thống kê"]],
  ["tra-vinh-2024", "structure", ["Cơ cấu kinh tế theo khu vực", "38,60", "Cục Thống kê"]],
  ["tra-cu-2023", "poverty", ["Hộ nghèo và hộ cận nghèo", "2,33%", "05/01/2024"]],
  ["living-standards-whole", "living-standards", ["Mức sống của các hộ", "45,3%"]],
  ["tra-cu-2023", "ntm", ["Xây dựng nông thôn mới", "15/15", "05/01/2024"]],
  ["tra-cu-2023", "ntm-criteria", ["Tiêu chí nông thôn mới", "19/19", "05/01/2024"]],
  ["targets-every", "targets", ["Kế hoạch và kết quả", "96,2%", "Vượt"]],
];

/** A dark page of these charts, with their tables. */
function darkPage(charts) {
  const elements = charts.map(
    ([document, chart]) =>
      `<district-chart chart="${chart}" src="/demo/data/${document}.json" print="table"></district-chart>`,
  );
  return `${SCRIPT}<style>
    :root { color-scheme: dark; background: #111; color: #eee }
    body { margin: 0 }
  </style>${elements.join("")}<p>Hết.</p>`;
}

async function print(path, answers, options) {
  let pdf;
  await open(
    answers,
    async (page, { problems }) => {
      await page.waitForNetworkIdle();
      await page.evaluate(async () => {
        await customElements.whenDefined("district-chart");
        const all = document.querySelectorAll("district-chart:not([loading])");
        await Promise.all(Array.from(all, (chart) => chart.updateComplete));
      });
      pdf = await page.pdf({ format: "A4", ...options });
      assert.deepEqual(problems, []);
    },
    { path, width: 1280 },
  );
  return readPdf(pdf);
}

const textOf = (words) => words.map(({ text }) => text).join(" ");

/** The box of all that is not white. */
function inkOf({ width, height, at }) {
  const box = { left: width, right: 0, darkest: 255, share: 0 };
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (at(x, y) > 250) continue;
      box.left = Math.min(box.left, x);
      box.right = Math.max(box.right, x);
      box.darkest = Math.min(box.darkest, at(x, y));
      box.share += 1 / (width * height);
    }
  }
  return box;
}

const PAPERS = {
  "A4 upright": {},
  "A4 across": { landscape: true },
  "with wide margins": { margin: { left: "4cm", right: "4cm" } },
};

for (const [paper, options] of Object.entries(PAPERS)) {
  test(`all charts are printed as lines and letters, dark on white: ${paper}`, {
    skip,
  }, async () => {
    const { pages, images } = await print("/", { "/": darkPage(CHARTS) }, options);
    assert.equal(images, 0);
    const text = pages.map(({ words }) => textOf(words)).join(" ");
    for (const [, , expected] of CHARTS) {
      for (const words of expected) assert.ok(text.includes(words), `${words} in ${text}`);
    }
    assert.ok(!text.includes("Tải về"));
    // Chromium counts the pages before the charts know their width.
    const lowest = pages.at(-1).words.reduce((a, b) => (b.bottom > a.bottom ? b : a));
    assert.equal(lowest.text, "Hết.");
    const inks = pages.map(({ grey }) => inkOf(grey));
    for (const { darkest, share } of inks) assert.ok(darkest < 64 && share < 0.4, `${share}`);
    const margin = options.margin ? 151 : 0;
    const { width } = pages[0].grey;
    assert.ok(Math.min(...inks.map(({ left }) => left)) < margin + 20);
    assert.ok(Math.max(...inks.map(({ right }) => right)) > width - margin - 20);
  });
}

const TALL = [
  ["targets-every", "targets", { pages: 2, withTable: 3 }],
  ["tra-cu-2023", "ntm-criteria", { pages: 2, withTable: 4 }],
  ["criteria-states", "ntm-criteria", { pages: 2, withTable: 3 }],
];

for (const [document, chart, most] of TALL) {
  for (const paper of ["A4 upright", "A4 across"]) {
    test(`no page is empty, and no title alone: ${document}, ${chart}, ${paper}`, {
      skip,
    }, async () => {
      for (const [attributes, count] of [
        ["", most.pages],
        ['print="table"', most.withTable],
      ]) {
        const element = `<district-chart chart="${chart}" src="/demo/data/${document}.json" ${attributes}></district-chart>`;
        const { pages } = await print("/", { "/": SCRIPT + element }, PAPERS[paper]);
        const words = pages.map((page) => page.words.length);
        assert.ok(pages.length <= count, `${attributes}: ${words}`);
        assert.ok(Math.min(...words) > 0, `${attributes}: ${words}`);
        const [{ words: first, grey }] = pages;
        const lowest = Math.max(...first.map(({ bottom }) => bottom));
        assert.ok(lowest > grey.height / 2, `${attributes}: ${lowest} of ${grey.height}`);
      }
    });
  }
}

/** How often a line of pixels goes from the dark of a part to white. */
function whiteLines(greys) {
  return greys.filter((grey, index) => grey > 225 && greys[index - 1] <= 225).length;
}

test("on grey paper parts that touch have other patterns", { skip }, async () => {
  const { pages } = await print("/", { "/": darkPage([CHARTS[1]]) }, {});
  const [{ words, grey }] = pages;
  const patterns = ["27,31", "38,60", "29,03"].map((share) => {
    const { left, top, bottom } = words.find(({ text }) => text === share);
    const middle = (top + bottom) / 2;
    const level = Array.from({ length: 26 }, (_, x) => grey.at(left - 32 + x, middle));
    const upright = Array.from({ length: 26 }, (_, y) => grey.at(left - 12, middle - 13 + y));
    return [whiteLines(level), whiteLines(upright)].map((count) => count > 2);
  });
  assert.deepEqual(patterns, [
    [false, false],
    [true, false],
    [false, false],
  ]);
  // The figure itself stands on a plain plate: between its letters nothing is white.
  const { left, right, bottom } = words.find(({ text }) => text === "38,60");
  const below = Array.from({ length: Math.floor(right - left) }, (_, x) =>
    grey.at(left + x, bottom - 5),
  );
  assert.equal(whiteLines(below), 0);
});

/** Of eight parts of a column, each in a colour of its own: shares that no other has. */
const EIGHT = [14, 13.5, 13, 12.5, 12.4, 12, 11.6, 11];

test("on grey paper every second colour has a pattern of its own", { skip }, async () => {
  const sectors = EIGHT.map((share, n) => ({ id: `s${n}`, name: `Ngành ${n}`, values: [share] }));
  const document = {
    version: 1,
    place: "Huyện Trà Cú",
    structure: { unit: "%", periods: ["2023"], sectors },
  };
  const element = '<district-chart chart="structure" src="data.json"></district-chart>';
  const { pages } = await print("/", { "/": SCRIPT + element, "/data.json": document }, {});
  const [{ words, grey }] = pages;
  // How many white lines there are beside the figure, across and down.
  const lines = EIGHT.map((share) => {
    const figure = `${share}`.replace(".", ",");
    const { left, top, bottom } = words.find(({ text }) => text === figure);
    const middle = (top + bottom) / 2;
    const across = [-4, -2, 0, 2, 4].map((down) =>
      whiteLines(Array.from({ length: 30 }, (_, x) => grey.at(left - 34 + x, middle + down))),
    );
    const down = [-20, -18, -16, -14, -12].map((right) =>
      whiteLines(Array.from({ length: 30 }, (_, y) => grey.at(left + right, middle - 15 + y))),
    );
    return [Math.max(...across), Math.max(...down)];
  });
  const howMany = (count) => (count > 3 ? "many" : count > 1 ? "few" : "none");
  const plain = ["none", "none"];
  assert.deepEqual(
    lines.map((counts) => counts.map(howMany)),
    [
      plain,
      ["many", "none"],
      plain,
      ["none", "many"],
      plain,
      ["many", "many"],
      plain,
      ["few", "none"],
    ],
  );
});

for (const [rows, periods] of [
  [2, 30],
  [4, 60],
  [14, 26],
]) {
  test(`no number of a wide table is broken or cut: ${rows} rows, ${periods} periods`, {
    skip,
  }, async () => {
    const numberOf = (row, period) => 10_000 + 100 * period + row + 0.25;
    const document = {
      version: 1,
      place: "Huyện Trà Cú",
      poverty: {
        unit: "hộ",
        periods: Array.from({ length: periods }, (_, period) => `${1990 + period}`),
        series: Array.from({ length: rows }, (_, row) => ({
          id: `s${row}`,
          name: `Nhóm hộ thứ ${row + 1}`,
          values: Array.from({ length: periods }, (_, period) => numberOf(row, period)),
        })),
      },
    };
    const element =
      '<district-chart chart="poverty" src="data.json" print="table"></district-chart>';
    const { pages } = await print("/", { "/": SCRIPT + element, "/data.json": document }, {});
    const printed = new Set();
    for (const { words, grey } of pages) {
      for (const { text, left, right } of words) {
        if (left >= 0 && right <= grey.width) printed.add(text);
      }
    }
    const format = new Intl.NumberFormat("vi", { minimumFractionDigits: 2 });
    for (let row = 0; row < rows; row++) {
      for (let period = 0; period < periods; period++) {
        const number = format.format(numberOf(row, period));
        assert.ok(printed.has(number), number);
      }
    }
  });
}

test("the demo is printed whole, without what is for the screen", { skip }, async () => {
  const { pages, images } = await print("/demo/index.html", {}, {});
  assert.equal(images, 0);
  const text = pages.map(({ words }) => textOf(words)).join(" ");
  for (const words of ["Huyện Trà Cú năm 2023", "trên 36%", "16,6%", "2,33%", "15/15", "Nguồn:"])
    assert.ok(text.includes(words), words);
  for (const words of ["Tải về", "Ngôn ngữ"]) assert.ok(!text.includes(words), words);
  assert.ok(pages.every(({ words }) => words.length > 0));
});
