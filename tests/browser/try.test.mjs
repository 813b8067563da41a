// “Try your own figures”: from what is typed, pasted or dropped to the chart, under
// the strictest policy, with no request to another host.
import assert from "node:assert/strict";
import { test } from "node:test";
import { convert, findSpreadsheet } from "../../tools/spreadsheet.mjs";
import { open, part, useBrowser } from "./common/browser.mjs";
import { district } from "./common/data.mjs";
import { needs } from "./common/engine.mjs";
import { policy } from "./common/site.mjs";

useBrowser();

/** The page, and at the end: nothing on the console, nobody else asked. */
function openPage(work) {
  const headers = { "content-security-policy": policy("'self' 'wasm-unsafe-eval'") };
  return open(
    {},
    async (page, site) => {
      await page.waitForSelector("#editor >>> .cm-content");
      await work(page, site);
      assert.deepEqual(site.problems, []);
      const asked = await page.evaluate(() =>
        performance.getEntriesByType("resource").map(({ name }) => name),
      );
      const hosts = new Set(asked.map((address) => new URL(address).host));
      hosts.delete("");
      assert.deepEqual([...hosts], [new URL(site.url).host]);
    },
    { path: "/demo/try.html", headers, width: 1200 },
  );
}

/** Pastes into the editor what a clipboard holds, by type. */
async function paste(page, clipboard) {
  await page.focus(">>> .cm-content");
  await page.evaluate((clipboard) => {
    const clipboardData = new DataTransfer();
    for (const [type, text] of Object.entries(clipboard)) clipboardData.setData(type, text);
    const options = { bubbles: true, cancelable: true, composed: true };
    // Firefox takes no clipboard in the options.
    const event = new ClipboardEvent("paste", options);
    Object.defineProperty(event, "clipboardData", { value: clipboardData });
    const content = document.querySelector("#editor").shadowRoot.querySelector(".cm-content");
    content.dispatchEvent(event);
  }, clipboard);
}

const pasteText = (page, text) => paste(page, { "text/plain": text });

/** Waits until the state is said in a sentence that matches. */
function says(page, pattern) {
  return page.waitForFunction(
    (source) => new RegExp(source, "u").test(document.querySelector("#state").textContent),
    {},
    pattern.source,
  );
}

const textOf = (page, selector) => page.$eval(selector, (element) => element.innerText);
const madeJson = (page) =>
  page.$eval("#json", (element) => JSON.parse(element.textContent)).catch(() => null);

/** The text that is selected in the editor. */
const selectedInEditor = (page) =>
  page.evaluate(() => `${document.querySelector("#editor").shadowRoot.getSelection()}`);

const POVERTY = "\t2022\t2023\nHộ nghèo\t4,47\t2,33\nHộ cận nghèo\t…\ttrên 2,8%\n";

test(
  "JSON with a mistake: the problem is listed, a click leads to its place",
  needs("selections in shadow trees"),
  () =>
    openPage(async (page) => {
      const { version, place, sources, poverty } = structuredClone(district);
      poverty.series[1].values[2] = "2,8";
      await pasteText(page, JSON.stringify({ version, place, sources, poverty }, null, 2));
      await says(page, /Chưa vẽ được: có 1 vấn đề/);
      assert.match(await textOf(page, "#problems"), /^Dòng \d+ .*“2,8”.* 2\.8/);
      await page.click("#problems button");
      assert.equal(await selectedInEditor(page), '"2,8"');
      await page.keyboard.type("2.8");
      await says(page, /Đã vẽ/);
      assert.match(await part(page, "figure"), /Hộ nghèo/);
      assert.equal(await page.$eval("#share", (share) => share.hidden), false);
    }),
);

test(
  "text that is not yet JSON: the slip, its line and column",
  needs("selections in shadow trees"),
  () =>
    openPage(async (page) => {
      await pasteText(page, '{\n  "version": 1\n  "place": "Trà Cú"\n}');
      await says(page, /1 vấn đề/);
      assert.match(await textOf(page, "#problems"), /^Dòng 3 Thiếu dấu phẩy/);
      await page.click("#problems button");
      assert.equal(await selectedInEditor(page), '"');
    }),
);

test("a table from the clipboard becomes a chart, two lines, an iframe and JSON", () =>
  openPage(async (page) => {
    await pasteText(page, POVERTY);
    await says(page, /^Đã vẽ\. Không có vấn đề nào\.$/);
    assert.match(await part(page, "figure"), /Hộ nghèo và hộ cận nghèo/);
    assert.match(await textOf(page, "#found"), /Nhận ra: Tình hình nghèo\./);
    assert.match(await textOf(page, "#found"), /cách viết số của Việt Nam: ô B2 ghi 4,47/);
    assert.deepEqual((await madeJson(page)).poverty.series[1], {
      id: "nearPoor",
      values: [null, { value: 2.8, qualifier: "over" }],
    });
    assert.match(
      await textOf(page, "#lines"),
      /<district-chart chart="poverty" src="so-lieu.json">/,
    );
    assert.match(
      await textOf(page, "#frame"),
      /src="embed\.html\?src=so-lieu\.json&amp;chart=poverty&amp;lang=vi"/,
    );
    await page.type("#place", "Huyện Trà Cú");
    await page.waitForFunction(() =>
      document.querySelector("#json").textContent.includes("Trà Cú"),
    );
  }));

test("plain HTML with the drawing and its table follows what is drawn, once it is opened", () =>
  openPage(async (page, { asked }) => {
    await pasteText(page, POVERTY);
    await says(page, /^Đã vẽ/);
    assert.ok(!asked.includes("/core.js"));
    await page.click("#static summary");
    const hasHtml = (word) =>
      page.waitForFunction(
        (word) => document.querySelector("#html").textContent.includes(word),
        { timeout: 5000 },
        word,
      );
    await hasHtml(">trên 2,8%</td>");
    assert.match(await textOf(page, "#html"), /^<figure lang="vi">\s*<svg /);
    await page.type("#place", "Huyện Trà Cú");
    await hasHtml("Huyện Trà Cú");
  }));

// What a table is, by its names, and a word of its chart.
const KINDS = [
  [
    "Cơ cấu GRDP (%)\n\t2023\t2024\nKhu vực I\t28,34\t27,31\nKhu vực II\t35,92\t38,6",
    /Cơ cấu GRDP/,
  ],
  ["Mức sống năm 2023\nNhóm\tTỷ lệ\nHộ nghèo\t2,33%\nHộ khá\ttrên 36%", /Mức sống năm 2023/],
  ["\t2023\nXã đạt chuẩn NTM\t15/15\nXã NTM nâng cao\t02/15", /nông thôn mới/i],
  ["Chỉ tiêu\tKế hoạch 2023\tThực hiện 2023\nThu nhập\t60,5\t62", /Thu nhập/],
  ["\t2023\nKhu vực I\ttăng\nKhu vực II\ttrên 36%", /Tăng trưởng/],
];

test("a table of each kind becomes its chart", () =>
  openPage(async (page) => {
    for (const [table, pattern] of KINDS) {
      await pasteText(page, table);
      await page.waitForFunction(
        (source) => {
          const figure = document.querySelector("#chart").shadowRoot.querySelector("figure");
          return new RegExp(source, "iu").test(figure.textContent);
        },
        {},
        pattern.source,
      );
      await says(page, /^Đã vẽ\. Không có vấn đề nào\.$/);
    }
  }));

test("a cell that cannot be read: named, reached by a click, mended in the table", () =>
  openPage(async (page) => {
    await pasteText(page, POVERTY.replace("2,33", "nhiều"));
    await says(page, /có 1 vấn đề/);
    assert.match(await textOf(page, "#problems"), /^Ô C2 \(hàng 2, cột C\) Không đọc được “nhiều”/);
    await page.click("#problems button");
    const focused = () =>
      page.evaluate(() => [document.activeElement.ariaLabel, document.activeElement.ariaInvalid]);
    assert.deepEqual(await focused(), ["Hàng 2, cột C", "true"]);
    await page.keyboard.type("2,33");
    await says(page, /^Đã vẽ/);
    assert.deepEqual(await focused(), ["Hàng 2, cột C", "false"]);
    assert.deepEqual((await madeJson(page)).poverty.series[0].values, [4.47, 2.33]);
  }));

test("14.120: both readings are asked, and the answer is kept", () =>
  openPage(async (page) => {
    await pasteText(page, "\t2022\t2023\nSố hộ nghèo\t2.310\t14.120\n");
    await says(page, /^Chưa vẽ: hãy trả lời câu hỏi về cách viết số/);
    assert.equal(await madeJson(page), null);
    const question = await textOf(page, "#question");
    assert.match(question, /Ô B2 ghi 2\.310/);
    assert.match(question, /14\.120 là 14120 \(dấu ngăn hàng nghìn\)/);
    assert.match(question, /14\.120 là 14,12 \(dấu thập phân\)/);
    await page.click('#question button[value="vi"]');
    await says(page, /^Đã vẽ/);
    assert.deepEqual((await madeJson(page)).poverty.series[0].values, [2310, 14120]);
    assert.equal(await page.$eval("#question", (question) => question.hidden), true);
    await page.select("#format", "en");
    await page.waitForFunction(() => document.querySelector("#json").textContent.includes("14.12"));
  }));

test("a whole table takes the place of another, rows without heads are added", () =>
  openPage(async (page) => {
    await pasteText(page, "\t2020\nHộ nghèo\t9,5\n");
    await says(page, /^Đã vẽ/);
    await pasteText(page, POVERTY);
    await page.waitForFunction(() => !document.querySelector("#json").textContent.includes("2020"));
    await page.keyboard.down("Control");
    await page.keyboard.press("End");
    await page.keyboard.up("Control");
    await pasteText(page, "Hộ nghèo Khmer\t…\t2,78");
    await page.waitForFunction(() => document.querySelector("#json").textContent.includes("2.78"));
    assert.equal((await madeJson(page)).poverty.series.length, 3);
  }));

test("a reload finds the work again; forgetting leaves nothing", () =>
  openPage(async (page) => {
    await pasteText(page, POVERTY);
    await says(page, /^Đã vẽ/);
    await page.type("#source", "Niên giám");
    await page.waitForFunction(() =>
      document.querySelector("#json").textContent.includes("Niên giám"),
    );
    await page.reload();
    await says(page, /^Đã vẽ/);
    assert.equal(await page.$eval("#source", (input) => input.value), "Niên giám");
    assert.equal((await madeJson(page)).sources[0].name, "Niên giám");
    await page.click("#forget");
    await says(page, /^Đã quên/);
    assert.equal(await page.evaluate(() => localStorage.length), 0);
    await page.reload();
    await says(page, /^Chưa có gì/);
  }));

test("a dropped file is read, a workbook is told what to do instead", () =>
  openPage(async (page) => {
    const drop = (bytes, name) =>
      page.evaluate(
        (bytes, name) => {
          const dataTransfer = new DataTransfer();
          dataTransfer.items.add(new File([Uint8Array.from(bytes)], name));
          const options = { dataTransfer, bubbles: true, cancelable: true, composed: true };
          document.querySelector("#editor").dispatchEvent(new DragEvent("drop", options));
        },
        [...bytes],
        name,
      );
    await drop(Buffer.from("\ufeff;2023\nHộ nghèo;2,33\n"), "a.csv");
    await says(page, /^Đã vẽ/);
    assert.deepEqual((await madeJson(page)).poverty.series[0].values, [2.33]);
    await drop(Buffer.from("PK\x03\x04"), "a.xlsx");
    await says(page, /^Đây là tệp bảng tính/);
    const json = Buffer.from(JSON.stringify(district));
    await drop(json, "a.json");
    await page.waitForSelector("#kind-field:not([hidden])");
    await page.select("#kind", "ntm");
    await page.waitForFunction(() =>
      document.querySelector("#lines").textContent.includes('"ntm"'),
    );
  }));

test("the page speaks English, its charts too", () =>
  openPage(async (page) => {
    await pasteText(page, POVERTY.replace("2,33", "nhiều"));
    await says(page, /1 vấn đề/);
    await page.click('[name="language"][value="en"]');
    await says(page, /^Not drawn\. Problems: 1/);
    assert.match(await textOf(page, "#problems"), /^Cell C2 \(row 2, column C\) “nhiều” cannot/);
    const shown = "h1, h2, h3, main label, main button[id], #found, option";
    // The words of a list that is closed are shown in some engines only.
    const words = await page.$$eval(shown, (all) =>
      all
        .filter((one) => (one.closest("select") ?? one).checkVisibility())
        .map((one) => one.innerText)
        .join(" "),
    );
    assert.match(words, /Try your own figures.*Forget all.*Number format.*Vietnamese: 14\.120,5/s);
    assert.doesNotMatch(words, /[ạảấầẩẫậắằẳẵặẹẻẽếềểễệ]/u);
  }));

test("the examples are drawn", () =>
  openPage(async (page) => {
    await page.click('[data-example="table"]');
    await says(page, /^Đã vẽ\. Không có vấn đề nào\.$/);
    assert.match(await part(page, "figure"), /trên 36%|Trà Cú/);
    await page.click('[data-example="json"]');
    await page.waitForSelector("#kind-field:not([hidden])");
    await says(page, /^Đã vẽ/);
  }));

// ---- what a spreadsheet program itself writes

const NAMESPACES = ["office", "table", "text", "style"]
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(" ");

const text = (text, attributes = "") =>
  `<table:table-cell ${attributes} office:value-type="string"><text:p>${text}</text:p></table:table-cell>`;
const number = (value, style) =>
  `<table:table-cell table:style-name="${style}" office:value-type="float" office:value="${value}"/>`;
const covered = "<table:covered-table-cell/>";
const row = (...cells) => `<table:table-row>${cells.join("")}</table:table-row>`;
const format = (name, decimals) => `
  <number:number-style style:name="${name}-format" number:language="vi" number:country="VN">
    <number:number number:decimal-places="${decimals}" number:min-decimal-places="${decimals}"
      number:min-integer-digits="1" number:grouping="true"/>
  </number:number-style>
  <style:style style:name="${name}" style:family="table-cell" style:data-style-name="${name}-format"/>`;

/** A workbook of one sheet, its numbers formatted in the Vietnamese way. */
const workbook = (...rows) => `<?xml version="1.0" encoding="UTF-8"?>
<office:document ${NAMESPACES} xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"
  office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:automatic-styles>${format("count", 0)}${format("rate", 2)}</office:automatic-styles>
<office:body><office:spreadsheet><table:table table:name="Trang1">
${rows.join("\n")}
</table:table></office:spreadsheet></office:body></office:document>`;

const skip = findSpreadsheet()
  ? false
  : "LibreOffice is not installed: what it writes was not tried. Install libreoffice-calc.";

const BOTH_HEADS = [
  row(text("Hộ nghèo năm 2022 và 2023", 'table:number-columns-spanned="5"'), covered.repeat(4)),
  row("<table:table-cell/>"),
  row(
    text("Chỉ tiêu", 'table:number-rows-spanned="2"'),
    text("Năm 2022", 'table:number-columns-spanned="2"'),
    covered,
    text("Năm 2023", 'table:number-columns-spanned="2"'),
    covered,
  ),
  row(covered, text("Số hộ"), text("Tỷ lệ (%)"), text("Số hộ"), text("Tỷ lệ (%)")),
];

const FIGURES = [
  { value: 4.47, count: 1938 },
  { value: 2.33, count: 1011 },
];

test("a table with merged cells that LibreOffice wrote becomes a chart", { skip }, () =>
  openPage(async (page) => {
    const { tsv, html } = await convert(
      workbook(
        ...BOTH_HEADS,
        row(
          text("Hộ nghèo"),
          number(1938, "count"),
          number(4.47, "rate"),
          number(1011, "count"),
          number(2.33, "rate"),
        ),
        row("<table:table-cell/>"),
        row(text("Nguồn: Ủy ban nhân dân huyện")),
      ),
    );
    assert.match(tsv, /1\.938\t4,47/);
    for (const clipboard of [{ "text/plain": tsv }, { "text/html": html, "text/plain": tsv }]) {
      await paste(page, clipboard);
      await says(page, /^Đã vẽ\. Không có vấn đề nào\.$/);
      const { poverty, sources } = await madeJson(page);
      assert.deepEqual(poverty.periods, ["2022", "2023"]);
      assert.deepEqual(poverty.series, [{ id: "poor", values: FIGURES }]);
      assert.equal(sources[0].name, "Ủy ban nhân dân huyện");
      assert.match(await part(page, "figure"), /2,33%/);
      await page.click("#forget");
      await says(page, /^Đã quên/);
    }
  }),
);

test(
  "numbers that LibreOffice shows as 14.120 are asked as text, and known from its clipboard",
  {
    skip,
  },
  () =>
    openPage(async (page) => {
      const { tsv, html } = await convert(
        workbook(
          row(text("Hộ"), text("2022"), text("2023")),
          row(text("Số hộ nghèo"), number(12110, "count"), number(14120, "count")),
        ),
      );
      await paste(page, { "text/plain": tsv });
      await says(page, /^Chưa vẽ: hãy trả lời câu hỏi về cách viết số/);
      await page.click("#forget");
      await says(page, /^Đã quên/);
      await paste(page, { "text/html": html, "text/plain": tsv });
      await says(page, /^Đã vẽ/);
      assert.match(await textOf(page, "#found"), /Bảng tính cho biết .*ô B2 hiện 12\.110/);
      assert.deepEqual((await madeJson(page)).poverty.series[0].values, [12110, 14120]);
    }),
);

test("in Khmer the whole page is in Khmer, and what is wrong too", () =>
  openPage(async (page) => {
    await page.click('input[value="km"]');
    await pasteText(page, "Chỉ tiêu\t2022\t2023\nHộ nghèo\t4,47\t2,33\nHộ cận nghèo\tabc\t2,8");
    await says(page, /^មិនទាន់បានគូរទេ។ បញ្ហា៖ 1។/);
    assert.match(await textOf(page, "#problems"), /^ក្រឡា B3 .*មិនអាចអាន “abc”/);
    await page.click('[data-example="table"]');
    await says(page, /^បានគូរហើយ/);
    assert.match(await part(page, "toolbar"), /តារាងទិន្នន័យ/);
    const others = await page.evaluate(() =>
      [
        ...document.querySelectorAll(
          "h1, h2, h3, legend, label > span, p, button, a, option, summary",
        ),
      ]
        .filter((element) => element.checkVisibility() && !element.closest("#editor, #grid"))
        .map((element) => element.innerText || element.textContent)
        .filter((text) => text && !/[\u1780-\u17b3]/.test(text)),
    );
    assert.deepEqual(others, ["Tiếng Việt", "English"]);
    // The demo's other page is not in Khmer, and stays in a language that it has.
    await page.goto(
      await page.$eval(
        'a[href*="language=km"]',
        ({ href }) => new URL("index.html", href).href + new URL(href).search,
      ),
    );
    assert.equal(await page.$eval('input[name="language"]:checked', ({ value }) => value), "vi");
  }));
