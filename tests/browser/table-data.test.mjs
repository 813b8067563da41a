// A table inside the element as its data: what people without the chart read is what it draws.
import assert from "node:assert/strict";
import { test } from "node:test";
import { drawn, open, part, useBrowser } from "./common/browser.mjs";
import { district } from "./common/data.mjs";
import { policy, SCRIPT } from "./common/site.mjs";

useBrowser();

const POVERTY = `<table data-section="poverty" data-place="Huyện Trà Cú, tỉnh Trà Vinh"
    data-source="Trang Thông tin điện tử huyện Trà Cú" data-source-date="2024-01-05">
  <caption>Hộ nghèo và hộ cận nghèo</caption>
  <tr><th>Hộ</th><th>2021</th><th data-break="Chuẩn nghèo 2022–2025">2022</th><th>2023</th></tr>
  <tr><th>Hộ nghèo</th><td></td><td>4,47%</td>
    <td data-value="2.33" data-count="1011" data-of="43369">1.011 hộ (2,33%)</td></tr>
  <tr><th data-id="nearPoor">Hộ cận nghèo</th><td></td><td>–</td><td>2,80%</td></tr>
</table>`;

const TARGETS = `<table data-section="targets" data-place="Huyện Trà Cú, tỉnh Trà Vinh" data-period="2023">
  <tr><th>Chỉ tiêu</th><th>Đơn vị</th><th data-head="Thực hiện">Kết quả cả năm</th><th>% kế hoạch</th></tr>
  <tr><th>Tổng giá trị sản xuất</th><td>tỷ đồng</td>
    <td data-value="14120" data-qualifier="over">trên 14.120</td><td>trên 101</td></tr>
</table>`;

const page = (table, more = "") =>
  `${SCRIPT}<district-chart ${more}><figure>${table}</figure></district-chart>`;

/** What the element drew, as its CSV tells: the named columns of each figure. */
const figures = (page, ...names) =>
  page.evaluate(async (names) => {
    const text = await document.querySelector("district-chart").toCSV();
    const [head, ...rows] = text
      .replace("\uFEFF", "")
      .trim()
      .split("\r\n")
      .map((line) => line.match(/"(?:[^"]|"")*"|[^,]+|(?<=,|^)(?=,|$)/g));
    return rows.map((row) => names.map((name) => row[head.indexOf(name)]).join(" "));
  }, names);

test("the figures of a table are drawn under the strictest policy, and the table gives way", () =>
  open(
    { "/": page(POVERTY) },
    async (page, { asked, problems }) => {
      assert.equal(await drawn(page), true);
      assert.deepEqual(await figures(page, "series", "period", "value", "status", "count", "of"), [
        "poor 2021  noFigure  ",
        "poor 2022 4.47   ",
        "poor 2023 2.33  1011 43369",
        "nearPoor 2021  noFigure  ",
        "nearPoor 2022  noFigure  ",
        "nearPoor 2023 2.80   ",
      ]);
      assert.equal(await part(page, "title"), "Hộ nghèo và hộ cận nghèo");
      const shadow = await page.evaluate(
        () => document.querySelector("district-chart").shadowRoot.textContent,
      );
      assert.match(shadow, /Trang Thông tin điện tử huyện Trà Cú/);
      assert.equal(
        await page.evaluate(() => document.querySelector("table").checkVisibility()),
        false,
      );
      assert.equal(asked.filter((path) => /^\/table-data\.\w{8}\.js$/.test(path)).length, 1);
      assert.deepEqual(problems, []);
    },
    { headers: { "content-security-policy": policy("'self' 'wasm-unsafe-eval'") } },
  ));

test("a head that is not understood says by an attribute what it is", () =>
  open({ "/": page(TARGETS) }, async (page) => {
    assert.equal(await drawn(page), true);
    assert.deepEqual(await figures(page, "value", "unit", "qualifier"), [
      "14120 tỷ đồng over",
      "101 % over",
    ]);
  }));

test("what a table has and the chart does not draw is a notice, in the language of the table", () =>
  open(
    {
      "/": page(`<table data-section="poverty" data-place="Huyện Trà Cú">
        <tr><th>Hộ</th><th>2022</th><th>2023</th></tr>
        <tr><th>Các xã</th><td></td><td></td></tr>
        <tr><th>Hộ nghèo</th><td>4,47%</td><td>2,33%*</td></tr></table>`),
    },
    async (page) => {
      assert.equal(await drawn(page), true);
      assert.deepEqual(await figures(page, "series", "value"), ["poor 4.47", "poor 2.33"]);
      const told = await page.evaluate(() => document.querySelector("district-chart").notices);
      assert.deepEqual(
        told.map(({ severity, message }) => [severity, message]),
        [
          [
            "notice",
            "Hàng “Các xã”, cột “Hộ”: “Các xã” không có số nào: xem như tiêu đề, không vẽ.",
          ],
          [
            "notice",
            "Hàng “Hộ nghèo”, cột “2023”: Không có chú thích cho dấu * dưới bảng. Hãy thêm một dòng bắt đầu bằng *.",
          ],
        ],
      );
    },
  ));

test("merged cells, an English table, and numbers that the table declares", () =>
  open(
    {
      "/": page(
        `<table lang="en" data-section="structure" data-place="Trà Cú" data-numbers="en">
          <tr><th rowspan="2">Sector</th><th colspan="2">Share (%)</th></tr>
          <tr><th>2022</th><th>2023</th></tr>
          <tr><th>Agriculture, forestry and fishery</th><td>28.340</td><td>27.31</td></tr>
          <tr><th>Industry and construction</th><td>35.92</td><td>about 38.6</td></tr>
          <tr><th>Services</th><td>35.74</td><td>34.09</td></tr>
        </table>`,
        'lang="en"',
      ),
    },
    async (page) => {
      assert.equal(await drawn(page), true);
      assert.deepEqual(await figures(page, "series", "period", "value", "qualifier"), [
        "I 2022 28.340 ",
        "I 2023 27.31 ",
        "II 2022 35.92 ",
        "II 2023 38.6 about",
        "III 2022 35.74 ",
        "III 2023 34.09 ",
      ]);
    },
  ));

test("another text or attribute in the table is another chart", () =>
  open({ "/": page(POVERTY) }, async (page) => {
    assert.equal(await drawn(page), true);
    await page.evaluate(() => {
      document.querySelector("tr:last-child td:last-child").textContent = "3,1%";
    });
    assert.equal(await drawn(page), true);
    assert.equal((await figures(page, "value")).at(-1), "3.1");
    await page.evaluate(() => {
      document.querySelector("tr:last-child td:last-child").dataset.status = "suppressed";
    });
    assert.equal(await drawn(page), true);
    assert.deepEqual((await figures(page, "value", "status")).at(-1), " suppressed");
  }));

test("JSON, an address or data go first, and a table without data-section is no data", () =>
  open(
    {
      "/": page(POVERTY.replace("data-section", "data-of-old"), 'chart="poverty" src="data.json"'),
      "/data.json": district,
    },
    async (page, { asked }) => {
      assert.equal(await drawn(page), true);
      await page.evaluate(() => document.querySelector("district-chart").removeAttribute("src"));
      assert.equal(await drawn(page), false);
      assert.equal(
        await page.evaluate(() => document.querySelector("table").checkVisibility()),
        true,
      );
      assert.ok(!asked.some((path) => path.startsWith("/table-data")));
    },
  ));

const row = (cell, head = "2023") =>
  `<table data-section="poverty" data-place="Trà Cú"><tr><th>Hộ</th><th>2022</th><th>${head}</th></tr>
    <tr><th>Hộ nghèo</th><td></td>${cell}</tr></table>`;
const CELL = "/poverty/series/0/values/1";
const AT = "Hàng “Hộ nghèo”, cột “2023”: ";

/** What is refused: the table, where, and how the sentence begins. */
const REFUSED = {
  "a number with two readings": [
    row("<td>14.120</td>"),
    CELL,
    `${AT}“14.120” có thể là 14120 hoặc 14.12.`,
  ],
  "a number as another language writes it": [
    row("<td>2.33</td>"),
    CELL,
    `${AT}“2.33” không viết theo cách Việt Nam`,
  ],
  "a cell that is no figure": [row("<td>như trên</td>"), CELL, `${AT}Không đọc được “như trên”`],
  "an attribute that is no number": [
    row('<td data-value="2,33">2,33</td>'),
    CELL,
    `${AT}data-value="2,33" không phải là số.`,
  ],
  "an attribute that says another number than the cell": [
    row('<td data-value="3.33">2,33%</td>'),
    CELL,
    `${AT}Ô ghi “2,33%” mà data-value là 3.33.`,
  ],
  "a number that nobody without the chart would read": [
    row('<td data-value="3.33"></td>'),
    CELL,
    `${AT}Ô ghi “” mà data-value là 3.33.`,
  ],
  "a head that is not understood": [
    row("<td>2,33</td>", "Năm ngoái"),
    "/poverty",
    "Hàng “Hộ”, cột “Năm ngoái”: Không hiểu đầu cột “Năm ngoái”.",
  ],
  "a section that is none": [
    row("<td>2,33</td>").replace("poverty", "powerty"),
    "",
    'data-section="powerty" không phải là phần nào.',
  ],
  "no place": [
    row("<td>2,33</td>").replace("data-place", "data-at"),
    "/place",
    "Bảng không nêu nơi.",
  ],
};

for (const [name, [table, path, sentence]] of Object.entries(REFUSED)) {
  test(`${name} is refused with its place, and the table stays`, () =>
    open(
      {
        "/": `<script>addEventListener("dc-error", ({ detail }) => (window.issues = detail.issues))</script>
          ${page(table)}`,
      },
      async (page) => {
        assert.equal(await drawn(page), false);
        const [issue, ...more] = await page.evaluate(() => window.issues);
        assert.deepEqual(more, []);
        assert.equal(issue.path, path);
        assert.ok(issue.message.startsWith(sentence), issue.message);
        assert.equal(
          await page.evaluate(() => document.querySelector("table").checkVisibility()),
          true,
        );
        // As plain issues, of which the widget makes the one error that pages know.
        assert.equal(await part(page, "error").then((text) => text.includes(sentence)), true);
      },
    ));
}
